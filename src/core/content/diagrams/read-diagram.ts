/** Reads a mermaid block into a diagram, or says what is wrong with it and where. Nothing of it is ever run. */

import { readClasses } from './class.ts';
import type { Diagram, DiagramKind, Flaw } from './diagram.ts';
import {
  directionOf,
  Flaws,
  type Line,
  LONGEST_LABEL,
  LONGEST_LINE,
  labelOf,
  MOST_ACTORS,
  MOST_CHARACTERS,
  MOST_EDGES,
  MOST_NODES,
  MOST_ROWS,
  MOST_STEPS,
  shortened,
} from './draft.ts';
import { readEntities } from './entities.ts';
import { readFlowchart } from './flowchart.ts';
import { readSequence } from './sequence.ts';
import { readState } from './state.ts';

export interface ReadDiagram {
  /** Null when it cannot be drawn. */
  diagram: Diagram | null;
  flaws: readonly Flaw[];
}

const HEADERS: readonly (readonly [shape: RegExp, kind: DiagramKind])[] = [
  [/^(?:graph|flowchart(?:-elk)?)(?:\s+(?:TB|TD|BT|RL|LR))?$/, 'flowchart'],
  [/^sequenceDiagram$/, 'sequence'],
  [/^stateDiagram(?:-v2)?$/, 'state'],
  [/^classDiagram(?:-v2)?$/, 'class'],
  [/^erDiagram$/, 'er'],
];

const EXAMPLES: Record<DiagramKind, readonly [header: string, line: string]> = {
  flowchart: ['flowchart LR', 'A[사용자] --> B[서버]'],
  sequence: ['sequenceDiagram', '사용자->>서버: 요청'],
  state: ['stateDiagram-v2', '대기 --> 실행 : 시작'],
  class: ['classDiagram', '동물 <|-- 개'],
  er: ['erDiagram', '고객 ||--o{ 주문 : 낸다'],
};

/** What else mermaid draws. */
const OTHER_KINDS =
  /^(?:gantt|pie|mindmap|gitGraph|journey|timeline|quadrantChart|xychart|sankey|requirementDiagram|C4\w+|block|packet|kanban|architecture|zenuml|radar|treemap|venn|ishikawa|info)\b/;

/** Codes that are told although the diagram is drawn. */
const HARMLESS: ReadonlySet<string> = new Set(['diagram-quote', 'diagram-click']);

export function readDiagram(code: string): ReadDiagram {
  if (code.length > MOST_CHARACTERS)
    return flawed('diagram-large', START, `글자가 ${MOST_CHARACTERS}자를 넘어`, SPLIT);
  const rows = code.split('\n');
  const long = rows.findIndex((row) => row.length > LONGEST_LINE);
  if (long >= 0)
    return flawed('diagram-large', { row: long, column: 0 }, `한 줄이 ${LONGEST_LINE}자를 넘어`, SPLIT);
  const { lines, title, description } = statementsOf(rows);
  const [first, ...rest] = lines;
  if (!first) return flawed('diagram-empty', START, '', EXAMPLES.flowchart.join(' ↵ '));
  const head = /^[^;]*/.exec(first.text)?.[0] ?? '';
  const kind = HEADERS.find(([shape]) => shape.test(head.trim()))?.[1];
  if (!kind) return unknown(first);
  // `flowchart LR; A --> B`
  const after = first.text.slice(head.length + 1);
  const own = {
    ...first,
    text: after.trim(),
    column: first.column + first.text.length - after.trimStart().length,
  };
  const { read, flaws } = readKind(kind, own.text === '' ? rest : [own, ...rest], head);
  const diagram: Diagram = { ...read, title, description };
  if (isDrawn(flaws)) {
    if (isEmpty(diagram)) flaws.add('diagram-empty', first, '', EXAMPLES[kind][1]);
    else checkSize(diagram, first, flaws);
  }
  return { diagram: isDrawn(flaws) ? diagram : null, flaws: flaws.all };
}

const START = { row: 0, column: 0 };

const isDrawn = ({ all }: Flaws): boolean => all.every(({ code }) => HARMLESS.has(code));

function flawed(...flaw: Parameters<Flaws['add']>): ReadDiagram {
  const flaws = new Flaws();
  flaws.add(...flaw);
  return { diagram: null, flaws: flaws.all };
}

type Untitled<F> = F extends Diagram ? Omit<F, 'title' | 'description'> : never;

function readKind(
  kind: DiagramKind,
  lines: readonly Line[],
  head: string,
): { read: Untitled<Diagram>; flaws: Flaws } {
  if (kind === 'sequence') {
    const { flaws, actors, steps } = readSequence(lines);
    return { read: { kind, actors, steps }, flaws };
  }
  const readers = { flowchart: readFlowchart, state: readState, class: readClasses, er: readEntities };
  const draft = readers[kind](lines);
  if (kind === 'flowchart') draft.direction = directionOf(/\S+$/.exec(head.trim())?.[0]) ?? 'down';
  const graph = draft.finish(kind === 'flowchart' ? 'end' : '}');
  return { read: { kind, direction: draft.direction, ...graph }, flaws: draft.flaws };
}

interface Statements {
  lines: Line[];
  title: string | null;
  description: string | null;
}

/** The lines that say something, without comments, directives and front matter; and what mermaid has as title and description. */
function statementsOf(rows: readonly string[]): Statements {
  const found: Statements = { lines: [], title: null, description: null };
  let row = 0;
  if (rows[0]?.trim() === '---') {
    const end = rows.findIndex((text, at) => at > 0 && text.trim() === '---');
    for (; row <= end; row++) found.title ??= /^title:\s*(\S.*)$/.exec(rows[row]?.trim() ?? '')?.[1] ?? null;
  }
  for (; row < rows.length; row++) {
    const written = rows[row] ?? '';
    const text = written.replace(/\s%%(?!\{).*$/, '').trim();
    if (/^%%\{/.test(text)) {
      while (row < rows.length && !rows[row]?.includes('}%%')) row++;
      continue;
    }
    if (text === '' || text.startsWith('%%')) continue;
    const said = /^(accTitle|accDescr|title)\s*:\s*(.*)$/.exec(text);
    if (said?.[1] === 'accDescr') found.description = said[2] ?? null;
    else if (said?.[1] === 'accTitle') found.title = said[2] ?? null;
    else if (said && found.lines[0]?.text === 'sequenceDiagram') found.title ??= said[2] ?? null;
    else if (/^accDescr\s*\{/.test(text)) {
      const words: string[] = [];
      for (; row < rows.length; row++) {
        words.push(
          (rows[row] ?? '')
            .replace(/^\s*accDescr\s*\{/, '')
            .replace(/\}\s*$/, '')
            .trim(),
        );
        if (/\}\s*$/.test(rows[row] ?? '')) break;
      }
      found.description = words.filter((line) => line !== '').join(' ');
    } else found.lines.push({ text, row, column: written.length - written.trimStart().length });
  }
  const clean = (words: string | null) =>
    words === null ? null : labelOf(words).replaceAll('\n', ' ') || null;
  return { lines: found.lines, title: clean(found.title), description: clean(found.description) };
}

/** A kind that is not drawn; or a slip for the kind whose name begins like it: `flowchat`, `sequence`, `erdiagram`. */
function unknown(line: Line): ReadDiagram {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  if (OTHER_KINDS.test(word)) return flawed('diagram-kind', line, word.replace(/-beta$/, ''));
  const start = word.slice(0, /^er/i.test(word) ? 2 : 4).toLowerCase();
  const headers = Object.values(EXAMPLES).map(([header]) => header);
  const meant = headers.find((header) => header.toLowerCase().startsWith(start));
  const isWord = line.text === word && meant !== undefined;
  return flawed('diagram-first-line', line, shortened(line.text), meant ?? 'flowchart LR', isWord);
}

const isEmpty = (diagram: Diagram): boolean =>
  diagram.kind === 'sequence' ? diagram.actors.length === 0 : diagram.nodes.length === 0;

function checkSize(diagram: Diagram, line: Line, flaws: Flaws): void {
  const most = (what: string, count: number, limit: number) => {
    if (count > limit) flaws.add('diagram-large', line, `${what} ${limit}개를 넘어`, SPLIT);
  };
  if (diagram.kind === 'sequence') {
    most('참여자가', diagram.actors.length, MOST_ACTORS);
    most('줄이', diagram.steps.length, MOST_STEPS);
  } else {
    most('상자가', diagram.nodes.length + diagram.groups.length, MOST_NODES);
    most('선이', diagram.edges.length, MOST_EDGES);
    const rows = diagram.nodes.reduce((sum, node) => sum + node.rows.flat().length, 0);
    most('항목이', rows, MOST_ROWS);
  }
  if (labelsOf(diagram).some((label) => label.length > LONGEST_LABEL))
    flaws.add('diagram-large', line, `${LONGEST_LABEL}자가 넘는 글이 있어`, '글을 줄이세요');
}

const SPLIT = '여러 그림으로 나누세요';

/** Every text that is drawn. */
const labelsOf = (diagram: Diagram): string[] =>
  diagram.kind === 'sequence'
    ? [
        ...diagram.actors.map(({ label }) => label),
        ...diagram.steps.flatMap((step) => ('label' in step ? [step.label] : [])),
      ]
    : [
        ...diagram.nodes.flatMap(({ label, rows }) => [label, ...rows.flat()]),
        ...diagram.edges.flatMap(({ label, fromCount, toCount }) => [label, fromCount, toCount]),
        ...diagram.groups.map(({ label }) => label),
      ];
