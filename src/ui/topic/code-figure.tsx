/** A code block with its title, its language and a button that copies it. */

import { useEffect, useId, useState } from 'react';
import type { CodeBlock } from '../../core/model/topic.ts';
import { Icon } from '../icon.tsx';
import { useHydrated } from '../take-over.ts';
import { commandsOf } from './commands.ts';
import { Html } from './html.tsx';

/** Columns that a box as wide as the text holds. */
const TEXT_COLUMNS = 64;

/** Whether a line is longer than the text is wide; Hangul takes two columns: `docker run  # 실행` has 18. */
export const hasLongLine = ({ code }: CodeBlock): boolean =>
  code.split('\n').some((line) => line.replace(/[^\0-\u10ff]/g, '  ').length > TEXT_COLUMNS);

export function CodeFigure({ block }: { block: CodeBlock }) {
  const id = useId();
  return (
    <figure className={hasLongLine(block) ? 'code long' : 'code'} aria-labelledby={id}>
      <figcaption className="line note">
        <span className="code-title" id={id}>
          {block.title ?? (block.language || '코드')}
        </span>
        {block.title && block.language && <span>{block.language}</span>}
        <CopyButton text={commandsOf(block)} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>
        <Html as="code" html={block.html} lang="en" />
      </pre>
    </figure>
  );
}

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
