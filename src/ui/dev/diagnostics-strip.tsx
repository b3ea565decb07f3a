/**
 * The compiler's diagnostics while notes are written (강사 진단): the strip at the foot of the page, errors first, and above a question of the
 * open page what is wrong with it.
 */

import '../styles/late.css';
import './diagnostics-strip.css';
import { Fragment, useState } from 'react';
import { create } from 'zustand';
import { blocksOf } from '../../core/model/blocks.ts';
import type { Diagnostic, DiagnosticCode, Severity } from '../../core/model/diagnostic.ts';
import { firstOfEach, othersOf } from '../../core/model/diagnostic.ts';
import { Icon, type IconName } from '../icon.tsx';
import type { QuestionMarkProps } from '../quiz/quiz-view.tsx';
import { applyFix, type FixAnswer, Message, type SourceLocation } from './editor.tsx';
import { startsOf } from './find-line.ts';

const KINDS: Record<Severity, { name: string; icon: IconName }> = {
  error: { name: '오류', icon: 'caution' },
  warning: { name: '주의', icon: 'warning' },
  notice: { name: '알림', icon: 'note' },
};
const SEVERITIES: Severity[] = ['error', 'warning', 'notice'];

interface Handlers {
  /** Opens the place in the editor. */
  onOpen: (diagnostic: Diagnostic) => void;
  /** Applies the fix. */
  onMend: (diagnostic: Diagnostic) => Promise<FixAnswer>;
}

interface DiagnosticsStripProps extends Handlers {
  diagnostics: Diagnostic[];
  /** The file of the page on screen, whose messages come first. */
  openFile: string | null;
  /** The author's page. */
  toolsAddress: string;
}

export function DiagnosticsStrip({
  diagnostics,
  openFile,
  toolsAddress,
  ...handlers
}: DiagnosticsStripProps) {
  const [isOpen, setOpen] = useState(false);
  const sorted = sortForReading(diagnostics, openFile);
  return (
    <section className="diagnostics screen-only" aria-label="강사 진단" data-worst={sorted[0]?.severity}>
      <div className="diagnostics-head line">
        <button
          className="row"
          type="button"
          aria-expanded={isOpen}
          disabled={sorted.length === 0}
          onClick={() => setOpen(!isOpen)}
        >
          <span>강사 진단</span>
          <Counts diagnostics={diagnostics} />
          {sorted.length > 0 && <Icon name="down" />}
        </button>
        <a href={toolsAddress}>강사 도구</a>
      </div>
      {isOpen && sorted.length > 0 && <DiagnosticList diagnostics={sorted} {...handlers} />}
    </section>
  );
}

/** Errors first; of one severity those of the open page. */
export function sortForReading(diagnostics: readonly Diagnostic[], openFile: string | null): Diagnostic[] {
  const rank = ({ severity, file }: Diagnostic) =>
    SEVERITIES.indexOf(severity) * 2 + (file === openFile ? 0 : 1);
  return [...diagnostics].sort((a, b) => rank(a) - rank(b));
}

/** How many of each severity; says so when there is nothing. */
export function Counts({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return <span className="note">고칠 곳이 없습니다</span>;
  return SEVERITIES.map((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? null : (
      <span key={severity} className="diagnostics-tag with-icon" data-severity={severity}>
        <Icon name={KINDS[severity].icon} isSmall />
        {KINDS[severity].name} {count}
      </span>
    );
  });
}

export function DiagnosticList({ diagnostics, ...handlers }: { diagnostics: Diagnostic[] } & Handlers) {
  const [whole, setWhole] = useState<readonly DiagnosticCode[]>([]);
  return (
    <ul className="diagnostics-list">
      {firstOfEach(diagnostics, (code) => whole.includes(code)).map(({ diagnostic: one, others }) => (
        <Fragment key={`${one.file}:${one.line}:${one.column}:${one.code}`}>
          <Row diagnostic={one} {...handlers} />
          {others.length > 0 && (
            <li>
              <button
                className="button button-small fixit"
                type="button"
                onClick={() => setWhole([...whole, one.code])}
              >
                {`${one.code} ${othersOf(others)} 모두 보기`}
              </button>
            </li>
          )}
        </Fragment>
      ))}
    </ul>
  );
}

function Row({ diagnostic, onOpen, onMend }: { diagnostic: Diagnostic } & Handlers) {
  const [answer, setAnswer] = useState<FixAnswer | null>(null);
  const { severity, file, line, column, code, message, fix } = diagnostic;
  return (
    <li>
      <span className="diagnostics-tag with-icon" data-severity={severity}>
        <Icon name={KINDS[severity].icon} />
        <span className="visually-hidden">{KINDS[severity].name}</span>
      </span>
      <button className="location" type="button" onClick={() => onOpen(diagnostic)}>
        {file}:{line}:{column}
      </button>
      <span>
        <Message text={message} />{' '}
        <a className="diagnostics-code" href={guideAddress(code)}>
          {code}
        </a>{' '}
        <b role="status">{answer?.refusal}</b>
      </span>
      {fix && (
        <button
          className="button button-small fixit"
          type="button"
          disabled={answer?.refusal !== undefined}
          onClick={async () => setAnswer(await onMend(diagnostic))}
        >
          {answer === null || answer.isMended || answer.refusal ? (
            <Message text={`고치기: ${fix.label}`} />
          ) : (
            '저장한 뒤 다시 누르세요'
          )}
        </button>
      )}
    </li>
  );
}

/** Where the guide explains a code with a bad and a good example. */
const guideAddress = (code: string): string =>
  `${import.meta.env.BASE_URL}author/guide/care/messages/#${code}`;

/** The marks of questions. */
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
