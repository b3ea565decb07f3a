/** A recall card: a term and what the notes say about it, either side first, graded by the learner. */

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { dueAfter } from '../../core/memory/due-day.ts';
import type { ContentHash, ItemId, RecallVerdict } from '../../core/model/event.ts';
import { hash64 } from '../../core/quiz/hash64.ts';
import type { PlacedCard } from '../../core/study/cards.ts';
import { recordAnswer } from '../../store/study/answers.ts';
import type { Study } from '../../store/study/record.ts';
import { useStudy } from '../../store/study/study.ts';
import { daysUntil } from '../days.ts';
import { GRADES, GradeMark } from '../marks.tsx';
import { Explanation } from '../topic/blocks.tsx';
import { Html } from '../topic/html.tsx';
import { StarButton } from './card-head.tsx';
import type { QuestionPlace } from './question-place.ts';
import { Report } from './report.tsx';
import { useStopwatch } from './use-attempt.ts';

export interface RecallCardProps {
  placed: PlacedCard;
  /** Where the term stands in the course, as `placeOf(page)` gives it. */
  place: QuestionPlace;
  /** From 1, in the sitting. */
  number: number;
  /** Level of the heading that the asked side is. */
  level: 2 | 3 | 4 | 5 | 6;
  /** `explanation`: the term is shown and what it means is recalled. `term`: the other way round. One item for both. */
  asks: 'explanation' | 'term';
  /** What it is recorded as: a card of an outline, or the cell of a comparison. */
  kind?: 'card' | 'cell';
  isFocusedOnMount?: boolean;
  /** What is not recalled is asked again in this sitting, and the grades say so. */
  isRepeating?: boolean;
  /** Called when graded; it is recorded already. The card stays open until another takes its place. */
  onGraded: (verdict: RecallVerdict) => void;
}

const SCORES: Record<RecallVerdict, number> = { known: 1, vague: 0.5, missed: 0 };

/** Keep it under a `key` made of the item and the direction. */
export function RecallCard(props: RecallCardProps) {
  const { placed, place, number, level, asks, isFocusedOnMount = false, onGraded } = props;
  const { item, facet, entry } = placed;
  const [isOpen, setIsOpen] = useState(false);
  const [verdict, setVerdict] = useState<RecallVerdict | null>(null);
  const card = useRef<HTMLElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const elapsed = useStopwatch(card);

  useFocus({ card, answer, isFocusedOnMount, isOpen });
  const grade = (given: RecallVerdict) => {
    if (verdict) return;
    setVerdict(given);
    void recordAnswer(() => recallAnswer(props.kind ?? 'card', item, given, elapsed()));
    onGraded(given);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, key, target } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
    if (target.matches('textarea')) return;
    const digit = isOpen && /^[1-3]$/.test(key) ? GRADES[Number(key) - 1] : undefined;
    const isOpening = !isOpen && (key === ' ' || key === 'Enter') && !target.closest('button, a');
    if (!digit && !isOpening) return;
    event.preventDefault();
    if (digit) grade(digit.grade);
    else setIsOpen(true);
  };

  const heading = `h${level}` as const;
  const explanation = (
    <div className="card-says">
      <Explanation entry={entry} />
    </div>
  );
  const term = entry.term && <Html as={heading} className="stem" html={entry.term} />;
  return (
    <article
      className="question"
      data-variant="single"
      aria-label={`카드 ${number}${facet && `, ${facet}`}`}
      tabIndex={-1}
      ref={card}
      onKeyDown={onKeyDown}
    >
      <div className="question-head line">
        <span className="number">
          <span className="visually-hidden">카드 </span>
          {number}
        </span>
        <span className="note">{[place.title, facet].filter(Boolean).join(' › ')}</span>
        <span className="question-tools line">
          <StarButton item={item} name={`카드 ${number}`} />
          {/* Both sides are to be seen first: the report names the term. */}
          {isOpen && <Report placed={placed} place={place} />}
        </span>
      </div>
      <div className="question-body">
        <p className="ask">
          {asks === 'explanation' ? '무엇인지 떠올려 보세요.' : '무엇의 설명인지 떠올려 보세요.'}
        </p>
        {asks === 'explanation' ? term : explanation}
        <div className="card-back" ref={answer} tabIndex={-1} role="status">
          {isOpen && (asks === 'explanation' ? explanation : term)}
        </div>
        {isOpen ? (
          <Grades item={item} chosen={verdict} onChoose={grade} isRepeating={props.isRepeating ?? false} />
        ) : (
          <div className="question-actions">
            <button className="button button-main" type="button" onClick={() => setIsOpen(true)}>
              떠올린 뒤 열기
            </button>
          </div>
        )}
      </div>
    </article>
  );
}

interface FocusOptions {
  card: RefObject<HTMLElement | null>;
  answer: RefObject<HTMLElement | null>;
  isFocusedOnMount: boolean;
  isOpen: boolean;
}

/** The focus goes to a card that appears alone, and to its other side when that is shown. */
function useFocus({ card, answer, isFocusedOnMount, isOpen }: FocusOptions): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: on appearing, and only then
  useEffect(() => {
    if (isFocusedOnMount) card.current?.focus();
  }, []);
  useEffect(() => {
    if (isOpen) answer.current?.focus();
  }, [isOpen, answer]);
}

/** What the record keeps of a card. What a card is, is its name: a reworded explanation changes nothing. */
const recallAnswer = (
  kind: 'card' | 'cell',
  item: ItemId,
  verdict: RecallVerdict,
  elapsedMillis: number,
) => ({
  kind,
  item,
  contentHash: hash64(item) as ContentHash,
  answer: null,
  verdict,
  score: SCORES[verdict],
  confidence: 'sure' as const,
  hints: 0,
  elapsedMillis,
});

interface GradesProps {
  item: ItemId;
  chosen: RecallVerdict | null;
  onChoose: (verdict: RecallVerdict) => void;
  isRepeating: boolean;
}

/** Each says when the card comes back by it: once chosen the next card is there, and nothing waits to be read. */
function Grades({ item, chosen, onChoose, isRepeating }: GradesProps) {
  const id = useId();
  const study = useStudy.getState();
  // As it was when the card was opened: what is chosen changes it.
  const [next] = useState(() => GRADES.map(({ grade }) => untilNext(study, item, grade)));
  return (
    <fieldset className="question-actions card-grades">
      <legend className="visually-hidden" id={id}>
        스스로 채점, 다음 복습
      </legend>
      {GRADES.map(({ grade, label }, at) => (
        <button
          className="button"
          key={grade}
          type="button"
          aria-pressed={chosen === grade}
          disabled={chosen !== null && chosen !== grade}
          onClick={() => onChoose(grade)}
        >
          <GradeMark grade={grade} />
          {label}{' '}
          <span className="note numeric">
            {[isRepeating && grade !== 'known' && '잠시 뒤', next[at]].filter(Boolean).join(', ')}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

/** 내일, 8일 뒤; nothing while the record is not there. */
function untilNext({ state, today }: Study, item: ItemId, grade: RecallVerdict): string {
  const due = state && dueAfter(state, item, grade, today);
  return due === null ? '' : daysUntil(due - dayNumber(today));
}
