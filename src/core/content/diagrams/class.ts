/** Reads the statements of a class diagram: `class 동물 {` … `}`, `동물 : +이름`, `동물 <|-- 개 : 글`. */

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

const EXAMPLE = '동물 <|-- 개';

const NAME = String.raw`(?:${'`'}[^${'`'}]+${'`'}|[\p{L}\p{N}_][\p{L}\p{N}_.-]*?)(?:~[^~]*~)?`;
const CLASS = new RegExp(
  String.raw`^class\s+(${NAME})\s*(?:\["([^"]*)"\])?\s*(?::::([\w-]+))?\s*(?:<<([^<>]+)>>)?\s*(\{.*)?$`,
  'u',
);
const RELATION = new RegExp(
  String.raw`^(${NAME})\s*(?:"([^"]*)"\s*)?(<\||<|\*|o|\(\))?(--|\.\.)(\|>|>|\*|o|\(\))?\s*(?:"([^"]*)"\s*)?(${NAME})\s*(?::\s*(.*))?$`,
  'u',
);
/** `개 -> 동물`, `개 --|> > 동물`: what stands between two names. */
const MEANT = new RegExp(String.raw`^(${NAME})\s*([-=.<>|*→⇒—–]{1,6})\s*(${NAME})(?:\s*:.*)?$`, 'u');
const MEMBER = new RegExp(String.raw`^(${NAME})(?::::([\w-]+))?\s*:\s*(.+)$`, 'u');
const KIND = new RegExp(String.raw`^<<([^<>]+)>>\s*(${NAME})$`, 'u');
const NOTE = new RegExp(String.raw`^note\s+(?:for\s+(${NAME})\s+)?"([^"]*)"$`, 'u');
const NAMESPACE = /^namespace\s+([\p{L}\p{N}_.-]+)(?:\["([^"]*)"\])?\s*\{$/u;

const TIPS: Record<string, Tip> = {
  '<|': 'triangle',
  '|>': 'triangle',
  '<': 'open',
  '>': 'open',
  '*': 'diamond-filled',
  o: 'diamond',
  '()': 'circle',
};

export function readClasses(lines: readonly Line[]): Draft {
  const draft = new Draft();
  let body: { line: Line; node: DiagramNode } | null = null;
  for (const line of lines) {
    const text = squeezed(line);
    if (body) {
      if (text === '}') body = null;
      else addMember(body.node, text);
      continue;
    }
    const declared = CLASS.exec(text);
    if (declared) body = declare(line, declared, draft);
    else readStatement(line, draft);
  }
  if (body) draft.flaws.add('diagram-bracket', body.line, body.line.text, '}');
  return draft;
}

/** The class whose body goes on in the next lines; null when there is none, or it ends in the same line. */
function declare(line: Line, [, name = '', label, mark, kind, brace]: RegExpExecArray, draft: Draft) {
  const node = nodeOf(draft, name);
  if (label !== undefined) node.label = labelOf(label);
  if (kind !== undefined) addMember(node, `<<${kind}>>`);
  draft.mark([node.id], mark);
  if (brace === undefined) return null;
  const members = brace.slice(1).replace(/\}$/, '');
  for (const member of members.split(';')) if (member.trim() !== '') addMember(node, member.trim());
  return brace.endsWith('}') ? null : { line, node };
}

function readStatement(line: Line, draft: Draft) {
  const text = squeezed(line);
  if (LOOKS.test(text)) return;
  if (LEADS.test(text)) return draft.flaws.add('diagram-click', line, /^\S+/.exec(text)?.[0] ?? '');
  const direction = DIRECTION.exec(text);
  if (direction) {
    draft.direction = directionOf(direction[1]) ?? draft.direction;
    return;
  }
  if (text === '}') return draft.close(line);
  const space = NAMESPACE.exec(text);
  if (space) return draft.open(line, `namespace ${space[1]}`, labelOf(space[2] ?? space[1] ?? ''));
  const note = NOTE.exec(text);
  if (note) return addNote(line, note, draft);
  const kind = KIND.exec(text);
  if (kind) return addMember(nodeOf(draft, kind[2] ?? ''), `<<${kind[1]}>>`);
  const relation = RELATION.exec(text);
  if (relation) return relate(relation, draft);
  const member = MEMBER.exec(text);
  if (member) {
    const node = nodeOf(draft, member[1] ?? '');
    draft.mark([node.id], member[2]);
    return addMember(node, member[3] ?? '');
  }
  const meant = MEANT.exec(text);
  if (meant) {
    const arrow = meant[2] ?? '';
    const column = line.column + line.text.indexOf(arrow, (meant[1] ?? '').length);
    return draft.flaws.add(
      'diagram-arrow',
      { row: line.row, column },
      arrow,
      '-->',
      arrow === '->' || arrow === '→',
    );
  }
  if (/^class\s/.test(text) && /["[]/.test(text)) return draft.flaws.add('diagram-bracket', line, text, '"]');
  draft.flaws.line(line, EXAMPLE);
}

/** `Box~T~` is shown as `Box<T>`. */
function nodeOf(draft: Draft, written: string): DiagramNode {
  const name = written.replaceAll('`', '');
  const id = name.replace(/~.*$/, '');
  const node = draft.node(id, 'table');
  if (name !== id && node.label === id) node.label = name.replace(/~([^~]*)~/, '<$1>');
  if (node.rows.length === 0) node.rows = [[], []];
  return node;
}

/** `+이름`, `+짖다() void`, `<<interface>>`: what is called stands below what is held. */
function addMember({ rows }: DiagramNode, written: string) {
  const text = labelOf(written.replace(/;$/, '').replace(/~([^~]*)~/g, '<$1>')).replace(/[*$]$/, '');
  const isKind = /^<<.*>>$/.test(text);
  if (isKind) rows[0]?.unshift(text.replace(/^<<\s*|\s*>>$/g, (mark) => (mark.includes('<') ? '«' : '»')));
  else if (text !== '') rows[text.includes('(') ? 1 : 0]?.push(text);
}

function relate(relation: RegExpExecArray, draft: Draft) {
  const [, from = '', fromCount = '', head = '', line, tip = '', toCount = '', to = '', words = ''] =
    relation;
  const [source, target] = [nodeOf(draft, from), nodeOf(draft, to)];
  draft.edges.push({
    ...edgeOf(source.id, target.id, labelOf(words), TIPS[tip] ?? 'none', line === '..' ? 'dashed' : 'solid'),
    start: TIPS[head] ?? 'none',
    fromCount: labelOf(fromCount),
    toCount: labelOf(toCount),
  });
}

function addNote(line: Line, [, name, words = '']: RegExpExecArray, draft: Draft) {
  const note = draft.node(`note ${line.row}`, 'note', labelOf(words));
  if (name !== undefined) draft.edges.push(edgeOf(nodeOf(draft, name).id, note.id, '', 'none', 'dashed'));
}
