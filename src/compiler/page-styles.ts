/**
 * Styles of what few notes have, each a file of its own. The markup that needs one links it itself, so that other pages load nothing of
 * it and no script knows of it; only what some page links is published.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const PAGE_STYLES = ['diagram', 'rare'] as const;
export type PageStyle = (typeof PAGE_STYLES)[number];
/** An address, or the text, of each. */
export type PageStyles = Readonly<Record<PageStyle, string>>;

export const STYLE_SOURCES: PageStyles = {
  diagram: 'src/ui/topic/diagram.css',
  rare: 'src/ui/topic/rare.css',
};

/** While notes are written, styles are served as they lie in `src/`. */
export const sourceStyles = (base: string): PageStyles => stylesOf((name) => base + STYLE_SOURCES[name]);

/** On a built site they are named by what is in them: the notes are read before anything is bundled. */
export const builtStyles = (base: string): PageStyles => stylesOf((name) => base + styleFile(name));

export function styleFile(name: PageStyle): string {
  const hash = createHash('sha256').update(readFileSync(STYLE_SOURCES[name])).digest('hex').slice(0, 8);
  return `assets/${name}-${hash}.css`;
}

const stylesOf = (address: (name: PageStyle) => string): PageStyles => ({
  diagram: address('diagram'),
  rare: address('rare'),
});
