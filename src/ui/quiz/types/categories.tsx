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
  const items = answer.categories.flatMap(({ items: own }, at) =>
    own.map((item) => ({ ...item, right: columns[at]?.key ?? '' })),
  );
  const right = new Map(keysOf(items).map((key, at) => [key, items[at]?.right ?? '']));
  const rows = choicesFor({ answer }, seed).map((choice) => ({
    ...choice,
    right: right.get(choice.key) ?? '',
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
  notes({ categories: all }) {
    const items = all.flatMap((category) => category.items);
    return keysOf(items).map((key, at) => ({
      key,
      name: items[at] && <Html html={items[at].html} />,
      feedback: items[at]?.feedback ?? null,
    }));
  },
};
