/**
 * The topic tree: the page's own area is open, the others are behind a button. It stands in a rail beside the text, or in a drawer on
 * narrow screens.
 */

import {
  createContext,
  memo,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { followTree, loadTree } from '../../store/pages.ts';
import { Icon } from '../icon.tsx';
import { NodeCount } from './late-parts.ts';
import { OnPageList, useIsReadingPlace } from './reading-place.tsx';
import { TopicLink } from './topic-link.tsx';

const AFTER_PAINT_MILLIS = 1500;

export interface LoadedTree {
  nodes: TreeNode[];
  isWhole: boolean;
  hasFailed: boolean;
  load: () => void;
}

/** The topic tree as far as it has been loaded: the page's own area at once, all of it after the first paint. */
export function useTree(page: PageData | null): LoadedTree {
  const [whole, setWhole] = useState(page?.map?.tree ?? null);
  const [hasFailed, setFailed] = useState(false);
  const isWhole = whole !== null;

  const loadWhole = useCallback(() => {
    setFailed(false);
    loadTree().then((nodes) => {
      if (nodes.length > 0) setWhole(nodes);
      else setFailed(true);
    });
  }, []);
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(loadWhole, AFTER_PAINT_MILLIS);
    return () => clearTimeout(timer);
  }, [isWhole, loadWhole]);

  // While notes are edited.
  useEffect(() => followTree(setWhole), []);

  return useMemo(
    () => ({ nodes: whole ?? withOwnArea(page), isWhole, hasFailed, load: loadWhole }),
    [whole, page, isWhole, hasFailed, loadWhole],
  );
}

/** Until the whole tree is here: the areas, and what is in the page's own. */
function withOwnArea(page: PageData | null): TreeNode[] {
  const { area: own, course } = page ?? {};
  return (course?.areas ?? []).map((node) => (node.number === own?.number ? own : node));
}

interface TreeState {
  page: PageData;
  tree: LoadedTree;
  isOpen: (node: TreeNode) => boolean;
  toggle: (node: TreeNode) => void;
}

const TreeContext = createContext<TreeState | null>(null);

function Tree({ page, tree }: { page: PageData; tree: LoadedTree }) {
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const isOpen = (node: TreeNode) => chosen[node.number] ?? leadsTo(node, page);
  const toggle = (node: TreeNode) => {
    if (!tree.isWhole) tree.load();
    setChosen({ ...chosen, [node.number]: !isOpen(node) });
  };
  return (
    <TreeContext value={{ page, tree, isOpen, toggle }}>
      <ol className="tree" data-wide={0}>
        {tree.nodes.map((node) => (
          <Branch key={nodeKey(node)} node={node} depth={0} />
        ))}
      </ol>
    </TreeContext>
  );
}

function Branch({ node, depth }: { node: TreeNode; depth: number }) {
  const state = use(TreeContext);
  if (!state) return null;
  const { page, tree, isOpen, toggle } = state;
  const canOpen =
    node.children.length > 0 || (depth === 0 && !tree.isWhole && node.number !== page.area?.number);
  const isPage = node.path === page.path && node.anchor === null;
  return (
    <li>
      <div
        className={`tree-line ${depth === 0 ? 'tree-area' : 'tree-topic'}${isPage ? ' is-page' : ''}${canOpen ? ' can-open' : ''}`}
      >
        <Row node={node} isPage={isPage} />
        {canOpen && (
          <button
            className="tree-open needs-scripts"
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
      {canOpen && isOpen(node) && <Children node={node} depth={depth} tree={tree} />}
    </li>
  );
}

function Row({ node, isPage }: { node: TreeNode; isPage: boolean }) {
  const isPlace = useIsReadingPlace(node.path, node.anchor);
  const content: ReactNode = (
    <>
      <span className="number">{node.number}</span>
      <span>
        {node.title}
        {node.draft && <span className="draft">초안</span>}
      </span>
      <span className="tree-count">
        <NodeCount node={node} />
      </span>
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

function Children({ node, depth, tree }: { node: TreeNode; depth: number; tree: LoadedTree }) {
  if (node.children.length === 0) {
    return (
      <p className="tree-wait note" role="status">
        {tree.hasFailed ? '목록을 불러오지 못했습니다. 접었다 다시 펼쳐 보세요.' : '불러오는 중'}
      </p>
    );
  }
  return (
    <ol data-wide={numberWidth(node.children)}>
      {node.children.map((child) => (
        <Branch key={nodeKey(child)} node={child} depth={depth + 1} />
      ))}
    </ol>
  );
}

/** Drafts have no number, headings no path. */
const nodeKey = (node: TreeNode): string => `${node.number} ${node.path ?? node.title}#${node.anchor ?? ''}`;

function leadsTo(node: TreeNode, page: PageData): boolean {
  return node.path === page.path || node.children.some((child) => leadsTo(child, page));
}

/** It scrolls by itself and keeps the current row in view. */
export const Rail = memo(function Rail({ page, tree }: { page: PageData; tree: LoadedTree }) {
  const rail = useRef<HTMLElement>(null);

  const showRow = () => {
    if (rail.current) showCurrentRow(rail.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves when the page or the tree changes
  useEffect(showRow, [page.path, tree.isWhole]);

  // The tree comes a frame after its rail (tree.css).
  return (
    <nav className="rail" aria-label="차례" ref={rail} onAnimationEnd={showRow}>
      <Tree page={page} tree={tree} />
    </nav>
  );
});

/** Scrolls the rail, never the window, until the current row is seen with some rows around it. */
function showCurrentRow(box: HTMLElement): void {
  const row = box.querySelector('[aria-current="page"]');
  if (!row) return;
  const { top, bottom } = row.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const room = 72;
  if (top < frame.top + room) box.scrollTop -= frame.top + room - top;
  else if (bottom > frame.bottom - room) box.scrollTop += bottom - frame.bottom + room;
}

/** The button in the bar and the sheet it opens; <dialog> keeps the focus inside, Esc closes. */
export function Drawer({ page, tree }: { page: PageData; tree: LoadedTree }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen || !dialog.current) return;
    dialog.current.showModal();
    // A class and not :has(), which would make the browser look for an open drawer whenever a page changes.
    const page = document.documentElement.classList;
    page.add('is-held');
    const release = () => page.remove('is-held');
    if (list.current) showCurrentRow(list.current);
    list.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus({ preventScroll: true });
    return release;
  }, [isOpen]);

  const close = () => dialog.current?.close();
  const onClose = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <>
      <button
        ref={button}
        className="button button-icon only-narrow needs-scripts"
        type="button"
        aria-label="차례 열기"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name="list" />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes; the click is one on the backdrop or a link
        <dialog
          ref={dialog}
          className="drawer"
          aria-label="차례"
          onClose={onClose}
          onClick={(event) => {
            const target = event.target as Element;
            if (target === dialog.current || target.closest('a')) close();
          }}
        >
          <div className="drawer-head spread">
            <strong>차례</strong>
            <button className="button button-icon" type="button" aria-label="차례 닫기" onClick={close}>
              <Icon name="close" />
            </button>
          </div>
          <div className="drawer-list" ref={list}>
            <Tree page={page} tree={tree} />
          </div>
        </dialog>
      )}
    </>
  );
}

/** For `data-wide`, by which styles know the room that the longest of some numbers takes (base.css). */
export function numberWidth(nodes: readonly { number: string | null }[]): 0 | 1 | 2 | 3 {
  const longest = nodes.reduce((most, { number }) => Math.max(most, number?.length ?? 0), 0);
  return longest <= 4 ? 0 : longest <= 6 ? 1 : longest <= 8 ? 2 : 3;
}
