/** Beside a section on a wide screen: its terms, and the questions about it that were not right last. What finds no room is left out. */

import { useEffect, useMemo, useRef } from 'react';
import { walkBlocks } from '../../core/model/blocks.ts';
import type { PageData } from '../../core/model/course.ts';
import { questionItem } from '../../core/model/event.ts';
import type { Html as SafeHtml } from '../../core/model/html.ts';
import type { Block } from '../../core/model/topic.ts';
import { questionAnchor, questionsOf } from '../../core/study/questions.ts';
import { isMissed } from '../../core/study/tally.ts';
import { useStudy } from '../../store/study/study.ts';
import { Html } from '../topic/html.tsx';

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
