/**
 * Choices: one option, all right options, and true or false. Options stand as a list to read, as an item of the answer key, and to choose
 * from, one or several: they look like bubbles of an answer sheet and say after grading what each of them was.
 */

import { useId } from 'react';
import type { Html as SafeHtml } from '../../../core/model/html.ts';
import type { Answer, AnswerOf, AnswerOption } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { type Choice, keysOf } from '../../../core/quiz/option-keys.ts';
import { Html, NameHtml } from '../../topic/html.tsx';
import {
  type AreaProps,
  CONFIRM_KEYS,
  circled,
  DIGIT_KEYS,
  letterOf,
  type Note,
  type TypeView,
} from './type-view.ts';

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
const notesOf = (
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
function keySigns(
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
function OptionsKey({ answer, seed, name }: OptionsKeyProps) {
  const right = new Set(keysOf(answer.options).filter((_, at) => answer.options[at]?.isRight));
  return choicesFor({ answer }, seed).map(
    ({ key, html }, at) => right.has(key) && <KeyItem key={key} name={name(at)} html={html} />,
  );
}

function SingleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'single'>) {
  return (
    <Options
      {...answer}
      {...rest}
      chosen={response?.option ? [response.option] : []}
      isGraded={grade !== null}
      onToggle={(option) => onChange({ type: 'single', option })}
    />
  );
}

export const single: TypeView<'single'> = {
  label: '하나 고르기',
  author: { column: '하나', level: '가려내기' },
  todo: '하나를 고르세요.',
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: SingleArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={(at) => `${at + 1}.`} />,
  Key: ({ answer, seed }) => <OptionsKey answer={answer} seed={seed} name={(at) => String(at + 1)} />,
  keyWords: (answer, seed) => keySigns(answer, seed, circled),
  notes: (answer, seed) => notesOf(answer, seed, circled),
};

function MultipleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'multiple'>) {
  const chosen = response?.options ?? [];
  const toggle = (key: string) =>
    onChange({
      type: 'multiple',
      options: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key],
    });
  return <Options {...answer} {...rest} chosen={chosen} isGraded={grade !== null} onToggle={toggle} />;
}

export const multiple: TypeView<'multiple'> = {
  label: '모두 고르기',
  author: { column: '모두', level: '가려내기' },
  ask: '모두 고르세요.',
  todo: '하나 이상 고르세요.',
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: MultipleArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={letterOf} />,
  Key: ({ answer, seed }) => <OptionsKey answer={answer} seed={seed} name={letterOf} />,
  keyWords: (answer, seed) => keySigns(answer, seed, letterOf),
  notes: (answer, seed) => notesOf(answer, seed, letterOf),
  partialWords({ options }, { parts }) {
    const right = options.flatMap((option, at) => (option.isRight ? [at] : []));
    const hits = right.filter((at) => parts[at]?.verdict === 'correct').length;
    return hits < right.length
      ? `정답 ${right.length}개 중 ${hits}개를 골랐습니다`
      : '정답이 아닌 것도 골랐습니다';
  },
};

const SIDES = [
  { isTrue: true, name: '맞다', path: 'M24 9a15 15 0 1 1 0 30 15 15 0 0 1 0-30Z' },
  { isTrue: false, name: '아니다', path: 'M11 11l26 26M37 11 11 37' },
];

function TrueFalseArea(props: AreaProps<'true-false'>) {
  const { answer, response, grade, isDisabled, labelledBy, onChange } = props;
  const name = useId();
  return (
    <div className="true-false" role="radiogroup" aria-labelledby={labelledBy}>
      {SIDES.map(({ isTrue, name: side, path }, at) => {
        const isChosen = response?.isTrue === isTrue;
        const isRight = answer.isTrue === isTrue;
        const shown = isRight ? 'right' : isChosen ? 'wrong' : 'rest';
        return (
          <label key={side} data-v={grade ? shown : undefined}>
            <input
              type="radio"
              name={name}
              checked={isChosen}
              disabled={isDisabled || grade !== null}
              data-digit={at + 1}
              onChange={() => onChange({ type: 'true-false', isTrue })}
            />
            <span className="side">
              <svg className="icon" viewBox="0 0 48 48" aria-hidden="true">
                <path d={path} />
              </svg>
              <span className="visually-hidden">{`${nameOf(isTrue)} `}</span>
              {side}
            </span>
            {grade && (isRight || isChosen) && (
              <span className="verdict-tag" data-verdict={isRight ? 'correct' : 'incorrect'}>
                {isRight ? '정답' : '내 답'}
                {isRight && isChosen && <span className="visually-hidden"> 내 답</span>}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}

const nameOf = (isTrue: boolean): string => (isTrue ? 'O' : 'X');

export const trueFalse: TypeView<'true-false'> = {
  label: 'O / X',
  author: { column: 'O/X', level: '가려내기' },
  todo: 'O나 X를 고르세요.',
  keyHints: [[['1', '2'], 'O, X'], ...CONFIRM_KEYS],
  Area: TrueFalseArea,
  Plain: () => null,
  Key: ({ answer }) => nameOf(answer.isTrue),
  keyWords: ({ isTrue }) => nameOf(isTrue),
};
