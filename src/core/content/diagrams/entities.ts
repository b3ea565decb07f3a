/** Reads the statements of an entity relationship diagram: `고객 ||--o{ 주문 : 낸다`, `고객 {` … `}`. */

import type { DiagramNode, Tip } from './diagram.ts';
import {
  DIRECTION,
  Draft,
  directionOf,
  edgeOf,
  LEADS,
  type Line,
  LOOKS,
  labelOf,
  squeezed,
} from './draft.ts';

const EXAMPLE = '고객 ||--o{ 주문 : 낸다';

const NAME = String.raw`(?:"[^"]+"|[\p{L}\p{N}_][\p{L}\p{N}_.-]*?)`;
/** `||--o{`, or in words: `only one to zero or more`. */
const MANY = String.raw`only one|1|(?:zero or one|one or zero)|(?:one or more|one or many|many\(1\)|1\+)|(?:zero or more|zero or many|many\(0\)|0\+)`;
/** Whichever way it is written: mermaid takes `o{` on the left, too. */
const FOOT = String.raw`\|o|o\||\|\||\}o|o\{|\}\||\|\{`;
const RELATION = new RegExp(
  String.raw`^(${NAME})(?::::[\w-]+)?\s*(${FOOT}|${MANY})\s*(--|\.\.|\.-|-\.|optionally to|to)\s*(${FOOT}|${MANY})\s*(${NAME})(?::::[\w-]+)?(?:\s*:\s*(.*))?$`,
  'u',
);
const ENTITY = new RegExp(
  String.raw`^(${NAME})\s*(?:\[\s*("[^"]*"|[^\]"]*)\s*\])?\s*(?::::([\w-]+))?\s*(\{.*)?$`,
  'u',
);
/** `string 이름 PK, FK "설명"`. */
const COLUMN = /^([^\s"]+)\s+(\*?[^\s",]+)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?$/u;
/** `고객 |--o{ 주문`: what stands between two names. */
const MEANT = new RegExp(String.raw`^(${NAME})\s*([-=.<>|{}o→—–]{1,8})\s*(${NAME})(?:\s*:.*)?$`, 'u');

const TIPS: Record<string, Tip> = {
  'zero or one': 'zero-one',
  'one or zero': 'zero-one',
  'one or more': 'many',
  'one or many': 'many',
  'many(1)': 'many',
  '1+': 'many',
  'zero or more': 'zero-many',
  'zero or many': 'zero-many',
  'many(0)': 'zero-many',
  '0+': 'zero-many',
  '|o': 'zero-one',
  'o|': 'zero-one',
  '||': 'one',
  '}o': 'zero-many',
  'o{': 'zero-many',
  '}|': 'many',
  '|{': 'many',
};

export function readEntities(lines: readonly Line[]): Draft {
  const draft = new Draft();
  let body: { line: Line; node: DiagramNode } | null = null;
  for (const line of lines) {
    const text = squeezed(line);
    if (body) {
      if (text === '}') body = null;
      else addColumn(line, text, body.node, draft);
      continue;
    }
    if (LOOKS.test(text) || /^class\s/.test(text)) continue;
    const entity = ENTITY.exec(text);
    if (entity) body = declare(line, entity, draft);
    else readStatement(line, draft);
  }
  if (body) draft.flaws.add('diagram-bracket', body.line, body.line.text, '}');
  return draft;
}

function declare(line: Line, [, name = '', label, mark, brace]: RegExpExecArray, draft: Draft) {
  const node = nodeOf(draft, name);
  if (label !== undefined) node.label = labelOf(label);
  draft.mark([node.id], mark);
  if (brace === undefined) return null;
  const column = brace.slice(1).replace(/\}$/, '').trim();
  if (column !== '') addColumn(line, column, node, draft);
  return brace.endsWith('}') ? null : { line, node };
}

function readStatement(line: Line, draft: Draft) {
  const text = squeezed(line);
  if (LEADS.test(text)) return draft.flaws.add('diagram-click', line, /^\S+/.exec(text)?.[0] ?? '');
  const direction = DIRECTION.exec(text);
  if (direction) {
    draft.direction = directionOf(direction[1]) ?? draft.direction;
    return;
  }
  const relation = RELATION.exec(text);
  if (relation) {
    const [, from = '', head = '', between, tip = '', to = '', words = ''] = relation;
    const [source, target] = [nodeOf(draft, from), nodeOf(draft, to)];
    const style = between === '--' || between === 'to' ? 'solid' : 'dashed';
    const edge = edgeOf(source.id, target.id, labelOf(words), TIPS[tip] ?? 'one', style);
    draft.edges.push({ ...edge, start: TIPS[head] ?? 'one' });
    return;
  }
  const meant = MEANT.exec(text);
  if (meant) {
    const found = meant[2] ?? '';
    const column = line.column + line.text.indexOf(found, (meant[1] ?? '').length);
    return draft.flaws.add('diagram-arrow', { row: line.row, column }, found, '||--o{');
  }
  draft.flaws.line(line, EXAMPLE);
}

function nodeOf(draft: Draft, written: string): DiagramNode {
  const id = written.replaceAll('"', '');
  const node = draft.node(id, 'table');
  if (node.rows.length === 0) node.rows = [[]];
  return node;
}

function addColumn(line: Line, text: string, node: DiagramNode, draft: Draft) {
  const [, type = '', name = '', keys = '', note = ''] = COLUMN.exec(text) ?? [];
  if (name === '') return draft.flaws.line(line, 'string 이름 PK');
  const parts = [name, type, keys.replace(/\s*,\s*/g, ', '), labelOf(note)];
  node.rows[0]?.push(parts.filter((part) => part !== '').join(' · '));
}
