/** The bar at the top: skip link, the button of the drawer, the course's name, places, settings. */

import { type MouseEvent, memo, use } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { SITE_PAGES } from '../../core/model/site-pages.ts';
import { BrandMark, Icon } from '../icon.tsx';
import { SearchButton } from '../search/search-button.tsx';
import { Drawer } from './drawer.tsx';
import { placesOf } from './main-menu.ts';
import { RecordPartsContext } from './record-parts.ts';
import { Settings } from './settings.tsx';
import { TopicLink } from './topic-link.tsx';
import type { KnownTree } from './use-tree.ts';
import { VersionPartsContext } from './version-parts.ts';

interface BarProps {
  course: PageData['course'] | null;
  path: string | null;
}

interface TopBarProps extends BarProps {
  /** The page whose tree the drawer holds; null where there is none. */
  treePage: PageData | null;
  known: KnownTree;
}

export const TopBar = memo(function TopBar({ course, path, treePage, known }: TopBarProps) {
  return (
    <header className="topbar" id="topbar">
      {/* biome-ignore lint/a11y/useValidAnchor: a link without scripts, and one that leaves the address alone with them */}
      <a className="skip" href="#main" onClick={skipToMain}>
        본문으로 건너뛰기
      </a>
      {treePage && <Drawer page={treePage} known={known} />}
      <TopicLink className="brand" path="/">
        <BrandMark />
        <span>{course?.title ?? '강의 노트'}</span>
      </TopicLink>
      <span className="grow" />
      <Offline />
      {path !== SITE_PAGES.search.path && <SearchButton />}
      <nav className="places" aria-label="주 메뉴">
        {placesOf(course).map((place) => (
          <TopicLink
            key={place.path}
            path={place.path}
            aria-current={place.path === path ? 'page' : undefined}
          >
            {place.title}
            {place.path === SITE_PAGES.review.path && <Due />}
          </TopicLink>
        ))}
      </nav>
      <Settings />
    </header>
  );
});

/** The same menu at the foot of a phone; with a single place it would only take room. */
export const TabBar = memo(function TabBar({ course, path }: BarProps) {
  const places = placesOf(course);
  if (places.length < 2) return null;
  return (
    <nav className="tabs" aria-label="주 메뉴">
      {places.map((place) => (
        <TopicLink key={place.path} path={place.path} aria-current={place.path === path ? 'page' : undefined}>
          <Icon name={place.icon} />
          {place.title}
          {place.path === SITE_PAGES.review.path && <Due />}
        </TopicLink>
      ))}
    </nav>
  );
});

function Offline() {
  const Tag = use(VersionPartsContext)?.OfflineTag;
  return Tag ? <Tag /> : null;
}

function Due() {
  const Count = use(RecordPartsContext)?.DueCount;
  return Count ? <Count /> : null;
}

/** Moves the focus without writing `#main` into the address. */
function skipToMain(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
