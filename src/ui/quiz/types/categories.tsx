/** Items to sort into categories. */

import type { AnswerOf } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { keysOf } from '../../../core/quiz/option-keys.ts';
import { Html } from '../../topic/html.tsx';
import { PlainChoices } from './choices.tsx';
import { OmrGrid } from './omr-grid.tsx';
import { type AreaProps, CONFIRM_KEYS, DIGIT_KEYS, type TypeView } from './type-view.ts';

function CategoriesArea(props: AreaProps<'categories'>) {
  const { answer, response, seed, grade, isDisabled, labelledBy, onChange } = props;
  const columns = placesFor({ answer });
  const items = answer.categories.flatMap((category, at) =>
    category.items.map((item) => ({ item, right: columns[at]?.key ?? '' })),
  );
  const keys = keysOf(items.map(({ item }) => item));
  const byKey = new Map(items.map((each, at) => [keys[at], each]));
  const rows = choicesFor({ answer }, seed).map((choice) => ({
    ...choice,
    right: byKey.get(choice.key)?.right ?? '',
    feedback: byKey.get(choice.key)?.item.feedback ?? null,
  }));
  const places = response?.places ?? {};
  return (
    <OmrGrid
      head="설명"
      rows={rows}
      columns={columns}
      places={places}
      parts={grade?.parts ?? null}
      isDisabled={isDisabled}
      labelledBy={labelledBy}
      onPlace={(row, column) => onChange({ type: 'categories', places: { ...places, [row]: column } })}
    />
  );
}

function CategoriesKey({ answer }: { answer: AnswerOf<'categories'> }) {
  return answer.categories.map(({ name, items, line }) => (
    <span className="key-item" key={line}>
      <b>
        <Html html={name.html} />
      </b>{' '}
      {items.map((item, at) => (
        <span key={item.line}>
          {at > 0 && ', '}
          <Html html={item.html} />
        </span>
      ))}
    </span>
  ));
}

export const categories: TypeView<'categories'> = {
  label: '분류하기',
  author: { column: '분류', level: '엮기' },
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: CategoriesArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={null} />,
  Key: CategoriesKey,
};
