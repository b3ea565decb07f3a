/** Left sides to connect with the right ones of a lettered box. */

import { useId } from 'react';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { keysOf } from '../../../core/quiz/option-keys.ts';
import { Html } from '../../topic/html.tsx';
import { type AreaProps, letterOf } from './area.ts';
import { OmrGrid } from './omr-grid.tsx';

export function MatchingArea(props: AreaProps<'matching'>) {
  const { answer, response, seed, grade, isDisabled, labelledBy, onChange } = props;
  const id = useId();
  const columns = choicesFor({ answer }, seed);
  const rights = keysOf(answer.pairs.map((pair) => pair.right));
  const rows = placesFor({ answer }).map((place, at) => ({
    ...place,
    right: rights[at] ?? '',
    feedback: answer.pairs[at]?.feedback ?? null,
  }));
  const places = response?.places ?? {};
  return (
    <>
      <dl className="bank" aria-label="보기">
        {columns.map(({ key, html }, at) => (
          <div key={key}>
            <dt>{letterOf(at)}</dt>
            <Html as="dd" id={`${id}${at}`} html={html} />
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
