/** A diagram in words, a line for each thing it shows: `사용자 → API 서버: 요청`. Screen readers, search and exports have these. */

import type {
  Diagram,
  DiagramEdge,
  DiagramNode,
  GraphDiagram,
  SequenceDiagram,
  SequenceStep,
  Tip,
} from './diagram.ts';

export const wordsOf = (diagram: Diagram): string[] =>
  (diagram.kind === 'sequence' ? sequenceWords(diagram) : graphWords(diagram)).map((line) =>
    line.replaceAll('\n', ' '),
  );

/** What a box without words stands for. */
const UNNAMED: Partial<Record<DiagramNode['shape'], string>> = {
  start: '시작',
  end: '끝',
  question: '갈림',
  bar: '나란히',
};

function graphWords({ nodes, edges, groups }: GraphDiagram): string[] {
  const names = new Map([
    ...groups.map(({ id, label }) => [id, label] as const),
    ...nodes.map(({ id, label, shape }) => [id, label || (UNNAMED[shape] ?? id)] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const shown = edges.filter(({ line }) => line !== 'hidden');
  const led = new Set(shown.flatMap(({ from, to }) => [from, to]));
  return [
    ...groups.map(({ id, label }) => {
      const within = [...nodes, ...groups].filter(({ group }) => group === id).map((each) => nameOf(each.id));
      return `${label}: ${within.join(', ')}`;
    }),
    ...nodes.flatMap(({ id, rows }) => {
      const said = rows.flat();
      if (said.length > 0) return `${nameOf(id)}: ${said.join(', ')}`;
      return led.has(id) || groups.some((group) => group.id === nodes.find((node) => node.id === id)?.group)
        ? []
        : nameOf(id);
    }),
    ...shown.map((edge) => edgeWords(edge, nameOf)),
  ];
}

/** How many of a table stand at an end of a line. */
const COUNTS: Partial<Record<Tip, string>> = {
  one: '1개',
  'zero-one': '0개나 1개',
  many: '1개 이상',
  'zero-many': '0개 이상',
};

function edgeWords(
  { from, to, label, line, start, end, fromCount, toCount }: DiagramEdge,
  nameOf: (id: string) => string,
) {
  const isTurned = start === 'triangle' || end === 'diamond' || end === 'diamond-filled';
  const relation = relationOf(isTurned ? end : start, isTurned ? start : end, line);
  const counted = (id: string, count: string) => (count === '' ? nameOf(id) : `${nameOf(id)} ${count}`);
  const one = counted(from, fromCount || (COUNTS[start] ?? ''));
  const other = counted(to, toCount || (COUNTS[end] ?? ''));
  const points = (tip: Tip) => tip !== 'none' && COUNTS[tip] === undefined;
  const arrow = points(start) && points(end) ? '↔' : points(start) || points(end) ? '→' : '—';
  // `A <-- B`: from B to A.
  const isBack = isTurned || (points(start) && !points(end) && !/^diamond/.test(start));
  const said = [relation, label].filter((words) => words !== '').join(', ');
  return `${isBack ? other : one} ${arrow} ${isBack ? one : other}${said === '' ? '' : `: ${said}`}`;
}

/** What a mark at an end of a line says of two classes. */
function relationOf(start: Tip, end: Tip, line: DiagramEdge['line']): string {
  if (end === 'triangle' || start === 'triangle') return line === 'dashed' ? '구현' : '상속';
  if (start === 'diamond-filled' || end === 'diamond-filled') return '합성';
  if (start === 'diamond' || end === 'diamond') return '집합';
  if (end === 'open' || start === 'open') return line === 'dashed' ? '의존' : '연관';
  return end === 'cross' || start === 'cross' ? '막힘' : '';
}

/** The words of `loop` and the like, as the diagram itself shows them. */
export const BLOCK_WORDS: Readonly<Record<string, string>> = {
  loop: '반복',
  alt: '조건',
  else: '아니면',
  opt: '선택',
  par: '동시에',
  par_over: '동시에',
  and: '함께',
  critical: '필수',
  option: '경우',
  break: '중단',
};

export const blockLabel = (word: string, label: string): string =>
  [BLOCK_WORDS[word] ?? word, label].filter((words) => words !== '').join(': ');

function sequenceWords({ actors, steps }: SequenceDiagram): string[] {
  const names = new Map(actors.map(({ id, label }) => [id, label]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const open: string[] = [];
  const said = steps.flatMap((step) => {
    if (step.step === 'open') open.push(step.word);
    if (step.step === 'close') return `${blockLabel(open.pop() ?? '', '')} 끝`;
    return stepWords(step, nameOf);
  });
  return said.length > 0 ? said : actors.map(({ label }) => label);
}

function stepWords(step: SequenceStep, nameOf: (id: string) => string): string[] {
  switch (step.step) {
    case 'message': {
      const arrow = step.both ? '↔' : '→';
      const label = step.label === '' ? '' : `: ${step.label}`;
      return [`${nameOf(step.from)} ${arrow} ${nameOf(step.to)}${label}`];
    }
    case 'note':
      return [`${step.actors.map(nameOf).join(', ')}의 메모: ${step.label}`];
    case 'open':
    case 'part':
      return [blockLabel(step.word, step.label)];
    default:
      return [];
  }
}
