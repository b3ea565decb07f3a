/** `/search/?q=…`: search results on a page with an address, to be shared or read without the dialog. */

import '../styles/late.css';
import './search.css';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { NeedsScripts } from '../shell/trouble.tsx';
import { useTakeOver } from '../take-over.ts';
import { anchorOf, type Filter, filtered, followHit, groupByTopic, type TopicHits } from './hits.ts';
import { FilterRow, HitText, SearchNote, Start, useSearch } from './result-parts.tsx';

const SETTLE_MILLIS = 400;

const queryIn = (search: string): string => new URLSearchParams(search).get('q') ?? '';

export function SearchPage({ page }: { page: PageData }) {
  const { search, key } = useLocation();
  // The prerendered page has no query; the address is read once scripts have taken over.
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  // With the query of the address, so that it is not taken for an empty one before.
  const [hasArrived, setArrived] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry of the history, not what is typed here
  useEffect(() => {
    const inAddress = queryIn(location.search);
    // An address without a query does not clear what was typed before the scripts came.
    if (inAddress || hasArrived) setQuery(inAddress);
    setArrived(true);
  }, [key, search]);
  const form = useTakeOver<HTMLFormElement>();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (query === queryIn(location.search)) return;
      const address =
        query.trim() === '' ? location.pathname : `${location.pathname}?q=${encodeURIComponent(query)}`;
      history.replaceState(history.state, '', address);
    }, SETTLE_MILLIS);
    return () => clearTimeout(timer);
  }, [query]);

  const view = useSearch(query);
  const all = view.results?.hits ?? [];
  const groups = groupByTopic(filtered(all, filter));
  return (
    <article className="search">
      <h1 id={page.anchor} tabIndex={-1}>
        {page.titleText}
      </h1>
      <NeedsScripts />
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is too new for the browsers we serve */}
      <form
        className="search-field needs-scripts"
        role="search"
        ref={form}
        onSubmit={(event) => event.preventDefault()}
      >
        <input
          type="search"
          aria-label="찾을 말, 초성도 됩니다"
          placeholder="노트와 문제에서 찾기"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </form>
      {all.length > 0 && <FilterRow hits={all} filter={filter} set={setFilter} />}
      <div role="status">
        <SearchNote view={view} ask={setQuery} />
        {all.length > 0 && <p className="visually-hidden">{`결과 ${all.length}개`}</p>}
      </div>
      {hasArrived && query.trim() === '' && <Start ask={setQuery} onForget={() => undefined} />}
      {groups.map((group) => (
        <Topic key={group.path} group={group} query={query} />
      ))}
    </article>
  );
}

/** What was found in one topic. */
function Topic({ group, query }: { group: TopicHits; query: string }) {
  const { path, number, topic, hits } = group;
  return (
    <section aria-labelledby={`topic-${path}`}>
      <h2 id={`topic-${path}`} className="search-topic">
        {number && <span className="number">{number}</span>} {topic}
      </h2>
      <ol>
        {hits.map((hit) => (
          <li key={`${hit.place.anchor} ${hit.group} ${hit.text}`}>
            <TopicLink
              className="hit"
              path={hit.place.path}
              anchor={anchorOf(hit)}
              onClick={() => followHit(hit, query)}
            >
              <HitText hit={hit} />
            </TopicLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
