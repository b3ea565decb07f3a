/** Copying a text to the clipboard, and the button that does it for code. */

import { useEffect, useState } from 'react';
import { Icon } from '../icon.tsx';
import { useHydrated } from '../take-over.ts';

const SHOWN_MILLIS = 2000;
const COPIED = '복사했습니다';

/** `said` is for a `status`, for a moment. */
export function useCopy() {
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = (text: string | Promise<string>) =>
    write(text).then(
      () => setSaid(COPIED),
      () => setSaid('복사하지 못했습니다'),
    );
  return { said, copy };
}

/** What is still on its way is promised to the clipboard: some browsers take nothing once the press is past. */
async function write(text: string | Promise<string>): Promise<void> {
  const { clipboard } = navigator;
  if (typeof text === 'string' || !('ClipboardItem' in window)) return clipboard.writeText(await text);
  const type = 'text/plain';
  await clipboard.write([new ClipboardItem({ [type]: text.then((words) => new Blob([words], { type })) })]);
}

/** Copies a text and says so; absent where there are no scripts or no clipboard. */
export function CopyButton({ text }: { text: string }) {
  const { said, copy } = useCopy();
  if (!useHydrated() || !navigator.clipboard) return null;
  return (
    <>
      <span className="copied" role="status">
        {said}
      </span>
      <button
        className="button button-icon copy"
        type="button"
        aria-label="코드 복사"
        onClick={() => copy(text)}
      >
        <Icon name={said === COPIED ? 'check' : 'copy'} isSmall />
      </button>
    </>
  );
}
