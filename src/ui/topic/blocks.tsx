/** Blocks in order of reading; each kind of the closed union has its component. */

import { lazy, Suspense } from 'react';
import type { Block } from '../../core/model/topic.ts';
import { ComparisonTable } from '../comparison/comparison-table.tsx';
import { CaseFlow } from './case-flow.tsx';
import { CodeFigure } from './code-figure.tsx';
import { Notice } from './notice.tsx';
import { Outline } from './outline.tsx';
import { Prose } from './prose.tsx';

const loadStacks = () => import('../comparison/stacks-figure.tsx');

/** A rare block brings its own code; prerendering has to have it at once. */
const StacksFigure = import.meta.env.SSR
  ? (await loadStacks()).StacksFigure
  : lazy(async () => ({ default: (await loadStacks()).StacksFigure }));

interface BlocksProps {
  blocks: Block[];
  /** Level of the headings that the blocks may open (facets). */
  level: number;
  /** Whether the blocks stand on the reading grid itself and not inside an item. */
  isOnGrid?: boolean;
}

/** Lives through an edit that moves the lines: a comparison by its id, other blocks by their place among their kind. */
function keyOf(block: Block, among: readonly Block[]): string {
  const id = block.kind === 'comparison' ? block.id : null;
  return id ?? block.kind + among.filter(({ kind }) => kind === block.kind).indexOf(block);
}

export function Blocks({ blocks, level, isOnGrid = false }: BlocksProps) {
  return blocks.map((block) => {
    const key = keyOf(block, blocks);
    switch (block.kind) {
      case 'prose':
        return <Prose key={key} html={block.html} />;
      case 'outline':
        return <Outline key={key} block={block} level={level} isOnGrid={isOnGrid} />;
      case 'case':
        return <CaseFlow key={key} block={block} />;
      case 'notice':
        return <Notice key={key} block={block} />;
      case 'code':
        return <CodeFigure key={key} block={block} />;
      case 'comparison':
        return <ComparisonTable key={key} block={block} />;
      case 'stacks':
        return (
          <Suspense key={key} fallback={null}>
            <StacksFigure block={block} />
          </Suspense>
        );
      case 'quiz':
        // Its page puts it after the deeper sections.
        return null;
      default:
        return block satisfies never;
    }
  });
}
