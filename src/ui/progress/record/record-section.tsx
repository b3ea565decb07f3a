/** The section about the record itself: where it is stored, how safe it is there, and how to export and import it. */

import { useState } from 'react';
import type { LookBack } from '../../../core/memory/look-back.ts';
import { clearsAfterAWeek, exportedAt } from '../../../store/study/persistence.ts';
import type { StudyRecord } from '../../../store/study/record.ts';
import { formatWhen } from '../../pages/format-when.ts';
import { ImportRecord } from './import-record.tsx';
import { saveRecord } from './record-file.ts';

interface RecordSectionProps {
  record: Promise<StudyRecord>;
  /** Null while a large record is being looked at. */
  past: LookBack | null;
  /** Whether the browser may clear the record of its own accord. */
  canClear: boolean;
}

export function RecordSection({ record, past, canClear }: RecordSectionProps) {
  const [exported, setExported] = useState(exportedAt);
  const [message, setMessage] = useState('');
  const save = async () => {
    const count = await saveRecord(await record);
    setExported(exportedAt());
    setMessage(`기록 ${count}건을 파일로 내보냈습니다.`);
  };
  return (
    <section className="block" aria-labelledby="record">
      <div className="block-h">
        <h2 id="record" tabIndex={-1}>
          기록
        </h2>
        <span className="note num">
          {past && answersIn(past)}
          {exported !== null && `, 마지막으로 내보낸 때 ${formatWhen(exported, new Date())}`}
        </span>
      </div>
      <p className="small">
        학습 기록은 이 브라우저에만 저장됩니다. 다른 기기에서 이어서 하려면 파일로 내보낸 뒤 그 기기에서
        가져오세요. 두 기록을 합치고, 같은 답은 한 번만 세며, 아무것도 지우지 않습니다.
      </p>
      <Safety canClear={canClear} />
      <p className="actions">
        <button className="btn" type="button" onClick={save}>
          기록 내보내기
        </button>
        <ImportRecord record={record} />
      </p>
      <p className="small" role="status">
        {message}
      </p>
    </section>
  );
}

const answersIn = ({ answers, items }: LookBack): string =>
  answers === 0 ? '아직 답이 없습니다' : `문제 ${items}개에 답 ${answers}번`;

/** Whether the browser may clear the record. */
function Safety({ canClear }: { canClear: boolean }) {
  if (!canClear) return <p className="small">이 브라우저는 기록을 스스로 지우지 않습니다.</p>;
  return (
    <p className="small">
      {clearsAfterAWeek()
        ? '이 브라우저는 7일 동안 열지 않은 사이트의 기록을 지울 수 있습니다. 홈 화면에 추가하거나 가끔 내보내 두세요.'
        : '기기의 저장 공간이 모자라면 브라우저가 기록을 지울 수 있습니다. 가끔 내보내 두면 안전합니다.'}
    </p>
  );
}
