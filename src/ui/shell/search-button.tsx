/** Opens the search: a field on wide screens, an icon on phones, and the keys `/` and Ctrl/⌘ K. */

import { lazy, Suspense, useEffect, useState } from 'react';
import { usePreferences } from '../../store/preferences.ts';
import { Icon } from '../icon.tsx';

const loadDialog = () => import('../search/search-dialog.tsx');
const SearchDialog = lazy(loadDialog);

export function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  const hasShortcuts = usePreferences(({ shortcuts }) => shortcuts);

  // After the key one goes on typing at once, so the dialog is loaded early.
  useEffect(() => {
    const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
    idle(() => void loadDialog().catch(() => undefined));
  }, []);

  useEffect(() => {
    if (!hasShortcuts) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || !isShortcut(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [hasShortcuts]);

  return (
    <>
      <button
        className="search-button needs-scripts"
        type="button"
        aria-label="노트와 문제에서 찾기"
        aria-haspopup="dialog"
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className="search-hint" aria-hidden="true">
          노트와 문제에서 찾기{hasShortcuts && <kbd>/</kbd>}
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Ctrl/⌘ K anywhere; `/` only where nothing is typed and no dialog is open. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return false;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey) return key.toLowerCase() === 'k';
  if (key !== '/' || ctrlKey || metaKey || altKey) return false;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  return !isTyping;
}
