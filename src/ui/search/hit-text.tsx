/** One hit: its title, an excerpt around the first match, and the section it stands in. */

import type { Hit, Range } from '../../core/search/find.ts';

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
      <span className="ti">
        <Marked text={heading} marks={marks} />
      </span>
      {excerpt && (
        <span className={kind === 'code' ? 'ex ex-code' : 'ex'}>
          <Marked text={excerpt.text} marks={excerpt.marks} />
        </span>
      )}
      {(where || isQuestion) && (
        <span className="pa">
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
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
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
