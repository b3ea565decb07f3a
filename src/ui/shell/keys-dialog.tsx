/** What the keys do, in one list, behind `?`. */

import { useEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';

type Keys = readonly (readonly [keys: readonly string[], does: string])[];

const ANYWHERE: Keys = [
  [['/'], '찾기'],
  [['Ctrl', 'K'], '찾기, 글을 쓰는 중에도'],
  [['?'], '단축키'],
  [['Esc'], '닫기'],
];
const STUDY: readonly { title: string; keys: Keys }[] = [
  {
    title: '문제',
    keys: [
      [['1', '…', '9'], '고르기'],
      [['↑', '↓'], '순서 바꾸기'],
      [['H'], '힌트'],
      [['Enter'], '확실해요, 다음 문제'],
      [['Shift', 'Enter'], '헷갈려요'],
    ],
  },
  {
    title: '떠올리기',
    keys: [
      [['Space'], '열기'],
      [['1', '2', '3'], '떠올림, 가물가물, 못 떠올림'],
      [['←', '↑', '↓', '→'], '표의 다른 칸'],
    ],
  },
];

export function KeysDialog({ hasStudy, onClose }: { hasStudy: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes; the click is one on the backdrop
    <dialog
      ref={dialog}
      className="keys-dialog over-page"
      aria-label="단축키"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="spread">
        <h2>단축키</h2>
        <button
          className="button button-icon"
          type="button"
          aria-label="단축키 닫기"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <KeyList title="어디서나" keys={ANYWHERE} />
      {hasStudy && STUDY.map((each) => <KeyList key={each.title} {...each} />)}
    </dialog>
  );
}

function KeyList({ title, keys }: { title: string; keys: Keys }) {
  return (
    <section>
      <h3 className="note">{title}</h3>
      <dl>
        {keys.map(([names, does]) => (
          <div key={does} className="line">
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
