/** The head of a page: where it stands, its number, its title, and how long it takes to read. */

import type { PageData } from '../../core/model/course.ts';
import { OnPageFold } from '../shell/on-page.tsx';
import { TopicLink } from '../shell/topic-link.tsx';
import { Html } from '../topic/html.tsx';
import { Practise } from './practise.tsx';

export function Opening({ page }: { page: PageData }) {
  const isChapter = page.kind === 'area';
  return (
    <header className="opening">
      <nav className="crumbs" aria-label="위치">
        <ol>
          <li>
            <TopicLink path="/">차례</TopicLink>
          </li>
          {page.crumbs
            .filter((crumb) => crumb.path !== '/')
            .map((crumb) => (
              <li key={crumb.path}>
                <TopicLink path={crumb.path}>
                  {crumb.number && <span className="num">{crumb.number} </span>}
                  {crumb.title}
                </TopicLink>
              </li>
            ))}
        </ol>
      </nav>
      {page.number && (
        <span className={isChapter ? 'ch' : 'ch ch-topic'} aria-hidden="true">
          {page.number}
        </span>
      )}
      <Html as="h1" id={page.anchor} tabIndex={-1} html={page.title} />
      <p className="meta">
        <span className="num">읽는 데 {page.minutes}분</span>
        {page.draft ? <span className="draft">초안</span> : <Practise page={page} />}
      </p>
      <OnPageFold page={page} />
    </header>
  );
}
