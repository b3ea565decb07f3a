/**
 * What the frame, the contents and the pages of notes have to do with the record. It is opened once the page stands, looked at again on
 * every page, shown on the icon of the installed app. Shown of it are the tally of a row, the number of what is due, where the questions
 * of a page stand, and beside a section on a wide screen its terms and what was missed of it.
 */

import '../styles/late.css';
import './record-parts.css';
import { useEffect, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { dayNumber, dayOf } from '../../core/memory/day-number.ts';
import { dueDayNumber } from '../../core/memory/due-day.ts';
import { walkBlocks } from '../../core/model/blocks.ts';
import type { PageData, TreeNode } from '../../core/model/course.ts';
import { type ItemId, questionItem } from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import { STANDING_NAMES, STANDINGS, type Standing, type Tally, tallyWords } from '../../core/model/study.ts';
import type { Block } from '../../core/model/topic.ts';
import { sumOf } from '../../core/study/due-exercises.ts';
import { exercisesOf } from '../../core/study/exercises.ts';
import { questionAnchor, questionsOf } from '../../core/study/questions.ts';
import { isMissed, standingOf } from '../../core/study/standing.ts';
import { basePath, courseId } from '../../store/site.ts';
import { storedKeys } from '../../store/stored-value.ts';
import { isFolded, setFolded, useFolds } from '../../store/study/folded-questions.ts';
import { keepPersistent } from '../../store/study/persistence.ts';
import { openStudy, useStudy } from '../../store/study/study.ts';
import { noteDueDay } from '../../store/study/study-day.ts';
import { followRecord, renewTally, useTally } from '../../store/study/tally.ts';
import { countWords } from '../days.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { TallyBar } from '../tally-bar.tsx';
import { Html } from '../topic/html.tsx';

let isFollowing = false;

/** Opens the record; notes the next due day when the page is left. */
export function OpenRecord({ path }: { path: string | null }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a moment to look at the record again
  useEffect(() => {
    if (!isFollowing) {
      followRecord();
      keepPersistent();
      followDueDay();
      if (import.meta.env.SYNC_URL) followSync();
    }
    isFollowing = true;
    openStudy().then(renewTally, () => undefined);
  }, [path]);
  const due = useDueCount();
  useEffect(() => {
    if (due !== null) void badge(due);
  }, [due]);
  return null;
}

/** On devices that share their record; their key is stored by `store/sync/sync.ts`. */
function followSync(): void {
  if (storedKeys(`study.sync/${courseId()}`).length === 0) return;
  // Without a network nothing would come of it: the next page tries again.
  import('../../store/sync/sync.ts').then(({ startSync }) => startSync()).catch(() => undefined);
}

/** Puts a number on the icon of the installed app; 0 takes it off. */
async function badge(due: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  try {
    await (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge());
  } catch {
    // Refused where the app is not installed or may not notify; the number stands beside 복습, too.
  }
}

/** Notes the next due day when the page is left; called once. */
function followDueDay(): void {
  document.addEventListener('visibilitychange', () => {
    const { state, index, today } = useStudy.getState();
    if (document.visibilityState === 'visible' || !state || !index) return;
    const now = dayNumber(today);
    const days = exercisesOf(index.topics, state.settings.cardTopics).map(
      ({ item }) => dueDayNumber(state, item, now) ?? Number.POSITIVE_INFINITY,
    );
    const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
    noteDueDay(`${basePath()}/`, Number.isFinite(first) ? dayOf(first) : null);
  });
}

/** Rows are drawn anew only where a number has changed. */
function useNodeTally(node: TreeNode): Tally | null {
  return useTally(useShallow(({ tally }) => tally?.of(node) ?? null));
}

/** In a row of the contents: the bar, and how many of how many are remembered. */
export function NodeTally({ node }: { node: TreeNode }) {
  const tally = useNodeTally(node);
  if (!tally) return null;
  return (
    <>
      <TallyBar tally={tally} />
      <Remembered tally={tally} />
    </>
  );
}

/** In a row of the topic tree, where there is no room for a bar. */
export function NodeCount({ node }: { node: TreeNode }) {
  const tally = useNodeTally(node);
  if (!tally) return null;
  return (
    <>
      <span className="visually-hidden">{`, ${tallyWords(tally)}`}</span>
      <Remembered tally={tally} />
    </>
  );
}

/** 6 / 10; said in full beside it. */
const Remembered = ({ tally }: { tally: Tally }) => (
  <span className="remembered note numeric" aria-hidden="true">
    <b>{tally.remembered}</b>
    <span>{` / ${tally.all}`}</span>
  </span>
);

/** Of questions, as the map counts them; null until the record has been read. */
const useDueCount = (): number | null => {
  const isRead = useStudy(({ state, index }) => state !== null && index !== null);
  const due = useTally(({ plan }) => plan?.due.question ?? 0);
  return isRead ? due : null;
};

const MOST = 99;

/** Beside 복습 in the menus: the questions due, as the map counts them; a dot where only cards or cells are. */
export function DueCount() {
  const due = useTally(({ plan }) => plan?.due);
  if (!due || sumOf(due) === 0) return null;
  const { question } = due;
  return (
    <span className="count numeric screen-only">
      <span className="visually-hidden">{`, 복습할 것 ${countWords(due)}`}</span>
      <span aria-hidden="true">{question > MOST ? `${MOST}+` : question || '•'}</span>
    </span>
  );
}

/** In the head of a page. What is due is reviewed, what is remembered folds, the others lead to the first of them. */
export function PageTally({ page }: { page: PageData }) {
  const tally = useTally(({ tally: course }) => course?.page(page.path) ?? null);
  if (!tally || tally.new === tally.all) return null;
  return (
    <>
      <span>{`${tally.all}문제 중`}</span>
      {STANDINGS.map(
        (standing) =>
          tally[standing] > 0 && <Part key={standing} {...{ page, standing }} count={tally[standing]} />,
      )}
    </>
  );
}

function Part({ page, standing, count }: { page: PageData; standing: Standing; count: number }) {
  const { state, today } = useStudy.getState();
  const words = `${STANDING_NAMES[standing]} ${count}`;
  const stands = (item: ItemId) => state !== null && standingOf(state, item, dayNumber(today)) === standing;
  if (standing === 'remembered') {
    const ids = questionsOf(page).flatMap(({ id }) => (stands(questionItem(id)) ? [id] : []));
    return <FoldButton path={page.path} ids={ids} words={words} />;
  }
  if (standing === 'due') {
    return <TopicLink path={`/review/?topic=${encodeURIComponent(page.path)}&go`}>{words}</TopicLink>;
  }
  const isThere = (item: ItemId) =>
    stands(item) && (standing !== 'wrong' || (state !== null && isMissed(state, item)));
  const first = questionsOf(page).find(({ id }) => isThere(questionItem(id)));
  return first ? (
    <TopicLink path={page.path} anchor={questionAnchor(first.id)}>
      {words}
    </TopicLink>
  ) : (
    <span>{words}</span>
  );
}

function FoldButton({ path, ids, words }: { path: string; ids: readonly string[]; words: string }) {
  const areFolded = useFolds(({ folds }) => ids.some((id) => isFolded(folds, path, id)));
  return (
    <button className="text-button" type="button" onClick={() => setFolded(path, ids, !areFolded)}>
      <span>{words}</span> <span>{areFolded ? '펴기' : '접기'}</span>
    </button>
  );
}

/** With fewer terms one sees them all anyway. */
const FEWEST_TERMS = 5;

interface SectionMarginProps {
  page: PageData;
  /** What the section says, and its anchor; null under the page's title. */
  blocks: readonly Block[];
  anchor: string | null;
}

interface Row {
  href: string;
  html: SafeHtml;
}

/** What finds no room is left out. */
export function SectionMargin({ page, blocks, anchor }: SectionMarginProps) {
  const state = useStudy((study) => study.state);
  const terms = useMemo(() => termsIn(blocks), [blocks]);
  const asked = useMemo(() => questionsAbout(page, anchor), [page, anchor]);
  const missed = asked
    .filter(({ id }) => state && isMissed(state, questionItem(id)))
    .map(({ id, question }) => ({ href: questionAnchor(id), html: question.title }));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const margin = box.current;
    if (!margin || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => showWhatFits(margin));
    for (const each of [margin, ...margin.children]) observer.observe(each);
    return () => observer.disconnect();
  });
  return (
    <div className="section-margin note screen-only" ref={box}>
      {missed.length > 0 && <Rows title="이 절에서 틀린 문제" rows={missed} />}
      {terms.length >= FEWEST_TERMS && <Rows title="이 절의 용어" rows={terms} />}
    </div>
  );
}

/** Its height is the section's; what ends below that would lie over the next one. */
function showWhatFits(margin: HTMLElement): void {
  const end = margin.getBoundingClientRect().bottom;
  for (const row of margin.querySelectorAll('li'))
    row.toggleAttribute('data-cut', row.getBoundingClientRect().bottom > end);
}

function Rows({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <div>
      <b>{title}</b>
      <ul aria-label={title}>
        {rows.map(({ href, html }) => (
          <li key={href}>
            <a href={`#${encodeURIComponent(href)}`}>
              <Html html={html} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function termsIn(blocks: readonly Block[]): Row[] {
  const terms: Row[] = [];
  walkBlocks(blocks, null, {
    without: ['quiz', 'notice'],
    entry: ({ term, anchor }) => {
      if (term && anchor !== undefined) terms.push({ href: anchor, html: term });
      return undefined;
    },
  });
  return terms;
}

/** Those of the section's own quiz, and those elsewhere on the page whose answer it teaches. */
const questionsAbout = (page: PageData, anchor: string | null) =>
  questionsOf(page).filter(
    (placed) =>
      placed.anchor === anchor ||
      placed.question.sources.some(({ href }) => href === `#${encodeURIComponent(anchor ?? '')}`),
  );
