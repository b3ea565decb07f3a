/** Writes the web manifest, with which browsers put the course on the home screen. */

import { isSvg } from '../../core/content/source/file-types.ts';
import type { Course, PageData } from '../../core/model/course.ts';
import { SITE_PAGES } from '../../core/model/site.ts';
import { HANDED_FIELD, handedRecord } from '../../core/offline/files.ts';
import { START_QUERY } from '../../store/study/study-day.ts';

export const WEB_MANIFEST = 'manifest.webmanifest';

/** The grounds of tokens.css, --paper by day and by night, as a browser's own bars want them. */
export const PAPER = { day: '#fcfefd', night: '#14201c' } as const;

/** First among the icons; browsers that want another size or kind take the app's own. */
const logoIcon = ({ href, width, height }: NonNullable<PageData['course']['logo']>) => ({
  src: href,
  sizes: isSvg(href) || !width || !height ? 'any' : `${width}x${height}`,
  purpose: 'any',
});

export function webManifest({ title, description, pages }: Course, base: string): string {
  const logo = pages.get('/')?.course.logo;
  const icon = (size: number, file: string, purpose: string) => ({
    src: `${base}${file}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const shortcuts = [SITE_PAGES.review, SITE_PAGES.practice].filter(({ path }) => pages.has(path));
  return JSON.stringify({
    id: base,
    name: title,
    short_name: title,
    ...(description && { description }),
    lang: 'ko',
    dir: 'ltr',
    start_url: base + START_QUERY,
    scope: base,
    display: 'standalone',
    theme_color: PAPER.day,
    background_color: PAPER.day,
    categories: ['education'],
    icons: [
      ...(logo ? [logoIcon(logo)] : []),
      icon(192, 'icon-192.png', 'any'),
      icon(512, 'icon-512.png', 'any'),
      icon(512, 'maskable-512.png', 'maskable'),
    ],
    // A record as a file comes from a messenger or the files of the device, where nothing is shared through a server.
    ...(pages.has(SITE_PAGES.progress.path) && {
      share_target: {
        action: handedRecord(base).share,
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          files: [{ name: HANDED_FIELD, accept: ['application/json', 'text/plain', '.json', '.txt'] }],
        },
      },
      file_handlers: [{ action: `${base}progress/`, accept: { 'application/json': ['.json'] } }],
    }),
    shortcuts: shortcuts.map(({ title: name, path }) => ({
      name,
      // The review begins at once.
      url: `${base}${path.slice(1)}${path === SITE_PAGES.review.path ? '?go' : ''}`,
    })),
  });
}
