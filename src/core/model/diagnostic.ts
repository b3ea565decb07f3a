/** The types of diagnostics, with the closed list of their codes. Their words are in core/content/source/diagnostics.ts. */

import { firstEnding } from '../lists.ts';

export type Severity = 'error' | 'warning' | 'notice';

/** The closed list of what an author can be told; the words are in core/content/source/diagnostics.ts. */
export type DiagnosticCode =
  // files and the tree
  | 'title-missing'
  | 'title-level'
  | 'title-repeated'
  | 'file-empty'
  | 'file-name'
  | 'file-clash'
  | 'file-reserved'
  | 'file-unlisted'
  | 'file-missing'
  | 'file-listed-twice'
  | 'file-encoding'
  | 'file-outside'
  | 'front-matter'
  | 'tree-missing'
  | 'course-id-missing'
  | 'nesting-too-deep'
  // course.yaml
  | 'settings-unreadable'
  | 'setting-unknown'
  | 'setting-value'
  | 'setting-contrast'
  // headings and sections
  | 'section-empty'
  | 'heading-skips-level'
  | 'heading-empty'
  | 'anchor-repeated'
  // links and pictures
  | 'link-broken'
  | 'link-anchor-broken'
  | 'link-outside'
  | 'link-unsafe'
  | 'link-empty'
  | 'link-text-missing'
  | 'file-refused'
  | 'svg-cleaned'
  | 'image-missing'
  | 'image-remote'
  | 'image-alt-missing'
  // what markdown swallows or shows otherwise than meant
  | 'math-invalid'
  | 'math-unclosed'
  | 'footnote-missing'
  | 'footnote-unused'
  | 'html-dropped'
  | 'html-shown-as-text'
  | 'details-open'
  | 'comment-unclosed'
  | 'comment-unread'
  | 'reference-unused'
  | 'fence-unclosed'
  | 'list-marker'
  | 'list-swallowed'
  | 'indent-by-tab'
  | 'backslash-stray'
  | 'mark-full-width'
  | 'mark-left'
  | 'table-broken'
  | 'code-info'
  | 'heading-by-underline'
  | 'emphasis-on-github'
  | 'strike-on-github'
  | 'jamo-stray'
  // notices
  | 'notice-mark'
  | 'supplement-mark'
  | 'supplement-source-missing'
  | 'supplement-date'
  // comparisons
  | 'comparison-unfilled'
  | 'comparison-ambiguous'
  | 'comparison-blank-unlinked'
  | 'comparison-link'
  | 'comparison-ragged'
  | 'comparison-pipe'
  | 'comparison-text-row'
  | 'comparison-row-repeated'
  | 'comparison-columns'
  | 'comparison-id-missing'
  | 'comparison-id-repeated'
  | 'comparison-id-unused'
  | 'stacks-shape'
  // diagrams in mermaid
  | 'diagram-kind'
  | 'diagram-first-line'
  | 'diagram-empty'
  | 'diagram-bracket'
  | 'diagram-arrow'
  | 'diagram-line'
  | 'diagram-end'
  | 'diagram-large'
  | 'diagram-quote'
  | 'diagram-click'
  // quizzes
  | 'quiz-empty'
  | 'question-outside'
  | 'question-or-heading'
  | 'question-shape'
  | 'question-none-right'
  | 'question-options-split'
  | 'question-answer-line'
  | 'question-answer-twice'
  | 'question-answer-options'
  | 'question-answer-separator'
  | 'question-truth'
  | 'question-number'
  | 'question-number-zero'
  | 'question-number-memory'
  | 'question-blank-form'
  | 'question-item-empty'
  | 'question-item-repeated'
  | 'question-item-nested'
  | 'question-categories-numbered'
  | 'question-feedback-plain'
  | 'question-label'
  | 'question-id-form'
  | 'question-id-several'
  | 'question-too-few'
  | 'question-file'
  | 'question-option-mark'
  | 'question-feedback-indent'
  | 'question-blank-empty'
  | 'question-blank-unclosed'
  | 'question-side-missing'
  | 'question-category-empty'
  | 'question-answer-swallowed'
  | 'question-text-after'
  | 'question-heading'
  | 'question-source-link'
  | 'question-quote-gone'
  | 'question-id-missing'
  | 'question-id-repeated'
  | 'question-pool-form'
  | 'question-pool-alone'
  | 'question-pool-topics'
  // item writing: what gives an answer away or teaches nothing
  | 'item-right-longest'
  | 'item-all-or-none'
  | 'item-options-alike'
  | 'item-options-few'
  | 'item-negative-plain'
  | 'item-stem-plural'
  | 'item-stem-singular'
  | 'item-blank-particle'
  | 'item-explanation-missing'
  | 'item-source-missing'
  | 'item-feedback-missing';

/** Replace the text between two offsets of the file (UTF-16 units, end exclusive) by `text`. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A change that fixes a diagnostic; `label` says what it does, in Korean. */
export interface Fix {
  label: string;
  edits: TextEdit[];
}

/** One message about one place. `line` and `column` count from 1; `file` is relative to the content folder. */
export interface Diagnostic {
  severity: Severity;
  code: DiagnosticCode;
  message: string;
  file: string;
  line: number;
  column: number;
  fix?: Fix;
}

/** A value that could always be made, and what was wrong on the way. */
export interface Parsed<T> {
  value: T;
  diagnostics: Diagnostic[];
}

// Of many diagnostics of one kind the first few: notes from elsewhere give hundreds of one, among which others are not seen.

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

// Fixes are edits to the text of a file. Whatever they do not name stays byte for byte.

/** Applies edits that do not overlap, in any order. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + source.slice(from);
}

/** As many of the fixes as go together, the first ones first: no two touch the same place. */
export function compatible<T extends { fix: Fix }>(all: readonly T[]): T[] {
  /** What is taken, in order; what touches is joined. */
  const taken: Range[] = [];
  return all.filter(({ fix }) => {
    const isFree = fix.edits.every(
      ({ start, end }) => (taken[firstEnding(taken, start)]?.start ?? end + 1) > end,
    );
    if (isFree) for (const edit of fix.edits) take(edit, taken);
    return isFree;
  });
}

type Range = Pick<TextEdit, 'start' | 'end'>;

function take({ start, end }: Range, taken: Range[]): void {
  const at = firstEnding(taken, start);
  let next = at;
  for (let range = taken[next]; range && range.start <= end; range = taken[++next]) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  taken.splice(at, next - at, { start, end });
}
