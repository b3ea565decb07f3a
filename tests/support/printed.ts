/** What stands on the pages of a PDF and where, as poppler's `pdftotext` reads it. */

import { spawnSync } from 'node:child_process';

const POPPLER = 'pdftotext';

/** Says what has to be installed first; '' for nothing. */
export const NO_PDFTOTEXT = spawnSync(POPPLER, ['-v']).error
  ? 'pdftotext is not installed (Debian: poppler-utils)'
  : '';

/** A line of one page: its words without spaces, which Firefox's files do not tell, and its box in points. */
export interface PrintedLine {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The lines of each page, from the top down. */
export function printedPages(pdf: Uint8Array): PrintedLine[][] {
  const { stdout } = spawnSync(POPPLER, ['-bbox-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const attribute = (tag: string, name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1]);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)]
        .map(([, tag = '', words = '']) => ({
          text: plain(words.replace(/<[^>]*>/g, '')),
          left: attribute(tag, 'xMin'),
          top: attribute(tag, 'yMin'),
          right: attribute(tag, 'xMax'),
          bottom: attribute(tag, 'yMax'),
        }))
        .sort((a, b) => a.top - b.top),
    );
}

/** The letters and digits of a text, so that what two programs make of spaces and marks can be compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&#?\w+;/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
