/** The link that is the key: for the camera of another device, to copy, to send, and to print. */

import { useState } from 'react';
import { keyLink } from '../../../core/sync/sync-key.ts';
import { printSheet } from './key-sheet.tsx';
import { KeepNote, progressAddress, QrCode, SyncIcon } from './sync-parts.tsx';

export function SyncLink({ syncKey, close }: { syncKey: Uint8Array; close: () => void }) {
  const [isShown, setShown] = useState(false);
  const [message, setMessage] = useState('');
  const link = keyLink(progressAddress(), syncKey);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setMessage('링크를 복사했습니다.');
    } catch {
      setShown(true);
      setMessage('복사하지 못했습니다. 위의 링크를 골라 복사하세요.');
    }
  };
  // What the learner gives up in the browser's own sheet needs no words.
  const send = () => navigator.share({ url: link }).catch(() => undefined);
  const canSend = 'share' in navigator;
  return (
    <>
      {canSend && (
        <p className="actions sync-first">
          <button className="button button-main" type="button" onClick={send}>
            링크 보내기
          </button>
          <span className="note">이 전화의 화면은 스스로 비출 수 없습니다. 링크를 다른 기기로 보내세요.</span>
        </p>
      )}
      <div className="sync-link">
        <QrCode text={link} label="이 기록의 링크를 담은 QR 코드" />
        <div>
          <ol className="sync-steps">
            <li>다른 기기의 카메라로 이 그림을 비춥니다.</li>
            <li>
              열린 화면에서 <b>기록 합치기</b>를 누릅니다.
            </li>
          </ol>
          <p className="sync-address">
            <code>{isShown ? link : `…/progress/#sync=${'•'.repeat(10)}`}</code>{' '}
            <button
              className="button button-small"
              type="button"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? '가리기' : '보기'}
            </button>
          </p>
          <p className="actions">
            <button className="button" type="button" onClick={copy}>
              링크 복사
            </button>
            {canSend && (
              <button className="button sync-later" type="button" onClick={send}>
                링크 보내기
              </button>
            )}
            <button className="button" type="button" onClick={() => printSheet(syncKey)}>
              <SyncIcon name="print" />한 장 인쇄
            </button>
            <button className="button" type="button" onClick={close}>
              닫기
            </button>
          </p>
          <p className="small" role="status">
            {message}
          </p>
          <KeepNote>
            이 링크가 열쇠입니다. 가진 사람은 기록을 읽을 수 있고, 모두 잃으면 서버의 기록을 열 수 없습니다.
            한 장 인쇄해 두세요.
          </KeepNote>
        </div>
      </div>
    </>
  );
}
