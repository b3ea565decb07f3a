/**
 * The choices of a question: as a list to read, as an item of the answer key, and as options to choose from, one or several,
 * which look like bubbles of an answer sheet and say after grading what each of them was.
 */

import { useId } from 'react';
import type { Html as SafeHtml } from '../../../core/model/html.ts';
import type { Answer, AnswerOf, AnswerOption } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { type Choice, keysOf } from '../../../core/quiz/option-keys.ts';
import { Html, NameHtml } from '../../topic/html.tsx';
import { letterOf, type Note } from './type-view.ts';

interface PlainChoicesProps {
  answer: Answer;
  seed: string;
  /** What the key calls the choices; null where it says them in full. */
  name: ((at: number) => string) | null;
}

export function PlainChoices({ answer, seed, name }: PlainChoicesProps) {
  return (
    <>
      <List things={placesFor({ answer })} name={null} />
      <List things={choicesFor({ answer }, seed)} name={name} />
    </>
  );
}

function List({ things, name }: { things: readonly Choice[]; name: PlainChoicesProps['name'] }) {
  if (things.length === 0) return null;
  return (
    <ul className={name ? 'items ordered' : 'items bullet'}>
      {things.map(({ key, html }, at) => (
        <li key={key}>
          {name && <span className="list-number">{name(at)}</span>}
          <Html as="div" html={html} />
        </li>
      ))}
    </ul>
  );
}

export function KeyItem({ name, html, after }: { name?: string; html: SafeHtml; after?: string }) {
  return (
    <span className="key-item">
      {name !== undefined && <b>{name}</b>} <Html html={html} /> {after !== undefined && <b>{after}</b>}
    </span>
  );
}

interface OptionsProps {
  type: 'single' | 'multiple';
  options: AnswerOption[];
  chosen: readonly string[];
  seed: string;
  isGraded: boolean;
  isDisabled: boolean;
  labelledBy: string;
  onToggle: (key: string) => void;
}

/** Options to choose one or several of. */
export function Options(props: OptionsProps) {
  const { type, options, chosen, seed, isGraded, isDisabled, labelledBy, onToggle } = props;
  const name = useId();
  const keys = keysOf(options);
  const byKey = new Map(options.map((option, at) => [keys[at], option]));
  const isOne = type === 'single';
  return (
    <fieldset className="options" role={isOne ? 'radiogroup' : undefined} aria-labelledby={labelledBy}>
      {choicesFor({ answer: { type, options } }, seed).map(({ key, html }, at) => {
        const isChosen = chosen.includes(key);
        const isRight = byKey.get(key)?.isRight ?? false;
        const isTagged = isGraded && (isRight || isChosen);
        const id = `${name}${at}`;
        return (
          <label className="option" key={key} data-v={isGraded ? shownAs(isRight, isChosen) : undefined}>
            <input
              type={isOne ? 'radio' : 'checkbox'}
              name={name}
              checked={isChosen}
              disabled={isDisabled || isGraded}
              aria-labelledby={isTagged ? `${id} ${id}-tag` : id}
              data-digit={at + 1}
              onChange={() => onToggle(key)}
            />
            <span className="ring" aria-hidden="true" />
            <span className={isOne ? 'bubble' : 'bubble square'} aria-hidden="true">
              {isOne ? at + 1 : letterOf(at)}
            </span>
            <span className="option-text">
              <NameHtml id={id} html={html} />
            </span>
            {isTagged && <Tag id={`${id}-tag`} {...{ isRight, isChosen, isOne }} />}
          </label>
        );
      })}
    </fieldset>
  );
}

const shownAs = (isRight: boolean, isChosen: boolean): string =>
  isRight ? 'right' : isChosen ? 'wrong' : 'rest';

/** Under the bubble, in room that is kept from the start. */
function Tag(props: { id: string; isRight: boolean; isChosen: boolean; isOne: boolean }) {
  const { id, isRight, isChosen, isOne } = props;
  const isMissed = isRight && !isChosen && !isOne;
  return (
    <span className="verdict-tag" id={id} data-verdict={isRight ? 'correct' : 'incorrect'}>
      {isRight ? '정답' : '내 답'}
      {(isMissed || (isRight && isChosen)) && (
        <span className="visually-hidden">{isMissed ? ', 빠뜨림' : ' 내 답'}</span>
      )}
    </span>
  );
}

/** What the author says of each option, under the bubble's sign. */
export const notesOf = (
  { type, options }: AnswerOf<'single' | 'multiple'>,
  seed: string,
  name: (at: number) => string,
): Note[] => {
  const byKey = new Map(keysOf(options).map((key, at) => [key, options[at]?.feedback]));
  return choicesFor({ answer: { type, options } }, seed).map(({ key }, at) => ({
    key,
    name: name(at),
    feedback: byKey.get(key) ?? null,
  }));
};

/** The right options by the signs of their bubbles: 「ㄱ, ㄷ」. */
export function keySigns(
  { type, options }: AnswerOf<'single' | 'multiple'>,
  seed: string,
  name: (at: number) => string,
): string {
  const right = new Set(keysOf(options).filter((_, at) => options[at]?.isRight));
  return choicesFor({ answer: { type, options } }, seed)
    .flatMap(({ key }, at) => (right.has(key) ? [name(at)] : []))
    .join(', ');
}

interface OptionsKeyProps {
  answer: AnswerOf<'single' | 'multiple'>;
  seed: string;
  name: (at: number) => string;
}

/** The right options in the answer key. */
export function OptionsKey({ answer, seed, name }: OptionsKeyProps) {
  const right = new Set(keysOf(answer.options).filter((_, at) => answer.options[at]?.isRight));
  return choicesFor({ answer }, seed).map(
    ({ key, html }, at) => right.has(key) && <KeyItem key={key} name={name(at)} html={html} />,
  );
}
