/** The characters to which the font is cut: those of the course's data and of the interface. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const CODE_UNITS = 0x1_0000;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A set of characters as a table, since millions of characters are added. */
export class CharacterSet {
  #units = new Uint8Array(CODE_UNITS);
  #beyond = new Set<number>();

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!isHighSurrogate(unit)) {
        this.#units[unit] = 1;
        continue;
      }
      const point = text.codePointAt(at) ?? unit;
      this.#beyond.add(point);
      if (point > unit) at++;
    }
  }

  /** Each character once. */
  text(): string {
    const points: number[] = [];
    this.#units.forEach((isThere, unit) => {
      if (isThere) points.push(unit);
    });
    // Last, so that no half of a pair stands before another one's second half.
    return [...points, ...this.#beyond].map((point) => String.fromCodePoint(point)).join('');
  }
}

/** The text of the scripts, which hold the words of the interface. */
export async function interfaceText(assets: string): Promise<string> {
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(path.join(assets, name), 'utf8')));
  return texts.join('');
}
