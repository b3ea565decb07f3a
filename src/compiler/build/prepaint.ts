/**
 * The one script that runs before the first paint: it sets the reader's preferences on `<html>`, so that nothing flashes,
 * leads the app on the home screen to 복습 when something is due, has all questions laid out where the address, a reload or the way
 * back leads to a place of the page, marks browsers that cannot read the scripts (base.css says so on the page), and who has been here
 * before, whose room on the course map is kept (home.css).
 */

import { SITE_PAGES } from '../../core/model/site.ts';
import { FONT_KEY } from '../../store/course-font.ts';
import { PREFERENCES_KEY, TEXT_SIZES, THEMES, WIDTHS } from '../../store/preferences.ts';
import { dueDayKey, FIRST_HOUR, START_QUERY } from '../../store/study/study-day.ts';

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
