/** Of many diagnostics of one kind the first few: notes from elsewhere give hundreds of one, among which others are not seen. */

import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';

/** So many of a kind are shown when there are more than `MOST`. */
const FIRST = 5;
const MOST = 10;

/** A diagnostic, and after the last that is shown of its kind the others. */
export interface ShownDiagnostic {
  diagnostic: Diagnostic;
  others: Diagnostic[];
}

/** In the order given; `isWhole` says of which kinds all are shown. */
export function firstOfEach(
  diagnostics: readonly Diagnostic[],
  isWhole: (code: DiagnosticCode) => boolean = () => false,
): ShownDiagnostic[] {
  const kinds = new Map<DiagnosticCode, Diagnostic[]>();
  for (const one of diagnostics) {
    const all = kinds.get(one.code);
    if (all) all.push(one);
    else kinds.set(one.code, [one]);
  }
  const shown: ShownDiagnostic[] = [];
  const counts = new Map<DiagnosticCode, number>();
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    const all = kinds.get(code) ?? [];
    const at = counts.get(code) ?? 0;
    counts.set(code, at + 1);
    const isCut = all.length > MOST && !isWhole(code);
    if (!isCut || at < FIRST)
      shown.push({ diagnostic, others: isCut && at === FIRST - 1 ? all.slice(FIRST) : [] });
  }
  return shown;
}

/** `외 312곳(파일 84개)`, behind the name of the kind. */
export function othersOf(others: readonly Diagnostic[]): string {
  const files = new Set(others.map(({ file }) => file)).size;
  return `외 ${others.length}곳${files > 1 ? `(파일 ${files}개)` : ''}`;
}
