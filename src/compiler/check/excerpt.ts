/** The line a diagnostic is about, with a caret under the column. Korean letters are two columns wide. */

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
/** What a terminal line has room for, in columns. */
const ROOM = 96;

/** The numbered line and the caret line; empty when the source has no such line. `column` counts from 1. */
export function excerpt(source: string, line: number, column: number): string[] {
  const text = source.split(/\r\n?|\n/)[line - 1];
  if (text === undefined || text.trim() === '') return [];
  const { shown, before } = around(text.replaceAll('\0', '\uFFFD'), column - 1);
  const gutter = String(line);
  return [`  ${gutter} | ${shown}`, `  ${' '.repeat(gutter.length)} | ${padding(before)}^`];
}

/** The part of a line around an offset that fits, and what of it stands before the offset. */
function around(text: string, offset: number): { shown: string; before: string } {
  const characters = [...text.slice(0, offset)];
  let start = characters.length;
  for (let width = 0; start > 0 && width + widthOf(characters[start - 1] ?? '') <= ROOM / 2; start--)
    width += widthOf(characters[start - 1] ?? '');
  const lead = (start > 0 ? '…' : '') + characters.slice(start).join('');
  let shown = lead;
  let room = ROOM - [...lead].reduce((sum, character) => sum + widthOf(character), 0);
  const rest = [...text.slice(offset)];
  for (const character of rest) {
    room -= widthOf(character);
    if (room < 0) return { shown: `${shown}…`, before: lead };
    shown += character;
  }
  return { shown, before: lead };
}

/** Blanks as wide as some text; tabs stay tabs, so that they are as wide as above. */
const padding = (text: string): string =>
  [...text].map((character) => (character === '\t' ? '\t' : ' '.repeat(widthOf(character)))).join('');

/** Columns a terminal gives to a character; marks that join the one before take none. */
const widthOf = (character: string): number =>
  /[\p{M}\u1160-\u11FF\u200B-\u200D]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
