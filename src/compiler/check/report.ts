/** Formats diagnostics for the terminal (check, build, dev) and as annotations of a CI run. */

import type { Diagnostic, Severity } from '../../core/model/diagnostic.ts';
import { excerpt } from './excerpt.ts';

const WORD: Record<Severity, string> = { error: '오류', warning: '주의', notice: '알림' };
const COLOUR: Record<Severity, number> = { error: 31, warning: 33, notice: 36 };

export interface ReportOptions {
  /** Path of the content folder from where the command runs, so that a terminal can open `path:line:column`. */
  folder: string;
  colour: boolean;
  /** The text of a file, for the excerpt; null leaves it out. */
  sourceOf?: (file: string) => string | null;
}

/** One diagnostic: `file:line:column  severity  code  message`, the line with a caret, and the fix. */
export function formatDiagnostic(diagnostic: Diagnostic, options: ReportOptions): string {
  const { file, line, column, severity, code, message, fix } = diagnostic;
  const paint = (text: string, colour: number) => (options.colour ? `\x1b[${colour}m${text}\x1b[0m` : text);
  const source = options.sourceOf?.(file) ?? null;
  const shown = source === null ? [] : excerpt(source, line, column).map((text) => paint(text, 2));
  const place = `${pathOf(file, options.folder)}:${line}:${column}`;
  return [
    `${place}  ${paint(WORD[severity], COLOUR[severity])}  ${code}  ${message}`,
    ...shown,
    ...(fix ? [`  고치기: ${fix.label} (--fix)`] : []),
  ].join('\n');
}

/** A count by severity, for the last line: `오류 0 · 주의 2 · 알림 5`. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return `${WORD.error} ${count('error')} · ${WORD.warning} ${count('warning')} · ${WORD.notice} ${count('notice')}`;
}

/** Everything there is to say, in the order of files and lines. */
export function formatReport(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const each = diagnostics.map((one) => `${formatDiagnostic(one, options)}\n`);
  return [...each, summarise(diagnostics)].join('\n');
}

const SHOWN = 40;

/** For a terminal with other things to show: errors, then warnings, as many as can be read; empty without any. */
export function formatDigest(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const of = (severity: Severity) => diagnostics.filter((one) => one.severity === severity);
  const serious = [...of('error'), ...of('warning')];
  const rest = serious.length - SHOWN;
  return [
    ...serious.slice(0, SHOWN).map((one) => formatDiagnostic(one, options)),
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
