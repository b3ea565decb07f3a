/** Parts of the results for the search dialog and the search page: the list of hits, one hit, filters, a line about the query. */

import { getChoseong, josa } from 'es-hangul';
import { useEffect, useRef, useState } from 'react';
import type { TreeNode } from '../../core/model/course.ts';
import type { Hit, Range, SearchResults } from '../../core/search/find.ts';
import { loadTree } from '../../store/pages.ts';
import { forgetSearches, recentSearches, search } from '../../store/search/search.ts';
import { basePath } from '../../store/site.ts';
import { useIsLong } from '../shell/trouble.tsx';
import { addressOf, FILTERS, type Filter, filtered, type TopicHits } from './hits.ts';

/** Characters before the first match, and in all. */
const BEFORE = 24;
const LENGTH = 110;

export function HitText({ hit }: { hit: Hit }) {
  const { title, text, titleMarks, textMarks, place, kind } = hit;
  const isQuestion = kind === 'question';
  const heading = title || (isQuestion ? text : place.section || place.topic);
  const marks = title ? titleMarks : isQuestion ? textMarks : [];
  const excerpt = isQuestion || text === '' ? null : cut(text, textMarks);
  const where = kind === 'topic' ? '' : place.section === heading ? '' : place.section;
  return (
    <>
      <span className="row-title">
        <Marked text={heading} marks={marks} />
      </span>
      {excerpt && (
        <span className={kind === 'code' ? 'hit-text hit-code' : 'hit-text'}>
          <Marked text={excerpt.text} marks={excerpt.marks} />
        </span>
      )}
      {(where || isQuestion) && (
        <span className="note">
          {where}
          {isQuestion && (where ? ' · 확인 문제' : '확인 문제')}
        </span>
      )}
    </>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly Range[] }) {
  const parts = [];
  let from = 0;
  for (const { start, end } of marks) {
    if (start < from) continue;
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  // Drawn anew as a whole: a translator may have put other nodes in the place of its texts.
  return (
    <span key={marks.map(({ start }) => start).join(' ') + text}>
      {parts}
      {text.slice(from)}
    </span>
  );
}

/** The text around its first mark; cut between words, with an ellipsis where something is left out. */
function cut(text: string, marks: readonly Range[]): { text: string; marks: Range[] } {
  const first = marks[0]?.start ?? 0;
  const ideal = Math.max(0, first - BEFORE);
  const from = ideal === 0 ? 0 : text.indexOf(' ', ideal) + 1 || ideal;
  const start = from > first ? ideal : from;
  const end = Math.min(text.length, start + LENGTH);
  const head = start > 0 ? '… ' : '';
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end).replaceAll('\n', ' ') + (end < text.length ? ' …' : ''),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

interface FilterRowProps {
  hits: readonly Hit[];
  filter: Filter;
  set: (filter: Filter) => void;
}

export function FilterRow({ hits, filter, set }: FilterRowProps) {
  return (
    <div className="search-filters row">
      {FILTERS.map((each) => {
        const count = filtered(hits, each.filter).length;
        if (count === 0 && each.filter !== filter) return null;
        return (
          <button
            key={each.filter}
            type="button"
            aria-pressed={each.filter === filter}
            onClick={() => set(each.filter)}
          >
            {each.label} <span className="numeric">{count}</span>
          </button>
        );
      })}
    </div>
  );
}

interface SearchNoteProps {
  view: SearchView;
  /** Puts another query in. */
  ask: (query: string) => void;
}

export function SearchNote({ view: { query, results, hasFailed, isLong, retry }, ask }: SearchNoteProps) {
  if (hasFailed) {
    return (
      <p className="search-note">
        검색 자료를 불러오지 못했습니다. 연결을 확인하세요.{' '}
        <button type="button" className="search-suggestion" onClick={retry}>
          다시 시도
        </button>
      </p>
    );
  }
  if (isLong) return <p className="search-note">찾는 중입니다.</p>;
  if (!results) return null;
  if (results.hits.length === 0) {
    return (
      <p className="search-note">
        <span>{`「${query}」에 대한 검색 결과가 없습니다.`}</span>
        {results.nearest !== null && (
          <>
            {' '}
            {/* Of one piece: the particle never stands alone on the next line. */}
            <span className="search-nearest">
              <button type="button" className="search-suggestion" onClick={() => ask(results.nearest ?? '')}>
                {results.nearest}
              </button>
              <span>{josa.pick(results.nearest, '을/를')}</span>
            </span>{' '}
            찾으셨나요?
          </>
        )}
      </p>
    );
  }
  const { reading, absent, isPartial } = results;
  if (!reading && !isPartial) return null;
  return (
    <p className="search-note">
      {isPartial && <span>{partialText(absent)} </span>}
      {reading && <ReadAs reading={reading} />}
    </p>
  );
}

/** Said before what was found: 「‘없는말’은 노트에 없습니다. 나머지로 찾았습니다.」. */
const partialText = (absent: readonly string[]): string =>
  absent.length === 0
    ? '모두 들어 있는 곳이 없어, 일부만 있는 곳을 찾았습니다.'
    : `${absent.map((word) => `‘${word}’`).join(', ')}${josa.pick(absent.at(-1) ?? '', '은/는')} 노트에 없습니다. 나머지로 찾았습니다.`;

const READ_AS = { initials: '초성', layout: '한/영 전환', slip: '오타', spelling: '다른 표기' };

/** 「초성 ‘ㅈㅅㅅ’을 종속성으로 읽었습니다.」. */
function ReadAs({ reading: { how, typed, word } }: { reading: NonNullable<SearchResults['reading']> }) {
  const read = how === 'initials' ? '시옷' : how === 'layout' ? word : typed;
  return (
    <>
      <span>{`${READ_AS[how]} ‘${typed}’${josa.pick(read, '을/를')} `}</span>
      <b>{word}</b>
      <span>{`${josa.pick(word, '으로/로')} 읽었습니다.`}</span>
    </>
  );
}

interface SearchView extends Found {
  /** An answer has been waited for long enough to say so. */
  isLong: boolean;
  /** Asks once more. */
  retry: () => void;
}

interface Found {
  /** The query the hits belong to. */
  query: string;
  results: SearchResults | null;
  /** The index could not be fetched. */
  hasFailed: boolean;
}

const NOTHING: Found = { query: '', results: null, hasFailed: false };

/** Searches while one types. The last results stay until the next ones are here. */
export function useSearch(query: string): SearchView {
  const [view, setView] = useState(NOTHING);
  const [tries, setTries] = useState(0);
  const trimmed = query.trim();
  const isWaiting = trimmed !== '' && trimmed !== view.query;
  const retry = () => {
    setView(NOTHING);
    setTries(tries + 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another question
  useEffect(() => {
    if (trimmed === '') {
      setView(NOTHING);
      return;
    }
    let isCurrent = true;
    void search(trimmed).then((results) => {
      if (isCurrent) setView({ query: trimmed, results, hasFailed: results === null });
    });
    return () => {
      isCurrent = false;
    };
  }, [trimmed, tries]);
  return { ...view, isLong: useIsLong(isWaiting), retry };
}

/** The id of the option at an index. */
export const idOf = (list: string, index: number): string => `${list}-${index}`;

interface HitListProps {
  id: string;
  groups: readonly TopicHits[];
  current: Hit | null;
  /** A hit is followed, by the shell's handler of links. */
  onFollow: (hit: Hit) => void;
}

export function HitList({ id, groups, current, onFollow }: HitListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the current hit
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  let index = -1;
  return (
    <div id={id} ref={list} role="listbox" aria-label="검색 결과">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of controls
        <div key={group.path} role="group" aria-label={`${group.number ?? ''} ${group.topic}`.trim()}>
          <p className="search-topic" aria-hidden="true">
            {group.number && <span className="number">{group.number}</span>} {group.topic}
          </p>
          {group.hits.map((hit) => {
            index += 1;
            return (
              <a
                key={`${hit.place.anchor} ${hit.group} ${hit.text}`}
                id={idOf(id, index)}
                className="hit"
                role="option"
                aria-selected={hit === current}
                tabIndex={-1}
                href={basePath() + addressOf(hit)}
                onClick={() => onFollow(hit)}
              >
                <HitText hit={hit} />
              </a>
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface StartProps {
  ask: (query: string) => void;
  onForget: () => void;
}

/** While nothing is typed: what was found lately, and that initial consonants do, with a word of the course. */
export function Start({ ask, onForget }: StartProps) {
  const [searches, setSearches] = useState(recentSearches);
  const [initials, setInitials] = useState('');
  useEffect(() => {
    let isShown = true;
    void loadTree().then((tree) => isShown && setInitials(exampleIn(tree)));
    return () => {
      isShown = false;
    };
  }, []);
  const forget = () => {
    forgetSearches();
    setSearches([]);
    onForget();
  };
  return (
    <section className="search-recent" aria-label="찾기 시작">
      {searches.length > 0 && (
        <>
          <div className="spread">
            <h2 className="note">최근 찾은 말</h2>
            <button type="button" onClick={forget}>
              지우기
            </button>
          </div>
          <ul>
            {searches.map((search) => (
              <li key={search}>
                <button type="button" onClick={() => ask(search)}>
                  {search}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note">
        초성으로도 찾습니다{initials === '' ? '.' : ': '}
        {initials !== '' && (
          <button type="button" className="search-suggestion" onClick={() => ask(initials)}>
            {initials}
          </button>
        )}
      </p>
    </section>
  );
}

/** The initial consonants of the first title that has a Korean word of three syllables or more: `종속성 관리` → `ㅈㅅㅅ`. */
function exampleIn(tree: readonly TreeNode[]): string {
  for (const { title, children } of tree) {
    const word = /[가-힣]{3,}/.exec(title)?.[0] ?? '';
    const initials = word === '' ? exampleIn(children) : getChoseong(word);
    if (initials !== '') return initials;
  }
  return '';
}
