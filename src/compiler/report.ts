/** Prints diagnostics for people at a terminal, worst first within a file's order of lines. */

import type { Diagnostic, Severity } from '../core/model/diagnostic.ts';

const WORD: Record<Severity, string> = { error: '오류', warning: '주의', notice: '알림' };
const COLOUR: Record<Severity, number> = { error: 31, warning: 33, notice: 36 };

/** One diagnostic: `file:line:column  severity  code  message`, and the fix below it. */
export function formatDiagnostic(diagnostic: Diagnostic, useColour: boolean): string {
  const { file, line, column, severity, code, message, fix } = diagnostic;
  const word = useColour ? `\x1b[${COLOUR[severity]}m${WORD[severity]}\x1b[0m` : WORD[severity];
  const mend = fix ? `\n    고치기: ${fix.label}` : '';
  return `${file}:${line}:${column}  ${word}  ${code}  ${message}${mend}`;
}

/** A count by severity, for the last line: `오류 0 · 주의 2 · 알림 5`. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return `${WORD.error} ${count('error')} · ${WORD.warning} ${count('warning')} · ${WORD.notice} ${count('notice')}`;
}

const SHOWN_IN_BUILD = 40;

/** The report of a check: everything. That of a build: errors, then warnings, as many as can be read. */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  options: { all: boolean; colour: boolean },
): string {
  const of = (severity: Severity) => diagnostics.filter((one) => one.severity === severity);
  const wanted = options.all ? diagnostics : [...of('error'), ...of('warning')];
  const shown = options.all ? wanted : wanted.slice(0, SHOWN_IN_BUILD);
  const rest = wanted.length - shown.length;
  return [
    ...shown.map((one) => formatDiagnostic(one, options.colour)),
    ...(rest > 0 ? [`… ${rest}개 더 있습니다. npm run check로 모두 볼 수 있습니다.`] : []),
    summarise(diagnostics),
  ].join('\n');
}

/** Whether a course with these diagnostics may be published. */
export const isPublishable = (diagnostics: readonly Diagnostic[], strict: boolean): boolean =>
  !diagnostics.some((one) => one.severity === 'error' || (strict && one.severity === 'warning'));
