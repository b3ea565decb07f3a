/** 기록 지우기: says what would be erased, asks, and lists earlier erasures, which can be undone at any time. */

import { useRef, useState } from 'react';
import type { RecordState } from '../../../core/memory/record-state.ts';
import type { EraseEvent, EventId } from '../../../core/model/event.ts';
import type { StudyIndex } from '../../../core/model/study.ts';
import type { StudyRecord } from '../../../store/study/record.ts';
import { formatWhen } from '../../pages/format-when.ts';
import { EraseForm } from './erase-form.tsx';

interface EraseSectionProps {
  record: Promise<StudyRecord>;
  state: RecordState;
  index: StudyIndex | null;
}

export function EraseSection({ record, state, index }: EraseSectionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [erased, setErased] = useState<EventId | null>(null);
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
      <dialog ref={dialog} className="sheet-dialog" aria-label="기록 지우기" onClose={() => setOpen(false)}>
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
        <ul className="erased">
          {active.map((erase) => (
            <li key={erase.id}>
              <span>
                {nameOf(erase)}{' '}
                <span className="note numeric">{formatWhen(erase.at, new Date())}에 지움</span>
              </span>
              <button className="button" type="button" onClick={() => undo(erase.id)}>
                되돌리기<span className="visually-hidden">: {nameOf(erase)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const nameOf = ({ scope }: EraseEvent): string =>
  scope.by === 'all' ? '전체 기록' : scope.by === 'items' ? `문제 ${scope.items.length}개` : '한 토픽의 카드';
