/** The page of a topic or an area: head, blocks, sections, topics of the area, previous and next page. */

import { Suspense } from 'react';
import type { PageData, PageLink, TreeNode } from '../../core/model/course.ts';
import { encodePath, PAGE_MARKDOWN } from '../../core/model/site.ts';
import { basePath } from '../../store/site.ts';
import { Icon } from '../icon.tsx';
import { lazyPart, useAfterPaint } from '../lazy.tsx';
import { PageTally } from '../shell/late-parts.ts';
import { OnPageFold } from '../shell/reading-place.tsx';
import { TopicLink, TopicLinkFetchedInView } from '../shell/topic-link.tsx';
import { numberWidth } from '../shell/tree.tsx';
import { useCopy } from '../topic/copy-button.tsx';
import { Html } from '../topic/html.tsx';
import { PageParts, SectionBlocks } from './page-sections.tsx';
import { TreeRows } from './tree-rows.tsx';

const PrintedKeys = lazyPart<{ page: PageData }>(
  async () => (await import('../quiz/answer.tsx')).PrintedKeys,
);

/** Characters of data that fill a screen. */
const SCREENFUL = 2_500;

interface TopicPageProps {
  page: PageData;
  /**
   * False after a link to the top of a page: its first frame then holds a screenful, so that a long page is seen as soon
   * as a short one. What lies below the screen follows at once.
   */
  isWhole: boolean;
}

export function TopicPage({ page, isWhole: isWholeAtOnce }: TopicPageProps) {
  const isWhole = useAfterPaint(true, isWholeAtOnce);
  return (
    <article className="read" data-path={page.path}>
      <PageHead page={page} />
      <SectionBlocks page={page} blocks={page.blocks} anchor={null} level={2} />
      <PageParts page={page} most={isWhole ? null : countFirst(page)} />
      {isWhole && page.kind === 'area' && <AreaTopics page={page} />}
      {isWhole && <PageSource page={page} />}
      {isWhole && <PreviousNext page={page} />}
      {isWhole && countQuestions(page) > 0 && (
        <Suspense fallback={null}>
          <PrintedKeys page={page} />
        </Suspense>
      )}
    </article>
  );
}

/** The page as its author wrote it: where it is mended, and its markdown. */
function PageSource({ page: { path, sourceHref } }: { page: PageData }) {
  const { said, copy } = useCopy();
  const fetchMarkdown = async () => {
    const response = await fetch(basePath() + encodePath(path) + PAGE_MARKDOWN);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  return (
    <p className="edit-page row">
      {sourceHref && (
        <a href={`${sourceHref}1`} rel="noopener noreferrer">
          이 페이지 고치기
        </a>
      )}
      <button className="needs-scripts" type="button" onClick={() => void copy(fetchMarkdown())}>
        마크다운 복사
      </button>
      <span role="status">{said}</span>
    </p>
  );
}

/** How many sections the first screen shows. */
function countFirst({ blocks, sections }: PageData): number {
  let room = SCREENFUL - JSON.stringify(blocks).length;
  const after = sections.findIndex((section) => {
    if (room <= 0) return true;
    room -= JSON.stringify(section).length;
    return false;
  });
  return after < 0 ? sections.length : after;
}

/** The head of a page: breadcrumbs, number, title, reading time. */
function PageHead({ page }: { page: PageData }) {
  const isChapter = page.kind === 'area';
  return (
    <header className="opening">
      <nav className="crumbs note" aria-label="위치">
        <ol>
          <li>
            <TopicLink path="/">차례</TopicLink>
          </li>
          {page.crumbs
            .filter((crumb) => crumb.path !== '/')
            .map((crumb) => (
              <li key={crumb.path}>
                <TopicLink path={crumb.path}>
                  {crumb.number && <span className="number">{`${crumb.number} `}</span>}
                  {crumb.title}
                </TopicLink>
              </li>
            ))}
        </ol>
      </nav>
      {page.number && (
        <span
          className={isChapter ? 'chapter-number' : 'chapter-number topic-number'}
          data-wide={numberWidth([page])}
          aria-hidden="true"
        >
          {page.number}
        </span>
      )}
      <Html as="h1" id={page.anchor} tabIndex={-1} html={page.title} />
      <p className="meta row">
        <span className="numeric">{`읽는 데 ${page.minutes}분`}</span>
        {page.draft ? <span className="draft">초안</span> : <PracticeLink page={page} />}
        {!page.draft && countQuestions(page) > 0 && (
          // The record comes after the page, and its room is kept.
          <span className="page-tally line numeric screen-only">
            <PageTally page={page} />
          </span>
        )}
      </p>
      <OnPageFold page={page} />
    </header>
  );
}

/** The link to practising the questions of the page one at a time. */
function PracticeLink({ page }: { page: PageData }) {
  const count = countQuestions(page);
  return (
    count > 0 && (
      <TopicLink
        className="numeric needs-scripts"
        path={`/practice/?topic=${encodeURIComponent(page.path)}`}
      >{`문제 ${count}개 풀기`}</TopicLink>
    )
  );
}

/** Counts the questions that can be answered, those of a pool as one. Two with the same id, which `check` reports, count twice. */
const countQuestions = (page: PageData): number =>
  new Set(
    [page, ...page.sections]
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'quiz' ? block.questions : []))
      .filter(({ answer }) => answer !== undefined)
      .map((question) => question.pool ?? question),
  ).size;

/** The topics of an area, at the end of its own page. */
function AreaTopics({ page }: { page: PageData }) {
  const topics = ownNode(page.area, page.path)?.children.filter((node) => node.path !== page.path) ?? [];
  if (topics.length === 0) return null;
  return (
    <>
      <header className="section-head">
        <div className="section-title">
          <h2>이어지는 글</h2>
        </div>
      </header>
      <TreeRows nodes={topics} minutes={null} />
    </>
  );
}

/** The page's node in its area: the area itself, or a part of it with a page and topics of its own. */
function ownNode(node: TreeNode | null, path: string): TreeNode | null {
  if (!node || (node.path === path && node.anchor === null)) return node;
  for (const child of node.children) {
    const match = ownNode(child, path);
    if (match) return match;
  }
  return null;
}

/** The links at the end of a page: the next page, large, and the one before. */
function PreviousNext({ page }: { page: PageData }) {
  if (!page.previous && !page.next) return null;
  return (
    <nav className="turn" aria-label="이전 글과 다음 글">
      {page.previous && <Way link={page.previous} direction="prev" />}
      {page.next && <Way link={page.next} direction="next" />}
    </nav>
  );
}

function Way({ link, direction }: { link: PageLink; direction: 'prev' | 'next' }) {
  const isNext = direction === 'next';
  const Link = isNext ? TopicLinkFetchedInView : TopicLink;
  return (
    <Link className={`way ${direction}`} path={link.path} rel={direction}>
      <span className="way-label with-icon">
        {!isNext && <Icon name="left" isSmall />}
        {isNext ? '다음' : '이전'}
        {isNext && <Icon name="right" isSmall />}
      </span>
      <span className="way-title">
        {link.number && <span className="number">{`${link.number} `}</span>}
        {link.title}
      </span>
    </Link>
  );
}
