/** 기록 지우기: says what would be erased, asks, and lists earlier erasures, which can be undone at any time. */

import { useEffect, useId, useRef, useState } from 'react';
import { ownItemState, type RecordState, withoutPools } from '../../core/memory/record-state.ts';
import {
  cardItem,
  type EraseEvent,
  type EraseScope,
  type EventId,
  type ItemId,
  questionItem,
} from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import type { StudyIndex, StudyTopic } from '../../core/model/study.ts';
import { cardItems, cellItems, siblingsOf } from '../../core/study/exercises.ts';
import { questionsOf } from '../../core/study/questions.ts';
import { loadPage } from '../../store/pages.ts';
import type { StudyRecord } from '../../store/study/record.ts';
import { formatWhen } from '../days.ts';
import { Icon } from '../icon.tsx';
import { Html } from '../topic/html.tsx';

interface EraseSectionProps {
  record: Promise<StudyRecord>;
  state: RecordState;
  index: StudyIndex | null;
}

export function EraseSection({ record, state, index }: EraseSectionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [erased, setErased] = useState<EventId | null>(null);
  const [shown, setShown] = useState(MOST_SHOWN);
  const active = state.erasures.filter(({ id }) => !state.restored.has(id)).toReversed();
  const open = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const undo = async (id: EventId) => {
    setErased(null);
    await (await record).restore(id);
  };
  return (
    <section className="block" aria-labelledby="erase">
      <div className="block-head">
        <h2 id="erase">지우기</h2>
      </div>
      <p className="small">
        지운 답과 별표는 세지 않으며, 예전 파일을 가져와도 되살아나지 않습니다. 지운 뒤에도 되돌릴 수
        있습니다.
      </p>
      <p className="actions">
        <button className="button" type="button" aria-haspopup="dialog" onClick={open}>
          지울 기록 고르기
        </button>
      </p>
      <dialog
        ref={dialog}
        className="sheet-dialog over-page"
        aria-label="기록 지우기"
        onClose={() => setOpen(false)}
      >
        {isOpen && (
          <EraseForm
            state={state}
            index={index}
            close={() => dialog.current?.close()}
            erase={async (scope) => setErased((await record).erase(scope))}
          />
        )}
      </dialog>
      <p className="small" role="status">
        {erased !== null && '지웠습니다. 아래에서 되돌릴 수 있습니다.'}
      </p>
      {active.length > 0 && (
        <ul className="erased screen-only">
          {active.slice(0, shown).map((erase) => (
            <li key={erase.id} className="spread">
              <span>
                {nameOf(erase)}{' '}
                <span className="note numeric">{`${formatWhen(erase.at, new Date())}에 지움`}</span>
              </span>
              <button className="button" type="button" onClick={() => undo(erase.id)}>
                되돌리기<span className="visually-hidden">{`: ${nameOf(erase)}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {active.length > shown && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setShown(shown + MOST_SHOWN)}>
            이전에 지운 것 더 보기 <span className="numeric">{active.length - shown}건</span>
          </button>
        </p>
      )}
    </section>
  );
}

/** Erases shown at once; a file can bring any number. */
const MOST_SHOWN = 20;

const nameOf = ({ scope }: EraseEvent): string =>
  scope.by === 'all' ? '전체 기록' : scope.by === 'items' ? `문제 ${scope.items.length}개` : '한 토픽의 카드';

const ALL = 'all';

interface EraseFormProps {
  state: RecordState;
  index: StudyIndex | null;
  erase: (scope: EraseScope) => Promise<void>;
  close: () => void;
}

/** Chooses what to erase: everything, or the answered questions of a topic, some of which can be spared. */
function EraseForm({ state, index, erase, close }: EraseFormProps) {
  const id = useId();
  const [chosen, setChosen] = useState(ALL);
  const [left, setLeft] = useState<ReadonlySet<ItemId>>(new Set());
  const isAnswered = (item: ItemId) => (ownItemState(state, item)?.memory ?? null) !== null;
  const topics = (index?.topics ?? []).filter((topic) => itemsIn(topic).some(isAnswered));
  const topic = topics.find(({ path }) => path === chosen);
  const answered = topic
    ? itemsIn(topic).filter(isAnswered)
    : [...withoutPools(state).items.keys()].filter(isAnswered);
  const items = answered.filter((item) => !left.has(item));
  const answers = items.reduce((sum, item) => sum + (ownItemState(state, item)?.history.length ?? 0), 0);

  const leave = (item: ItemId, isLeft: boolean) => {
    const next = new Set(left);
    if (isLeft) next.add(item);
    else next.delete(item);
    setLeft(next);
  };
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        erase(topic ? { by: 'items', items } : { by: 'all' });
      }}
    >
      <div className="sheet-head spread">
        <h2>기록 지우기</h2>
        <button className="button button-icon" type="button" aria-label="닫기" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <label className="field" htmlFor={id}>
        지울 범위
        <select
          id={id}
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
            setLeft(new Set());
          }}
        >
          <option value={ALL}>전체 기록</option>
          {topics.map(({ path, number, title }) => (
            <option key={path} value={path}>{`${number} ${title}`}</option>
          ))}
        </select>
      </label>
      {topic && <Items key={topic.path} topic={topic} items={answered} left={left} leave={leave} />}
      <p className="small numeric" role="status">
        {answers > 0
          ? `${topic ? `문제 ${items.length}개` : '모든 문제'}의 답 ${answers}번을 지웁니다.`
          : '지울 답이 없습니다.'}
      </p>
      <p className="actions">
        <button className="button button-danger" type="submit" disabled={answers === 0}>
          지우기
        </button>
        <button className="button" type="button" onClick={close}>
          취소
        </button>
      </p>
    </form>
  );
}

interface ItemsProps {
  topic: StudyTopic;
  items: readonly ItemId[];
  left: ReadonlySet<ItemId>;
  leave: (item: ItemId, isLeft: boolean) => void;
}

/** The answered items of a topic with their words, which are loaded with its page. */
function Items({ topic, items, left, leave }: ItemsProps) {
  const [titles, setTitles] = useState<ReadonlyMap<ItemId, SafeHtml>>(new Map());
  useEffect(() => {
    loadPage(topic.path).then(
      (page) =>
        page &&
        setTitles(new Map(questionsOf(page).map(({ id, question }) => [questionItem(id), question.title]))),
      // Without a network they are listed by number.
      () => undefined,
    );
  }, [topic.path]);
  const names = new Map([
    ...topic.cards.map(({ facet, term }) => [cardItem(topic.title, facet, term), `카드: ${term}`] as const),
    ...topic.cells.map(
      (cell, at) => [cellItems(topic)[at] as ItemId, `표: ${cell.row}, ${cell.column}`] as const,
    ),
  ]);
  return (
    <fieldset className="erase-items">
      <legend className="visually-hidden">지울 문제</legend>
      {items.map((item, at) => {
        const title = titles.get(item);
        return (
          <label key={item}>
            <input
              type="checkbox"
              checked={!left.has(item)}
              onChange={(event) => leave(item, !event.target.checked)}
            />
            {title ? <Html html={title} /> : (names.get(item) ?? `문제 ${at + 1}`)}
          </label>
        );
      })}
    </fieldset>
  );
}

const itemsIn = (topic: StudyTopic): ItemId[] => [
  ...siblingsOf(topic).map(({ id }) => questionItem(id)),
  ...cardItems(topic),
  ...cellItems(topic),
];
