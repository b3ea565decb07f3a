/** Below the answer of a question: its hints, the ways to submit, and once it is graded the way on. */

import { type MouseEvent, useId } from 'react';
import * as v from 'valibot';
import type { Confidence } from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import { storedValue } from '../../store/stored-value.ts';
import { Icon } from '../icon.tsx';
import { Html } from '../topic/html.tsx';
import type { KeyHint } from './types/type-view.ts';

interface HintsProps {
  hints: readonly SafeHtml[];
  shown: number;
  /** Shows the next one; null once it is too late. */
  onShow: (() => void) | null;
}

/** Hints, shown one by one and counted. */
export function Hints({ hints, shown, onShow }: HintsProps) {
  if (hints.length === 0) return null;
  return (
    <div className="hints">
      <ol aria-label="힌트" aria-live="polite" hidden={shown === 0}>
        {hints.slice(0, shown).map((hint, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are shown in their one order
          <li key={at}>
            <b>{hints.length > 1 ? `힌트 ${at + 1}` : '힌트'}</b> <Html html={hint} />
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        // Once it is too late its room stays: nothing moves by grading.
        <button
          className="text-button with-icon needs-scripts"
          type="button"
          disabled={onShow === null}
          onClick={onShow ?? undefined}
        >
          <Icon name="tip" isSmall />
          <span>{hints.length > 1 ? `힌트 보기 (${shown + 1}/${hints.length})` : '힌트 보기'}</span>
        </button>
      )}
    </div>
  );
}

interface SubmitProps {
  /** What is still to be done; null once the answer is complete. */
  todo: string | null;
  /** It was to be sent unfinished: what is still to be done stands there to be read. */
  isAsked: boolean;
  /** Called with an unfinished answer, too. */
  onSubmit: (confidence: Confidence) => void;
  onGiveUp: () => void;
  /** To the last answer of the record; null where there is none, and once something is filled in. */
  onShowLast: (() => void) | null;
  /** The keys that do the same stand on the buttons; null where the keys go to whatever has the focus. */
  keys: readonly KeyHint[] | null;
}

/** Whether this browser has seen what the choice between the two ways does. */
const knowsWays = storedValue('study.knows-ways', v.boolean());

/** The two ways to submit, which are how sure the learner is: neither looks like the usual one. Until the answer is complete, the way not to know. */
export function Submit({ todo, isAsked, onSubmit, onGiveUp, onShowLast, keys }: SubmitProps) {
  const id = useId();
  return (
    <div className="question-foot needs-scripts">
      <div className="foot-line spread">
        {onShowLast && !isAsked && (
          <button className="text-button" type="button" onClick={onShowLast}>
            지난 답 보기
          </button>
        )}
        <p role="status">{isAsked && todo}</p>
        {todo === null ? (
          !knowsWays.read() && <p>헷갈려요를 누르면 더 일찍 다시 묻습니다.</p>
        ) : (
          <button
            className="text-button"
            type="button"
            onClick={(event) => {
              leave(event);
              onGiveUp();
            }}
          >
            모르겠음
          </button>
        )}
      </div>
      <div className="submit-ways">
        {WAYS.map(({ confidence, label }) => (
          <button
            className="button"
            key={confidence}
            type="button"
            aria-disabled={todo !== null}
            aria-describedby={todo === null ? undefined : id}
            onClick={(event) => {
              if (todo === null) {
                leave(event);
                knowsWays.write(true);
              }
              onSubmit(confidence);
            }}
          >
            <Icon name={confidence} isSmall />
            {label}
            <Cap keys={keys?.find(([, does]) => does === label)?.[0]} />
          </button>
        ))}
      </div>
      {todo !== null && (
        <span className="visually-hidden" id={id}>
          {todo}
        </span>
      )}
    </div>
  );
}

/** A button goes with the verdict. Taken away while it has the focus, it costs a second pass over the styles. */
const leave = ({ currentTarget }: MouseEvent<HTMLElement>) => currentTarget.blur();

const WAYS = [
  { confidence: 'sure', label: '확실해요' },
  { confidence: 'unsure', label: '헷갈려요' },
] as const;

/** Seen where there is a keyboard; a button is not named by its key. */
const Cap = ({ keys }: { keys: readonly string[] | undefined }) =>
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key that is only drawn takes no focus
  keys && <kbd aria-hidden="true">{keys.join(' ').replace('Shift', '⇧')}</kbd>;

/** The way on, in the rectangle of the two ways to submit. */
export function Next({ label, onNext, hasKey }: { label: string; onNext: () => void; hasKey: boolean }) {
  return (
    <div className="question-foot">
      <div className="foot-line" />
      <button className="button button-main" type="button" onClick={onNext}>
        {label}
        <Cap keys={hasKey ? ['Enter'] : undefined} />
      </button>
    </div>
  );
}
