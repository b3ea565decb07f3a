/** The top bar: skip link, drawer button, the course's name, main menu, search, settings; and the same menu at the foot of a phone. */

import { type MouseEvent, memo, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { SITE_PAGES } from '../../core/model/site.ts';
import { usePreferences } from '../../store/preferences.ts';
import { BrandMark, Icon, type IconName } from '../icon.tsx';
import { lazyPart } from '../lazy.tsx';
import { DueCount, OfflineTag } from './late-parts.ts';
import { Settings } from './settings.tsx';
import { TopicLink } from './topic-link.tsx';
import type { LoadedTree } from './tree.tsx';
import { Drawer } from './tree.tsx';
import { Waiting } from './trouble.tsx';

const SearchDialog = lazyPart<{ onClose: () => void }>(
  async () => (await import('../search/search-dialog.tsx')).SearchDialog,
);

const KeysDialog = lazyPart<{ hasStudy: boolean; onClose: () => void }>(
  async () => (await import('./keys-dialog.tsx')).KeysDialog,
);

type Course = PageData['course'];

interface MenuItem {
  path: string;
  title: string;
  icon: IconName;
}

const CONTENTS: MenuItem = { path: '/', title: '차례', icon: 'book' };
const STUDY: readonly MenuItem[] = [
  { ...SITE_PAGES.practice, icon: 'bubbles' },
  { ...SITE_PAGES.review, icon: 'review' },
  { ...SITE_PAGES.progress, icon: 'chart' },
];

/** The main menu of a course; without questions and terms it has nothing but the contents. */
const menuItems = (course: Course | null): readonly MenuItem[] =>
  course?.hasStudy ? [CONTENTS, ...STUDY] : [CONTENTS];

/** A menu of one item would only take room at the foot of a phone. */
export const hasTabBar = (course: Course | null): boolean => menuItems(course).length > 1;

interface BarProps {
  course: Course | null;
  path: string | null;
}

interface TopBarProps extends BarProps {
  /** The page whose tree the drawer holds; null where there is none. */
  treePage: PageData | null;
  tree: LoadedTree;
}

export const TopBar = memo(function TopBar({ course, path, treePage, tree }: TopBarProps) {
  return (
    <header className="topbar line">
      {/* biome-ignore lint/a11y/useValidAnchor: a link without scripts, and one that leaves the address alone with them */}
      <a className="skip" href="#main" onClick={skipToMain}>
        본문으로 건너뛰기
      </a>
      {treePage && <Drawer page={treePage} tree={tree} />}
      <TopicLink className="brand with-icon" path="/">
        <Brand logo={course?.logo} />
        <span>{course?.title ?? '강의 노트'}</span>
      </TopicLink>
      <OfflineTag />
      {path !== SITE_PAGES.search.path && <SearchButton />}
      <nav className="places" aria-label="주 메뉴">
        {menuItems(course).map((place) => (
          <TopicLink
            key={place.path}
            path={place.path}
            aria-current={place.path === path ? 'page' : undefined}
          >
            {place.title}
            {place.path === SITE_PAGES.review.path && <DueCount />}
          </TopicLink>
        ))}
      </nav>
      <Settings />
      <Keys hasStudy={course?.hasStudy ?? false} />
    </header>
  );
});

/** The course's own picture, or the app's mark. */
function Brand({ logo }: { logo: Course['logo'] }) {
  if (!logo) return <BrandMark />;
  const { href, ...size } = logo;
  // Else React would put a preload for it before the page.
  return <img className="brand-logo" src={href} alt="" fetchPriority="low" {...size} />;
}

/** The same menu at the foot of a phone. */
export const TabBar = memo(function TabBar({ course, path }: BarProps) {
  if (!hasTabBar(course)) return null;
  return (
    <nav className="tabs" aria-label="주 메뉴">
      {menuItems(course).map((place) => (
        <TopicLink key={place.path} path={place.path} aria-current={place.path === path ? 'page' : undefined}>
          <Icon name={place.icon} />
          {place.title}
          {place.path === SITE_PAGES.review.path && <DueCount />}
        </TopicLink>
      ))}
    </nav>
  );
});

/** Moves the focus without writing `#main` into the address. */
function skipToMain(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Opens the search: a field on wide screens, an icon on phones, and the keys `/` and Ctrl/⌘ K. */
export function SearchButton() {
  const { key, isOpen, open, close } = useOpening();
  const hasShortcuts = usePreferences(({ shortcuts }) => shortcuts);

  // After the key one goes on typing at once, so the dialog is loaded early.
  useEffect(() => {
    const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
    idle(() => void SearchDialog.load());
  }, []);

  useShortcut(isSearchKey, open);

  return (
    <>
      <button
        className="search-button with-icon needs-scripts"
        type="button"
        aria-label="노트와 문제에서 찾기"
        aria-haspopup="dialog"
        onPointerEnter={() => void SearchDialog.load()}
        onFocus={() => void SearchDialog.load()}
        onClick={open}
      >
        <Icon name="search" />
        <span className="search-hint" aria-hidden="true">
          노트와 문제에서 찾기{hasShortcuts && <kbd>/</kbd>}
        </span>
      </button>
      {isOpen && (
        <Suspense fallback={<Opening />}>
          <SearchDialog key={key} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** Any click tries again, and the button says so. */
function Opening() {
  if (!SearchDialog.useHasFailed()) return <Waiting isWaiting />;
  return (
    <div className="waiting over-page screen-only row" role="alert">
      찾기를 불러오지 못했습니다.
      <button className="button" type="button">
        다시 시도
      </button>
    </div>
  );
}

/** `?` shows the keys. */
function Keys({ hasStudy }: { hasStudy: boolean }) {
  const { key, isOpen, open, close } = useOpening();
  useShortcut((event) => event.key === '?', open);
  return (
    isOpen && (
      <Suspense fallback={null}>
        <KeysDialog key={key} hasStudy={hasStudy} onClose={close} />
      </Suspense>
    )
  );
}

/**
 * Whether a dialog is open. Browsers shut it at once and send its `close` event in a later task: a key in between opens another one,
 * with a `key` of its own, and the event closes only the one that it came from.
 */
function useOpening() {
  const [{ key, isOpen }, set] = useState({ key: 0, isOpen: false });
  return {
    key,
    isOpen,
    open: () => set((now) => ({ key: now.key + 1, isOpen: true })),
    close: () => set((now) => (now.key === key ? { ...now, isOpen: false } : now)),
  };
}

const isSearchKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/';

/** A key of the whole page: of one letter only where nothing is typed; none where a dialog is open or keys are switched off. */
function useShortcut(isShortcut: (event: KeyboardEvent) => boolean, act: () => void): void {
  const isOn = usePreferences(({ shortcuts }) => shortcuts);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key, target } = event;
    if (event.isComposing || event.defaultPrevented || altKey || !isShortcut(event)) return;
    if (document.querySelector('dialog[open]')) return;
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    if (ctrlKey || metaKey ? shiftKey || key === '?' : isTyping) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isOn) return;
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
}
