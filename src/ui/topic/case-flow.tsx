/** A case: situation, solution and result in a row; the marker fills as the case resolves. */

import type { CaseBlock } from '../../core/model/topic.ts';
import { Html } from './html.tsx';
import { Explanation } from './points.tsx';

export function CaseFlow({ block }: { block: CaseBlock }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without markers is a list
    <ol className="flow" role="list">
      {block.steps.map(({ step, entry }) => (
        <li key={entry.line}>
          <span className="dot" data-step={step} />
          {entry.term && <Html as="b" className="step" id={entry.anchor} tabIndex={-1} html={entry.term} />}
          <Explanation entry={entry} />
        </li>
      ))}
    </ol>
  );
}
