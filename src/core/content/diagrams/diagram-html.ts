/** The markup of a diagram: its drawings, caption, what it says in words, and its source. It needs no scripts. */

import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import type {
  Diagram,
  DiagramEdge,
  DiagramNode,
  Drawing,
  Drawings,
  GraphDiagram,
  SequenceDiagram,
  SequenceStep,
  Tip,
} from './diagram.ts';

/** Filled in once the diagrams of a page are counted. */
const NUMBER = '<b class="diagram-number"></b>';

/** Widths of the page's column at which diagram.css has a narrow drawing take the place of a wide one. */
const STEPS = [400, 470, 540, 600, 680, 760, 840, 900];
/** Wider than the text's column on a large screen. */
const WIDE = 600;
/** What is narrower fits on a phone, and in a list there. */
const FITS_PHONES = 340;
const FITS_LISTS = 250;
/** Strokes are half outside of what they draw. */
const EDGE = 2;
const PIXELS_A_REM = 16;

interface Parts {
  diagram: Diagram;
  /** Null where nothing draws, as in a check or an export. */
  drawings: Drawings | null;
  /** Where the block itself has a title behind its language. */
  title: string | null;
  code: string;
  /** Address of the style of diagrams. */
  style: string;
}

export function diagramHtml({ diagram, drawings, title, code, style }: Parts): Html {
  const caption = diagram.title ?? title;
  const words = wordsOf(diagram);
  const name = caption?.replaceAll('`', '') ?? KIND_NAMES[diagram.kind];
  const description = diagram.description ?? words.join(', ');
  const drawn = drawings === null ? [] : drawnParts(drawings, name, description, style);
  const source = `<pre data-language="mermaid"><code>${escapeHtml(code)}</code></pre>`;
  return trusted(
    [
      `<figure class="diagram"${drawings && widthOf(drawings[0]) > WIDE ? ' data-wide' : ''}>`,
      ...drawn,
      `<figcaption>${NUMBER}${caption === null ? '' : withCode(caption)}</figcaption>`,
      `<ul class="visually-hidden">${words.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}</ul>`,
      `<details class="fold diagram-source"><summary>그림의 원문</summary>${source}</details></figure>\n`,
    ].join('\n'),
  );
}

function drawnParts([meant, narrow]: Drawings, name: string, description: string, style: string): string[] {
  const framed = (drawing: Drawing): string => {
    const width = widthOf(drawing);
    const group = ` role="group" aria-label="${escapeHtml(name)}, 옆으로 밀어 보기" tabindex="0"`;
    const frame = `<div class="diagram-frame"${width > FITS_LISTS ? group : ''}>${svgOf(drawing, name, description)}</div>`;
    return width > FITS_PHONES ? frame + hintFor(width) : frame;
  };
  const link = `<link rel="stylesheet" href="${escapeHtml(style)}">`;
  if (!narrow) return [link, framed(meant)];
  const step = STEPS.find((each) => widthOf(meant) <= each) ?? STEPS.at(-1);
  // `hidden` holds until the style is there.
  return [
    link,
    `<div data-from="${step}">${framed(meant)}</div>`,
    `<div data-below="${step}" hidden>${framed(narrow)}</div>`,
  ];
}

/** What is as wide as the drawing tells the style whether that fits. */
const hintFor = (width: number): string =>
  `<div class="diagram-hint note" aria-hidden="true"><div><svg width="${rem(width)}"></svg><span>옆으로 밀어 보기</span></div></div>`;

const rem = (pixels: number): string => `${pixels / PIXELS_A_REM}rem`;

const widthOf = ({ width }: Drawing): number => Math.ceil(width) + 2 * EDGE;

const KIND_NAMES: Record<Diagram['kind'], string> = {
  flowchart: '흐름도',
  sequence: '순서도',
  state: '상태도',
  class: '클래스도',
  er: '관계도',
};

function svgOf(drawing: Drawing, name: string, description: string): string {
  const { x, height, shapes } = drawing;
  const [across, down] = [widthOf(drawing), Math.ceil(height) + 2 * EDGE];
  // In rem, since they grow with the size of text that a reader has chosen. Until its style is there it is only room.
  return `<svg role="img" visibility="hidden" width="${rem(across)}" height="${rem(down)}" viewBox="${Math.floor(x) - EDGE} ${-EDGE} ${across} ${down}" font-size="15"><title>${escapeHtml(name)}</title>\n<desc>${escapeHtml(description)}</desc>\n${shapes}</svg>`;
}

/** `` `docker run`을 친 뒤 `` */
const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The markup with its diagrams numbered, from `first` on, and the number that comes next. */
export function numbered(html: Html, first: number): { html: Html; next: number } {
  let next = first;
  const counted = html.replaceAll(NUMBER, () => `<b class="diagram-number">그림 ${next++}</b> `);
  return { html: trusted(counted), next };
}

const DRAWING =
  /<div class="diagram-frame"[\s\S]*?<\/svg><\/div>|<div class="diagram-hint[\s\S]*?<\/div><\/div>|<link rel="stylesheet"[^>]*>/g;
const SOURCE = /<details class="fold diagram-source">[\s\S]*?<\/details>/g;

const FRAME =
  /<figure class="diagram"[^>]*>|<\/figure>|<figcaption><b class="diagram-number"><\/b><\/figcaption>/g;

/** Markup with the captions and words of its diagrams only, for those who read text. */
export const inWords = (html: Html): Html =>
  html.includes('<figure class="diagram"')
    ? trusted(
        html
          .replace(DRAWING, '')
          .replace(SOURCE, '')
          .replace(FRAME, '')
          .replace(/(<\/?)figcaption/g, '$1p'),
      )
    : html;

// A diagram in words, a line for each thing it shows: `사용자 → API 서버: 요청`. Screen readers, search and exports have these.

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
const BLOCK_WORDS: Readonly<Record<string, string>> = {
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
