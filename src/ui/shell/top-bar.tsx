/** The bar at the top: skip link, the button of the drawer, the course's name, places, settings. */

import type { MouseEvent, ReactNode } from 'react';
import { BrandMark, Icon } from '../icon.tsx';
import type { Place } from './places.ts';
import { Settings } from './settings.tsx';
import { TopicLink } from './topic-link.tsx';

interface TopBarProps {
  title: string;
  path: string | null;
  places: readonly Place[];
  /** The button that opens the drawer; null where there is no drawer. */
  drawer: ReactNode;
}

export function TopBar({ title, path, places, drawer }: TopBarProps) {
  return (
    <header className="topbar">
      {/* biome-ignore lint/a11y/useValidAnchor: a link without scripts, and one that leaves the address alone with them */}
      <a className="skip" href="#main" onClick={skipToMain}>
        본문으로 건너뛰기
      </a>
      {drawer}
      <TopicLink className="brand" path="/">
        <BrandMark />
        <span>{title}</span>
      </TopicLink>
      <span className="grow" />
      <nav className="places" aria-label="주 메뉴">
        {places.map((place) => (
          <TopicLink
            key={place.path}
            path={place.path}
            aria-current={place.path === path ? 'page' : undefined}
          >
            {place.label}
          </TopicLink>
        ))}
      </nav>
      <Settings />
    </header>
  );
}

/** The same menu at the foot of a phone; with a single place it would only take room. */
export function TabBar({ path, places }: { path: string | null; places: readonly Place[] }) {
  if (places.length < 2) return null;
  return (
    <nav className="tabs" aria-label="주 메뉴">
      {places.map((place) => (
        <TopicLink key={place.path} path={place.path} aria-current={place.path === path ? 'page' : undefined}>
          <Icon name={place.icon} />
          {place.label}
        </TopicLink>
      ))}
    </nav>
  );
}

/** Moves the focus without writing `#main` into the address. */
function skipToMain(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
