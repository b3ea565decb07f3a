/** The button that copies code, or another text, and says so. */

import { useEffect, useState } from 'react';
import { Icon } from '../icon.tsx';
import { useHydrated } from '../take-over.ts';

const SHOWN_MILLIS = 2000;

/** Copies a text and says so; absent where there are no scripts or no clipboard. */
export function CopyButton({ text }: { text: string }) {
  const isHydrated = useHydrated();
  const [result, setResult] = useState<'복사했습니다' | '복사하지 못했습니다' | ''>('');

  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(''), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [result]);

  if (!isHydrated || !navigator.clipboard) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult('복사했습니다'),
      () => setResult('복사하지 못했습니다'),
    );
  return (
    <>
      <span className="copied" role="status">
        {result}
      </span>
      <button className="button button-icon copy" type="button" aria-label="코드 복사" onClick={copy}>
        <Icon name={result === '복사했습니다' ? 'check' : 'copy'} isSmall />
      </button>
    </>
  );
}
