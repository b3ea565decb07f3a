/** The topic tree of the rail and the drawer: the own area open, the others behind a button. */

import { createContext, type ReactNode, use, useState } from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { Icon } from '../icon.tsx';
import { OnPageList } from '../pages/on-page.tsx';
import { useIsReadingPlace } from './reading-place.ts';
import { RecordPartsContext } from './record-parts.ts';
import { TopicLink } from './topic-link.tsx';
import type { KnownTree } from './use-tree.ts';

interface TreeState {
  page: PageData;
  known: KnownTree;
  isOpen: (node: TreeNode) => boolean;
  toggle: (node: TreeNode) => void;
}

const TreeContext = createContext<TreeState | null>(null);

export function Tree({ page, known }: { page: PageData; known: KnownTree }) {
  const Legend = use(RecordPartsContext)?.GaugeLegend;
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const isOpen = (node: TreeNode) => chosen[node.number] ?? leadsTo(node, page);
  const toggle = (node: TreeNode) => {
    if (!known.isWhole) known.load();
    setChosen({ ...chosen, [node.number]: !isOpen(node) });
  };
  return (
    <TreeContext value={{ page, known, isOpen, toggle }}>
      <ol className="tree">
        {known.nodes.map((node) => (
          <Branch key={keyOf(node)} node={node} depth={0} />
        ))}
      </ol>
      {Legend && <Legend />}
    </TreeContext>
  );
}

function Branch({ node, depth }: { node: TreeNode; depth: number }) {
  const state = use(TreeContext);
  if (!state) return null;
  const { page, known, isOpen, toggle } = state;
  const canOpen =
    node.children.length > 0 || (depth === 0 && !known.isWhole && node.number !== page.area?.number);
  const isPage = node.path === page.path && node.anchor === null;
  return (
    <li>
      <div
        className={`tree-line ${depth === 0 ? 'tree-ch' : 'tree-n'}${isPage ? ' is-page' : ''}${canOpen ? ' can-open' : ''}`}
      >
        <Row node={node} isPage={isPage} />
        {canOpen && (
          <button
            className="tree-open js"
            type="button"
            aria-expanded={isOpen(node)}
            aria-label={`${node.title} 목록`}
            onClick={() => toggle(node)}
          >
            <Icon name="down" isSmall />
          </button>
        )}
      </div>
      {isPage && page.kind === 'topic' && <OnPageList page={page} isFollowing />}
      {canOpen && isOpen(node) && <Children node={node} depth={depth} known={known} />}
    </li>
  );
}

function Row({ node, isPage }: { node: TreeNode; isPage: boolean }) {
  const isPlace = useIsReadingPlace(node.path, node.anchor);
  const Gauge = use(RecordPartsContext)?.Gauge;
  const content: ReactNode = (
    <>
      <span className="n">{node.number}</span>
      <span>
        {node.title}
        {node.draft && <span className="draft">초안</span>}
      </span>
      <span className="tree-gauge">{Gauge && <Gauge node={node} />}</span>
    </>
  );
  if (node.path === null) return <span className="tree-row">{content}</span>;
  return (
    <TopicLink
      className="tree-row"
      path={node.path}
      anchor={node.anchor}
      aria-current={isPage ? 'page' : isPlace ? 'location' : undefined}
    >
      {content}
    </TopicLink>
  );
}

function Children({ node, depth, known }: { node: TreeNode; depth: number; known: KnownTree }) {
  if (node.children.length === 0) {
    return (
      <p className="tree-wait note" role="status">
        {known.hasFailed ? '목록을 불러오지 못했습니다. 접었다 다시 펼쳐 보세요.' : '불러오는 중'}
      </p>
    );
  }
  return (
    <ol>
      {node.children.map((child) => (
        <Branch key={keyOf(child)} node={child} depth={depth + 1} />
      ))}
    </ol>
  );
}

/** Drafts have no number, headings no path. */
const keyOf = (node: TreeNode): string => `${node.number} ${node.path ?? node.title}#${node.anchor ?? ''}`;

function leadsTo(node: TreeNode, page: PageData): boolean {
  return node.path === page.path || node.children.some((child) => leadsTo(child, page));
}
