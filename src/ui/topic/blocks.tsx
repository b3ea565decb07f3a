/**
 * The blocks of a page in order of reading. Blocks and entries contain each other (an entry may hold a list, a list an
 * entry), so the components that call one another stand in one file.
 */

import { Fragment, type ReactNode, Suspense, useId } from 'react';
import type {
  Block,
  CaseBlock,
  CodeBlock,
  ComparisonBlock,
  Entry,
  NoticeBlock,
  NoticeTone,
  OutlineBlock,
  StacksBlock,
} from '../../core/model/topic.ts';
import { Icon } from '../icon.tsx';
import { lazyPart } from '../lazy.tsx';
import { CopyButton, commandsOf } from './copy-button.tsx';
import { Html } from './html.tsx';

/** Prerendered like all blocks, and hydrated as pieces of their own. */
export const Comparison = lazyPart<{ block: ComparisonBlock }>(
  async () => (await import('../comparison/comparison-table.tsx')).ComparisonTable,
);
const Stacks = lazyPart<{ block: StacksBlock }>(
  async () => (await import('../comparison/stacks-figure.tsx')).StacksFigure,
);

interface BlocksProps {
  blocks: Block[];
  /** Level of the headings that the blocks may open (facets). */
  level: number;
  /** Whether the blocks stand on the reading grid itself and not inside an item. */
  isOnGrid?: boolean;
}

/** Lives through an edit that moves the lines: a comparison by its id, other blocks by their place among their kind. */
function blockKey(block: Block, among: readonly Block[]): string {
  const id = block.kind === 'comparison' ? block.id : null;
  return id ?? block.kind + among.filter(({ kind }) => kind === block.kind).indexOf(block);
}

export function Blocks({ blocks, level, isOnGrid = false }: BlocksProps) {
  return blocks.map((block) => {
    const key = blockKey(block, blocks);
    switch (block.kind) {
      case 'prose':
        return <Html key={key} as="div" className="prose" html={block.html} />;
      case 'outline':
        return <Outline key={key} block={block} level={level} isOnGrid={isOnGrid} />;
      case 'case':
        return <CaseFlow key={key} block={block} />;
      case 'notice':
        return <NoticeWithBlocks key={key} block={block} />;
      case 'code':
        return <CodeFigure key={key} block={block} />;
      case 'comparison':
        return (
          <Suspense key={key} fallback={null}>
            <Comparison block={block} />
          </Suspense>
        );
      case 'stacks':
        return (
          <Suspense key={key} fallback={null}>
            <Stacks block={block} />
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

/** A list in the habit of the notes: labels become facets on the reading grid, other lists keep their markup. */
function Outline({ block, level, isOnGrid }: { block: OutlineBlock; level: number; isOnGrid: boolean }) {
  if (block.list === 'label' && isOnGrid) {
    return block.entries.map((entry) => <Facet key={entry.line} entry={entry} level={level} />);
  }
  const list = block.list === 'bullet' ? 'bullet' : 'ordered';
  const points = <Points entries={block.entries} list={list} start={block.start} isList />;
  return isOnGrid ? <div className="facet plain">{points}</div> : points;
}

/** One label of an outline: its name in the label column, what it says beside it, supplements in the margin. */
function Facet({ entry, level }: { entry: Entry; level: number }) {
  const { rest, supplements } = liftSupplements(entry);
  const isWide = supplements.length === 0 && rest.blocks.some((block) => block.kind === 'case');
  const heading = `h${Math.min(level, 6)}` as 'h2';
  return (
    <section className="facet">
      {rest.term && <Html as={heading} className="name" id={rest.anchor} tabIndex={-1} html={rest.term} />}
      <div className={isWide ? 'body wide' : 'body'}>
        {rest.text && <Html as="p" html={rest.text} />}
        <Blocks blocks={rest.blocks} level={level + 1} />
        <Points entries={rest.points} list={rest.pointList} />
      </div>
      {supplements.length > 0 && (
        <div className="aside">
          {supplements.map((notice) => (
            <Supplement key={notice.line} block={notice}>
              <Blocks blocks={notice.blocks} level={6} />
            </Supplement>
          ))}
        </div>
      )}
    </section>
  );
}

export const isSupplement = (block: Block): block is NoticeBlock =>
  block.kind === 'notice' && block.supplement !== null;

/** Takes the supplements out of an entry and its points, so that they can stand beside the whole facet. */
function liftSupplements(entry: Entry): { rest: Entry; supplements: NoticeBlock[] } {
  const points = entry.points.map(liftSupplements);
  return {
    rest: {
      ...entry,
      blocks: entry.blocks.filter((block) => !isSupplement(block)),
      points: points.map((point) => point.rest),
    },
    supplements: [...entry.blocks.filter(isSupplement), ...points.flatMap((point) => point.supplements)],
  };
}

/** A case: situation, solution and result in a row; the marker fills as the case resolves. */
function CaseFlow({ block }: { block: CaseBlock }) {
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

/** The items of a list: terms hang in a column of their own, explanations beside them. */
interface PointsProps {
  entries: Entry[];
  list: 'ordered' | 'bullet';
  start?: number;
  /** Keep list markup even when every item has a term: it is a list in the author's markdown. */
  isList?: boolean;
}

function Points({ entries, list, start = 1, isList = false }: PointsProps) {
  if (entries.length === 0) return null;
  if (list === 'bullet' && !isList && entries.every((entry) => entry.term !== null)) {
    return (
      <dl className="points">
        {entries.map((entry) => (
          <Fragment key={entry.line}>
            {entry.term && <Html as="dt" id={entry.anchor} tabIndex={-1} html={entry.term} />}
            <dd>
              <Explanation entry={entry} />
            </dd>
          </Fragment>
        ))}
      </dl>
    );
  }
  const List = list === 'ordered' ? 'ol' : 'ul';
  return (
    <List className={`items ${list}`} role="list" {...(list === 'ordered' && start !== 1 ? { start } : {})}>
      {entries.map((entry, index) => (
        <li key={entry.line} className={entry.term ? 'has-term' : undefined}>
          {list === 'ordered' && (
            <span className="list-number" aria-hidden="true">{`${start + index}.`}</span>
          )}
          {entry.term && <Html as="b" className="term" id={entry.anchor} tabIndex={-1} html={entry.term} />}
          <div>
            <Explanation entry={entry} />
          </div>
        </li>
      ))}
    </List>
  );
}

/** What an item says after its term. */
export function Explanation({ entry }: { entry: Entry }) {
  return (
    <>
      {entry.text && <Html as="p" html={entry.text} />}
      <Blocks blocks={entry.blocks} level={6} />
      <Points entries={entry.points} list={entry.pointList} />
    </>
  );
}

/** A notice, or a supplement, with its own blocks inside. */
function NoticeWithBlocks({ block }: { block: NoticeBlock }) {
  const inside = <Blocks blocks={block.blocks} level={6} />;
  return block.supplement ? (
    <Supplement block={block}>{inside}</Supplement>
  ) : (
    <Notice tone={block.tone}>{inside}</Notice>
  );
}

const NOTICE_NAMES: Record<NoticeTone, string> = {
  note: '참고',
  tip: '도움말',
  important: '중요',
  warning: '주의',
  caution: '경고',
};

function Notice({ tone, children }: { tone: NoticeTone; children: ReactNode }) {
  return (
    <aside className="notice" role="note" data-tone={tone} aria-label={NOTICE_NAMES[tone]}>
      <b className="tone with-icon">
        <Icon name={tone} isSmall />
        {NOTICE_NAMES[tone]}
      </b>
      <div className="notice-text">{children}</div>
    </aside>
  );
}

function Supplement({ block, children }: { block: NoticeBlock; children: ReactNode }) {
  const source = block.supplement?.source ?? null;
  const checked = formatMonth(block.supplement?.checked ?? null);
  return (
    <aside className="supplement small" role="note" aria-label="보충">
      <b className="line">
        <Icon name="plus" isSmall />
        보충
      </b>
      {children}
      {(source || checked) && (
        <p className="supplement-source">
          {source && <Html html={source} />}
          {source && checked && ' · '}
          {checked && <time dateTime={block.supplement?.checked ?? undefined}>{`${checked} 확인`}</time>}
        </p>
      )}
    </aside>
  );
}

/** `2026-11-23` → `2026년 11월`. */
export function formatMonth(date: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})/.exec(date ?? '');
  return parts ? `${parts[1]}년 ${Number(parts[2])}월` : null;
}

/** Columns that a box as wide as the text holds. */
const TEXT_COLUMNS = 64;

/** Whether a line is longer than the text is wide; Hangul takes two columns: `docker run  # 실행` has 18. */
export const hasLongLine = ({ code }: CodeBlock): boolean =>
  code.split('\n').some((line) => line.replace(/[^\0-\u10ff]/g, '  ').length > TEXT_COLUMNS);

/** With its title, its language and a button that copies it. Code within other markup looks the same: html.tsx. */
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
