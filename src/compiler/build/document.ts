/** The HTML document around a page: head, policy, structured data, and the one script that runs before the first paint. */

import { toHref } from '../../core/content/source/paths.ts';
import { hasMarkdown } from '../../core/export/page-markdown.ts';
import type { PageData } from '../../core/model/course.ts';
import { escapeHtml } from '../../core/model/html.ts';
import { dataFile, encodePath, PAGE_MARKDOWN, SITE_PAGES } from '../../core/model/site.ts';
import { FONT_KEY } from '../../store/course-font.ts';
import { PREFERENCES_KEY, TEXT_SIZES, THEMES, WIDTHS } from '../../store/preferences.ts';
import { dueDayKey, FIRST_HOUR, START_QUERY } from '../../store/study/study-day.ts';
import { contentPolicy } from './headers.ts';
import { PAPER, WEB_MANIFEST } from './web-manifest.ts';

interface DocumentParts {
  /** index.html with its placeholders. */
  template: string;
  base: string;
  /** Base of the files in `public/`, where it is another one. */
  publicBase?: string;
  /** Origin for absolute addresses, without a slash at the end; empty when it is not known. */
  origin: string;
  /** Told to the app by pages without an address, which have no data that would. */
  course: PageData['course'] | null;
  /** Inline style for reading. */
  style: string;
  /** The scripts, for the end of the body; none while developing. */
  endTags?: string;
  /** Where the files of the course's font are, for fetching them when idle; none while developing. */
  fonts: readonly string[];
  /** Where else than to the site the pages may connect. */
  syncOrigin?: string | null;
  /** False while developing: the dev server injects scripts of its own. */
  policy: boolean;
}

/** `page` null is a page without an address, with a title of its own. */
type RenderDocument = (page: PageData | null, app: string, title?: string) => string;

/** Puts rendered pages into the template; what all pages share is computed once. */
export function documentRenderer(parts: DocumentParts): RenderDocument {
  const script = prepaintScript(parts.fonts, parts.base);
  const policy = parts.policy
    ? [meta('http-equiv', 'Content-Security-Policy', contentPolicy(parts.style, script, parts.syncOrigin))]
    : [];
  const shared = [
    // Else a frame of nothing is made once <body> has begun. The panel of the settings is the last of the bar: a frame with a part of
    // it would show its buttons where they do not stay.
    '<link rel="expect" href="#view-settings" blocking="render">',
    `<script>${script}</script>`,
    `<style>${parts.style}</style>`,
    ...(parts.fonts.length === 0 ? [] : [meta('name', 'course-font', parts.fonts.join(' '))]),
  ];
  const template = inLanguage(parts.template, parts.course?.language);
  // Cut once: replacing in each page copied its style and all of its text again and again.
  const [start, afterHead] = cutAround(template, '<!--head-->');
  const [beforeRevision, afterRevision] = cutAround(afterHead, 'data-revision=""');
  const [beforeApp, afterApp] = cutAround(afterRevision, '<!--app-->');
  const [beforeScripts, afterBody] = cutAround(afterApp, '</body>');
  const beforeEnd = beforeScripts + (parts.endTags ?? '');
  const end = `</body>${afterBody}`;
  const top = start + policy.map((tag) => `${tag}\n`).join('');
  const frame = `\n${shared.join('\n')}${beforeRevision}`;
  return (page, app, title = '없는 페이지입니다') => {
    const head = descriptionTags(parts, page, title).join('\n');
    const data = page && parts.endTags !== undefined ? dataTag(page, parts.base) : '';
    return `${top}${head}${frame}data-revision="${page?.revision ?? ''}"${beforeApp}${app}${beforeEnd}${data}${end}`;
  };
}

/** Fetches with the scripts what hydration waits for; `crossorigin`, as the app's `fetch` asks for it. */
const dataTag = ({ path }: PageData, base: string): string =>
  `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${escapeHtml(base + encodePath(dataFile(path)))}">`;

/** The document is in the language of the notes, and the words of the app in it are Korean. */
const inLanguage = (template: string, language: string | undefined): string =>
  language === undefined
    ? template
    : template
        .replace('<html lang="ko"', `<html lang="${escapeHtml(language)}"`)
        .replace('<div id="root"', '<div id="root" lang="ko"');

function cutAround(text: string, placeholder: string): [before: string, after: string] {
  const at = text.indexOf(placeholder);
  if (at < 0) throw new Error(`index.html has no ${placeholder}`);
  return [text.slice(0, at), text.slice(at + placeholder.length)];
}

const meta = (kind: string, name: string, content: string) =>
  `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;

function descriptionTags(parts: DocumentParts, page: PageData | null, bareTitle: string): string[] {
  const { base, publicBase = base, origin, course } = parts;
  const icon = course?.logo?.href;
  const icons = [
    icon === undefined
      ? `<link rel="icon" href="${publicBase}favicon.svg" type="image/svg+xml">`
      : `<link rel="icon" href="${escapeHtml(icon)}">`,
    `<link rel="apple-touch-icon" href="${publicBase}apple-touch-icon.png">`,
    // While notes are written there is nothing to install.
    ...(parts.policy ? [`<link rel="manifest" href="${base}${WEB_MANIFEST}">`] : []),
    ...Object.entries({ light: PAPER.day, dark: PAPER.night }).map(
      ([scheme, colour]) =>
        `<meta name="theme-color" content="${colour}" media="(prefers-color-scheme: ${scheme})">`,
    ),
  ];
  if (!page) {
    return [
      `<title>${bareTitle}</title>`,
      '<meta name="robots" content="noindex">',
      ...(course ? [meta('name', 'course', JSON.stringify(course))] : []),
      ...icons,
    ];
  }
  const title = page.kind === 'home' ? page.titleText : `${page.titleText} · ${page.course.title}`;
  const address = origin + toHref(base, page.path);
  const description = page.description || `${page.course.title} 강의 노트: ${page.titleText}`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    `<link rel="canonical" href="${escapeHtml(address)}">`,
    ...(hasMarkdown(page)
      ? [`<link rel="alternate" type="text/markdown" href="${escapeHtml(address)}${PAGE_MARKDOWN}">`]
      : []),
    ...(page.draft ? ['<meta name="robots" content="noindex">'] : []),
    meta('property', 'og:type', page.kind === 'home' ? 'website' : 'article'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', address),
    meta('property', 'og:site_name', page.course.title),
    ...(page.course.language === undefined ? [meta('property', 'og:locale', 'ko_KR')] : []),
    ...(origin ? [meta('property', 'og:image', `${origin}${publicBase}icon-512.png`)] : []),
    ...icons,
    `<script type="application/ld+json">${structuredData(page, origin, base, description)}</script>`,
  ];
}

function structuredData(page: PageData, origin: string, base: string, description: string): string {
  const url = origin + toHref(base, page.path);
  const inLanguage = page.course.language ?? 'ko';
  const course = { '@type': 'Course', name: page.course.title, url: origin + base };
  const data =
    page.kind === 'home'
      ? { '@context': 'https://schema.org', ...course, description, inLanguage }
      : {
          '@context': 'https://schema.org',
          '@type': 'LearningResource',
          name: page.titleText,
          description,
          url,
          inLanguage,
          timeRequired: `PT${page.minutes}M`,
          isPartOf: course,
        };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

// The one script that runs before the first paint: it sets the reader's preferences on `<html>`, so that nothing flashes, leads the app on
// the home screen to 복습 when something is due, has all questions laid out where the address, a reload or the way back leads to a place of
// the page, marks browsers that cannot read the scripts (base.css says so on the page), and who has been here before, whose room on the
// course map is kept (home.css).

/** The script for a build; the same on every page, so that one hash in the policy allows it. */
export function prepaintScript(fonts: readonly string[], base: string): string {
  const attributes = [
    ['theme', THEMES.slice(1)],
    ['text', TEXT_SIZES.filter((size) => size !== 'normal')],
    ['width', WIDTHS.filter((width) => width !== 'normal')],
  ];
  const face =
    fonts.length === 0
      ? ''
      : `var f=${quote(fonts.join(' '))};if(localStorage.getItem(${quote(FONT_KEY)})===f){d.font='';f.split(' ').forEach(function(h){` +
        `var l=document.createElement('link');l.rel='preload';l.as='font';l.crossOrigin='';l.href=h;document.head.append(l)})}`;
  const begun = `if(localStorage.getItem(${quote(dueDayKey(base))}))d.begun='record';else if(p.lastRead)d.begun='read';`;
  return (
    `var d=document.documentElement.dataset;var g=performance.getEntriesByType('navigation')[0];if(location.hash||g&&/^[rb]/.test(g.type))d.landed='';try{RegExp('(?<=a)');[].toSorted()}catch(e){d.old=''}try{${startScript(base)}var p=JSON.parse(localStorage.getItem(${quote(PREFERENCES_KEY)}))||{};` +
    `${JSON.stringify(attributes)}.forEach(function(k){if(k[1].indexOf(p[k[0]])>=0)d[k[0]]=p[k[0]]});${begun}${face}}catch(e){}`
  );
}

/** Nothing of the page is painted on the way. The study day is that of `dayAt`. */
const startScript = (base: string): string =>
  `if(location.search===${quote(START_QUERY)}){var u=localStorage.getItem(${quote(dueDayKey(base))}),t=new Date(),n=function(x){return('0'+x).slice(-2)};` +
  `t.setHours(t.getHours()-${FIRST_HOUR});if(u&&u<=t.getFullYear()+'-'+n(t.getMonth()+1)+'-'+n(t.getDate())){` +
  `document.documentElement.hidden=true;location.replace(${quote(base + SITE_PAGES.review.path.slice(1))})}}`;

const quote = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');
