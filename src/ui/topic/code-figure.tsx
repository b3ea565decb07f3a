/** A code block with its title, its language and a button that copies it. Code within other markup looks the same: html.tsx. */

import { useId } from 'react';
import type { CodeBlock } from '../../core/model/topic.ts';
import { commandsOf } from './commands.ts';
import { CopyButton } from './copy-button.tsx';
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
