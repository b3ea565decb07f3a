/** Left sides to connect with the right ones of a lettered box. */

import { useId } from 'react';
import type { AnswerOf } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { baseOf, keysOf } from '../../../core/quiz/option-keys.ts';
import { Html, NameHtml } from '../../topic/html.tsx';
import { KeyItem, PlainChoices } from './choices.tsx';
import { OmrGrid } from './omr-grid.tsx';
import { type AreaProps, CONFIRM_KEYS, DIGIT_KEYS, letterOf, type TypeView } from './type-view.ts';

function MatchingArea(props: AreaProps<'matching'>) {
  const { answer, response, seed, grade, isDisabled, labelledBy, onChange } = props;
  const id = useId();
  const columns = choicesFor({ answer }, seed);
  const rights = keysOf(answer.pairs.map((pair) => pair.right));
  const rows = placesFor({ answer }).map((place, at) => ({
    ...place,
    right: rights[at] ?? '',
  }));
  const places = response?.places ?? {};
  return (
    <>
      <dl className="bank" aria-label="보기">
        {columns.map(({ key, html }, at) => (
          <div key={key}>
            <dt>{letterOf(at)}</dt>
            <dd>
              <NameHtml id={`${id}${at}`} html={html} />
            </dd>
          </div>
        ))}
      </dl>
      <OmrGrid
        head="고를 것"
        rows={rows}
        columns={columns}
        letterOf={letterOf}
        wordsId={(at) => `${id}${at}`}
        places={places}
        parts={grade?.parts ?? null}
        isDisabled={isDisabled}
        labelledBy={labelledBy}
        onPlace={(row, column) => onChange({ type: 'matching', places: { ...places, [row]: column } })}
      />
    </>
  );
}

function MatchingKey({ answer, seed }: { answer: AnswerOf<'matching'>; seed: string }) {
  const choices = choicesFor({ answer }, seed);
  const rights = keysOf(answer.pairs.map((pair) => pair.right));
  return answer.pairs.map(({ left, line }, at) => {
    const place = choices.findIndex(({ key }) => baseOf(key) === baseOf(rights[at] ?? ''));
    return <KeyItem key={line} html={left.html} after={letterOf(place)} />;
  });
}

export const matching: TypeView<'matching'> = {
  label: '연결하기',
  author: { column: '연결', level: '엮기' },
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: MatchingArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={letterOf} />,
  Key: MatchingKey,
  notes: ({ pairs }) =>
    keysOf(pairs.map(({ left }) => left)).map((key, at) => ({
      key,
      name: pairs[at] && <Html html={pairs[at].left.html} />,
      feedback: pairs[at]?.feedback ?? null,
    })),
};
