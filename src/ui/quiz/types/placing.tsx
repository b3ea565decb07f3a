/** Placing: left sides to connect with the right ones of a lettered box, items to sort into categories, and items to put in order. */

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { AnswerOf } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import { baseOf, keysOf } from '../../../core/quiz/option-keys.ts';
import { Icon } from '../../icon.tsx';
import { Mark } from '../../marks.tsx';
import { Html, NameHtml } from '../../topic/html.tsx';
import { KeyItem, PlainChoices } from './choice.tsx';
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

type Step = -1 | 1;

/** Moved by buttons and arrow keys; every move is said aloud and keeps the focus. */
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
