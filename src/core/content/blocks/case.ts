/** 배경/문제상황 → (해결방법) → 결과: neighbouring entries that tell a case. */

import type { Block, CaseBlock, CaseStepKind, Entry, OutlineBlock } from '../../model/topic.ts';

const STEPS = new Map<string, CaseStepKind>([
  ['배경', 'situation'],
  ['문제상황', 'situation'],
  ['해결방법', 'solution'],
  ['결과', 'result'],
]);

type Segment = { entries: Entry[]; start: number } | CaseBlock;

/** The blocks of an outline: the outline itself, or its cases and what stands between them. */
export function splitCases(outline: OutlineBlock): Block[] {
  return segmentsOf(outline.entries).map((segment) =>
    'kind' in segment
      ? segment
      : {
          ...outline,
          entries: segment.entries,
          start: outline.start + segment.start,
          line: segment.entries[0]?.line ?? outline.line,
        },
  );
}

/** Moves the cases among an entry's points to its blocks; the points after the last case stay points. */
export function wrapPoints(entry: Entry): void {
  const segments = segmentsOf(entry.points);
  if (segments.every((segment) => !('kind' in segment))) return;
  const last = segments.at(-1);
  entry.points = last && !('kind' in last) ? last.entries : [];
  for (const segment of segments) {
    if ('kind' in segment) entry.blocks.push(segment);
    else if (segment !== last) entry.blocks.push(listOf(segment.entries, entry));
  }
}

const listOf = (entries: Entry[], parent: Entry): OutlineBlock => ({
  kind: 'outline',
  list: parent.pointList,
  start: 1,
  entries,
  line: entries[0]?.line ?? parent.line,
});

function segmentsOf(entries: Entry[]): Segment[] {
  const segments: Segment[] = [];
  let plain: Entry[] = [];
  for (let at = 0; at < entries.length; ) {
    const steps = caseAt(entries, at);
    if (steps) {
      if (plain.length > 0) segments.push({ entries: plain, start: at - plain.length });
      plain = [];
      segments.push({ kind: 'case', steps, line: steps[0]?.entry.line ?? 1 });
      at += steps.length;
    } else plain.push(entries[at++] as Entry);
  }
  if (plain.length > 0) segments.push({ entries: plain, start: entries.length - plain.length });
  return segments;
}

/** The case that begins with an entry: a situation, perhaps a solution, a result. */
function caseAt(entries: Entry[], at: number): CaseBlock['steps'] | null {
  const steps: CaseBlock['steps'] = [];
  for (const role of ['situation', 'solution', 'result'] as const) {
    const entry = entries[at + steps.length];
    if (entry && stepOf(entry) === role) steps.push({ step: role, entry });
    else if (role !== 'solution') return null;
  }
  return steps;
}

function stepOf({ termText }: Entry): CaseStepKind | undefined {
  if (termText === null || termText.length > 8) return undefined;
  return STEPS.get(termText.replace(/\s/g, ''));
}
