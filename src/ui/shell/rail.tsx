/** Where the topic tree stands: in a rail beside the text, or in a drawer on narrow screens. */

import { memo, useEffect, useRef, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { Icon } from '../icon.tsx';
import { type LoadedTree, Tree } from './tree.tsx';

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
