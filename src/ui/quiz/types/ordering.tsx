/** Items to put in order, moved by buttons and arrow keys; every move is said aloud and keeps the focus. */

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { choicesFor } from '../../../core/quiz/grade.ts';
import { baseOf, keysOf } from '../../../core/quiz/option-keys.ts';
import { Icon } from '../../icon.tsx';
import { Mark } from '../../marks.tsx';
import { Html } from '../../topic/html.tsx';
import { KeyItem, PlainChoices } from './choices.tsx';
import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';

type Step = -1 | 1;

function OrderingArea(props: AreaProps<'ordering'>) {
  const { answer, response, seed, grade, isDisabled, labelledBy, onChange } = props;
  const choices = choicesFor({ answer }, seed);
  const byKey = itemsByKey(answer);
  const given = response?.order.filter((key) => byKey.has(key)) ?? [];
  const order = given.length === choices.length ? given : choices.map(({ key }) => key);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ key: string; step: Step; to: number } | null>(null);

  const move = (key: string, step: Step) => {
    const from = order.indexOf(key);
    const to = from + step;
    const other = order[to];
    if (other === undefined) return;
    const next = [...order];
    next[from] = other;
    next[to] = key;
    setMoved({ key, step, to });
    onChange({ type: 'ordering', order: next });
  };

  // The list is laid anew around the pressed button; at an end its twin takes over.
  useLayoutEffect(() => {
    if (!moved) return;
    const row = list.current?.children[moved.to];
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('.move-buttons button') ?? [])];
    const button = buttons[moved.step === -1 ? 0 : 1];
    (button?.disabled ? buttons.find((each) => !each.disabled) : button)?.focus();
  }, [moved]);

  if (grade) return <Graded answer={answer} order={order} parts={grade.parts} labelledBy={labelledBy} />;

  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isDisabled) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(key, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      <ol className="order" ref={list} aria-labelledby={labelledBy}>
        {order.map((key, at) => {
          const item = byKey.get(key);
          const name = item?.text ?? '';
          return (
            <li
              key={key}
              data-moved={moved?.key === key ? '' : undefined}
              onKeyDown={(event) => onKeyDown(event, key)}
            >
              <span className="position">
                <span>{at + 1}</span>
                <span className="visually-hidden">번째 </span>
              </span>
              {item && <Html html={item.html} />}
              <span className="move-buttons needs-scripts">
                <MoveButton
                  label={`${name} 위로`}
                  isOff={isDisabled || at === 0}
                  icon="up"
                  onMove={() => move(key, -1)}
                />
                <MoveButton
                  label={`${name} 아래로`}
                  isOff={isDisabled || at === order.length - 1}
                  icon="down"
                  onMove={() => move(key, 1)}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <span className="visually-hidden" role="status">
        {moved && `${moved.to + 1}번째로 옮김`}
      </span>
    </>
  );
}

function MoveButton(props: { label: string; isOff: boolean; icon: 'up' | 'down'; onMove: () => void }) {
  return (
    <button type="button" aria-label={props.label} disabled={props.isOff} onClick={props.onMove}>
      <Icon name={props.icon} />
    </button>
  );
}

function itemsByKey({ items }: AreaProps<'ordering'>['answer']) {
  const keys = keysOf(items);
  return new Map(items.map((item, at) => [keys[at] ?? '', item]));
}

/** The learner's order, and of each item that has to move where it belongs. */
function Graded(props: {
  answer: AreaProps<'ordering'>['answer'];
  order: readonly string[];
  parts: NonNullable<AreaProps<'ordering'>['grade']>['parts'];
  labelledBy: string;
}) {
  const { answer, order, parts, labelledBy } = props;
  const keys = keysOf(answer.items);
  const byKey = itemsByKey(answer);
  return (
    <ol className="order" aria-labelledby={labelledBy}>
      {order.map((key, at) => {
        const item = byKey.get(key);
        const isInPlace = parts.find((part) => part.key === key)?.verdict === 'correct';
        const right = rightPlace(keys, order, key);
        return (
          <li key={key}>
            <span className="position">
              <span>{at + 1}</span>
              <span className="visually-hidden">번째 </span>
            </span>
            {item && <Html html={item.html} />}
            <span className="verdict-tag with-icon" data-verdict={isInPlace ? 'correct' : 'incorrect'}>
              <Mark verdict={isInPlace ? 'correct' : 'incorrect'} />
              <span>{isInPlace ? (right === at ? '제자리' : '순서 맞음') : `${right + 1}번째로`}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Equal items are taken in the order in which they are given. */
function rightPlace(keys: readonly string[], order: readonly string[], key: string): number {
  const base = baseOf(key);
  const earlier = order.slice(0, order.indexOf(key)).filter((each) => baseOf(each) === base).length;
  return keys.map((each, at) => (baseOf(each) === base ? at : -1)).filter((at) => at >= 0)[earlier] ?? 0;
}

export const ordering: TypeView<'ordering'> = {
  label: '순서 맞추기',
  author: { column: '순서', level: '엮기' },
  todo: '순서를 바꾸세요.',
  keyHints: [[['↑', '↓'], '옮기기'], ...CONFIRM_KEYS],
  Area: OrderingArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={null} />,
  Key: ({ answer }) =>
    answer.items.map((item, at) => <KeyItem key={item.line} name={String(at + 1)} html={item.html} />),
  notes: ({ items }) =>
    keysOf(items).map((key, at) => ({
      key,
      name: items[at] && <Html html={items[at].html} />,
      feedback: items[at]?.feedback ?? null,
    })),
};
