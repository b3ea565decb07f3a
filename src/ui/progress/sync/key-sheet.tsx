/** One sheet of paper with the key: the last way back to a record. It is in the page only while it is printed. */

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { groupsOf, keyLink } from '../../../core/sync/sync-key.ts';
import { currentCourse } from '../../../store/site.ts';
import { KeepNote, progressAddress, QrCode } from './sync-parts.tsx';

const PRINTING = 'printsKey';

export function printSheet(syncKey: Uint8Array): void {
  const paper = document.body.appendChild(document.createElement('div'));
  paper.className = 'key-sheet';
  const root = createRoot(paper);
  flushSync(() => root.render(<KeySheet syncKey={syncKey} />));
  document.documentElement.dataset[PRINTING] = '';
  const remove = () => {
    delete document.documentElement.dataset[PRINTING];
    root.unmount();
    paper.remove();
  };
  addEventListener('afterprint', remove, { once: true });
  print();
}

export function KeySheet({ syncKey }: { syncKey: Uint8Array }) {
  const page = progressAddress();
  const today = new Date().toLocaleDateString('ko-KR', { dateStyle: 'long' });
  return (
    <article lang="ko">
      <p className="spread">
        <b>{currentCourse()?.title}</b>
        <span className="numeric">{today}</span>
      </p>
      <h1>학습 기록의 열쇠</h1>
      <div className="sync-link">
        <QrCode text={keyLink(page, syncKey)} label="이 기록의 링크를 담은 QR 코드" />
        <div>
          <ol className="sync-steps">
            <li>휴대전화의 카메라로 비춥니다.</li>
            <li>
              열린 화면에서 <b>기록 합치기</b>를 누릅니다.
            </li>
            <li>카메라가 없으면 아래 주소를 열고, 「인쇄한 열쇠가 있으면」에 열쇠를 칩니다.</li>
          </ol>
          <KeepNote>이 종이를 가진 사람은 기록을 읽을 수 있습니다. 사진으로 올리지 마세요.</KeepNote>
        </div>
      </div>
      <p className="sync-address">
        <code>{page}</code>
        <code className="sync-groups">
          {groupsOf(syncKey).map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves
            <span key={at}>{group}</span>
          ))}
        </code>
      </p>
      <p className="small">
        모든 기기에서 기록이 사라져도 이 한 장으로 되찾습니다. 서버가 지워지면 되찾을 수 없습니다.
      </p>
    </article>
  );
}
