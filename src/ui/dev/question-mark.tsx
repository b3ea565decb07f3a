/** Marks a question of the open page that has an error or a warning: what is wrong, at which line, and the fix. */

import { create } from 'zustand';
import { blocksOf } from '../../core/model/blocks.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { QuestionMarkProps } from '../author-slot.ts';
import { DiagnosticList } from './diagnostics-strip.tsx';
import { applyFix, type SourceLocation } from './editor.tsx';
import { startsOf } from './find-line.ts';

interface Marks {
  /** Of all files whose pages show what they say. */
  diagnostics: readonly Diagnostic[];
  onOpen: (place: SourceLocation) => void;
}

export const useMarks = create<Marks>(() => ({ diagnostics: [], onOpen: () => {} }));

/** The element is there before anything is wrong, so that a screen reader tells of what a save brings. */
export function QuestionMark({ page, question }: QuestionMarkProps) {
  const { diagnostics, onOpen } = useMarks();
  const starts = startsOf(page, blocksOf(page));
  const isOfQuestion = (line: number) =>
    line >= question.line && !starts.some((start) => start > question.line && start <= line);
  const found = diagnostics.filter(
    ({ file, line, severity }) => file === page.file && severity !== 'notice' && isOfQuestion(line),
  );
  return (
    <div className="question-mark screen-only" aria-live="polite">
      {found.length > 0 && <DiagnosticList diagnostics={found} onOpen={onOpen} onMend={applyFix} />}
    </div>
  );
}
