/** Items to sort into categories. */

import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { keysOf } from '../../../core/quiz/option-keys.ts';
import type { AreaProps } from './area.ts';
import { OmrGrid } from './omr-grid.tsx';

export function CategoriesArea(props: AreaProps<'categories'>) {
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
