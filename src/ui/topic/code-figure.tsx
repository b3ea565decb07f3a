/** A code block with its title, its language and a button that copies it. */

import { useId } from 'react';
import type { CodeBlock } from '../../core/model/topic.ts';
import { CopyButton } from './copy-button.tsx';
import { Html } from './html.tsx';

export function CodeFigure({ block }: { block: CodeBlock }) {
  const id = useId();
  return (
    <figure className="code" aria-labelledby={id}>
      <figcaption>
        <span className="code-title" id={id}>
          {block.title ?? (block.language || '코드')}
        </span>
        {block.title && block.language && <span className="code-lang">{block.language}</span>}
        <CopyButton text={block.code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <pre tabIndex={0}>
        <Html as="code" html={block.html} lang="en" />
      </pre>
    </figure>
  );
}
