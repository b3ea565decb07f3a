/** Formats diagnostics for the terminal (check, build, dev) and as annotations of a CI run. */

import {
  type Diagnostic,
  firstOfEach,
  othersOf,
  type Severity,
  type ShownDiagnostic,
} from '../../core/model/diagnostic.ts';

const WORD: Record<Severity, string> = { error: '오류', warning: '주의', notice: '알림' };
const COLOUR: Record<Severity, number> = { error: 31, warning: 33, notice: 36 };

interface ReportOptions {
  /** Path of the content folder from where the command runs, so that a terminal can open `path:line:column`. */
  folder: string;
  colour: boolean;
  /** The text of a file, for the excerpt; null leaves it out. */
  sourceOf?: (file: string) => string | null;
}

/** One diagnostic: `file:line:column  severity  code  message`, the line with a caret, and the fix. */
function formatDiagnostic(diagnostic: Diagnostic, options: ReportOptions): string {
  const { file, line, column, severity, code, message, fix } = diagnostic;
  const paint = (text: string, colour: number) => (options.colour ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const source = options.sourceOf?.(file) ?? null;
  const shown = source === null ? [] : excerpt(source, line, column).map((text) => paint(text, 2));
  const place = `${pathOf(file, options.folder)}:${line}:${column}`;
  return [
    `${visible(place)}  ${paint(WORD[severity], COLOUR[severity])}  ${code}  ${visible(message)}`,
    ...shown,
    ...(fix ? [`  고치기: ${visible(fix.label)} (--fix)`] : []),
  ].join('\n');
}

/** Text of the notes as a terminal may be given it: what breaks a line or steers it, `\n` in a name, is a sign (␊). */
export const visible = (text: string): string =>
  text.replace(/[^\P{Cc}\t]/gu, (control) =>
    control < ' ' ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '\uFFFD',
  );

/** A count by severity, for the last line: `오류 0 · 주의 2 · 알림 5`. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return `${WORD.error} ${count('error')} · ${WORD.warning} ${count('warning')} · ${WORD.notice} ${count('notice')}`;
}

/** What there is to say, in the order of files and lines; of many of one kind the first ones, unless `all` are asked for. */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  { all, ...options }: ReportOptions & { all: boolean },
): string {
  const each = firstOfEach(diagnostics, () => all).map((one) => `${formatShown(one, options)}\n`);
  return [...each, summarise(diagnostics)].join('\n');
}

function formatShown({ diagnostic, others }: ShownDiagnostic, options: ReportOptions): string {
  const text = formatDiagnostic(diagnostic, options);
  return others.length === 0
    ? text
    : `${text}\n\n  ${diagnostic.code} ${othersOf(others)}. 모두 보기: npm run check -- --all`;
}

const SHOWN = 40;

/** For a terminal with other things to show: errors, then warnings, as many as can be read; empty without any. */
export function formatDigest(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const of = (severity: Severity) => diagnostics.filter((one) => one.severity === severity);
  const serious = [...of('error'), ...of('warning')];
  const shown = firstOfEach(serious).slice(0, SHOWN);
  const rest = serious.length - shown.reduce((sum, { others }) => sum + 1 + others.length, 0);
  return [
    ...shown.map((one) => formatShown(one, options)),
    ...(rest > 0 ? [`… ${rest}개 더 있습니다. npm run check로 모두 볼 수 있습니다.`] : []),
  ].join('\n');
}

/** Workflow commands that GitHub shows beside the changed lines. */
export function formatAnnotations(diagnostics: readonly Diagnostic[], folder: string): string {
  const encode = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => encode(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return diagnostics
    .map(({ severity, code, message, file, line, column }) => {
      const place = `file=${property(pathOf(file, folder))},line=${line},col=${column},title=${code}`;
      return `::${severity} ${place}::${encode(message)}`;
    })
    .join('\n');
}

const pathOf = (file: string, folder: string): string => (folder === '' ? file : `${folder}/${file}`);

/** Whether a course with these diagnostics may be published. */
export const isPublishable = (diagnostics: readonly Diagnostic[], strict: boolean): boolean =>
  !diagnostics.some((one) => one.severity === 'error' || (strict && one.severity === 'warning'));

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
/** What a terminal line has room for, in columns. */
const ROOM = 96;

/**
 * The line a diagnostic is about, numbered, with a caret under the column, where Korean letters are two columns wide; empty when the
 * source has no such line. `column` counts from 1.
 */
function excerpt(source: string, line: number, column: number): string[] {
  const text = source.split(/\r\n?|\n/)[line - 1];
  if (text === undefined || text.trim() === '') return [];
  const { shown, before } = around(visible(text), column - 1);
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
