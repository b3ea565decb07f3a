/** Reads the statements of a state diagram: `[*] --> 대기`, `대기 --> 실행 : start`, `state 실행 {` … `}`. */

import type { NodeShape } from './diagram.ts';
import {
  CLASSES,
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

const EXAMPLE = '대기 --> 실행 : 시작';

const ID = String.raw`(?:\[\*\]|\[H\*?\]|[\p{L}\p{N}_][\p{L}\p{N}_.-]*?)`;
const TRANSITION = new RegExp(
  String.raw`^(${ID})(?::::([\w-]+))?\s*-->\s*(${ID})(?::::([\w-]+))?(?:\s*:\s*(.*))?$`,
  'u',
);
/** `A -> B`, `A ---> B`, `A => B`: a line that was meant to lead on. */
const MEANT = new RegExp(String.raw`^(${ID})\s*(-+>+|=+>|→|⇒|—>|–>|-\.->)\s*(${ID})(?:\s*:.*)?$`, 'u');
const NAMED = new RegExp(String.raw`^state\s+"([^"]*)"\s+as\s+(${ID})\s*(\{)?$`, 'u');
const STATE = new RegExp(String.raw`^state\s+(${ID})\s*(\{|<<(choice|fork|join)>>)?$`, 'u');
const SAID = new RegExp(String.raw`^(${ID})(?::::([\w-]+))?(?:\s*:\s*(.+))?$`, 'u');
const NOTE = new RegExp(String.raw`^note\s+(?:right|left)\s+of\s+(${ID})(?:\s*:\s*(.*))?$`, 'iu');

const PSEUDO: Record<string, NodeShape> = { choice: 'question', fork: 'bar', join: 'bar' };

export function readState(lines: readonly Line[]): Draft {
  const draft = new Draft();
  let note: { line: Line; state: string; words: string[] } | null = null;
  for (const line of lines) {
    const text = squeezed(line);
    if (note) {
      if (/^end\s+note$/i.test(text)) {
        addNote(draft, note.line, note.state, note.words.join('\n'));
        note = null;
      } else note.words.push(text);
      continue;
    }
    const noted = NOTE.exec(text);
    if (noted?.[2] === undefined && noted) note = { line, state: noted[1] ?? '', words: [] };
    else if (noted) addNote(draft, line, noted[1] ?? '', noted[2] ?? '');
    else readStatement(line, draft);
  }
  if (note) draft.flaws.add('diagram-end', note.line, 'note', 'end note');
  return draft;
}

function readStatement(line: Line, draft: Draft) {
  const text = squeezed(line);
  if (LOOKS.test(text) || /^(?:hide empty description|scale\s)/.test(text)) return;
  if (LEADS.test(text)) return draft.flaws.add('diagram-click', line, /^\S+/.exec(text)?.[0] ?? '');
  const direction = DIRECTION.exec(text);
  if (direction) {
    if (!draft.isOpen) draft.direction = directionOf(direction[1]) ?? draft.direction;
    return;
  }
  if (text === '}') return draft.close(line);
  if (text === '--' && draft.isOpen) return draft.divide();
  const classes = CLASSES.exec(text);
  if (classes) return draft.mark((classes[1] ?? '').split(/\s*,\s*/), classes[2]);
  const [, label, id = '', brace] = NAMED.exec(text) ?? [];
  if (label !== undefined) {
    if (brace) draft.open(line, id, labelOf(label));
    else draft.node(id, 'pill', labelOf(label));
    return;
  }
  const state = STATE.exec(text);
  if (state) return declare(line, draft, state);
  const transition = TRANSITION.exec(text);
  if (transition) return lead(draft, transition);
  const meant = MEANT.exec(text);
  if (meant) {
    const arrow = meant[2] ?? '';
    const column = line.column + line.text.indexOf(arrow, (meant[1] ?? '').length);
    return draft.flaws.add('diagram-arrow', { row: line.row, column }, arrow, '-->', true);
  }
  if (/^state\s/.test(text) && /["{]/.test(text))
    return draft.flaws.add('diagram-bracket', line, text, text.includes('{') ? '{' : '"');
  const said = SAID.exec(text);
  if (!said || said[1] === '[*]') return draft.flaws.line(line, EXAMPLE);
  const [, own = '', mark, words] = said;
  draft.node(own, 'pill', words === undefined ? undefined : labelOf(words));
  draft.mark([own], mark);
}

function declare(line: Line, draft: Draft, [, id = '', rest, pseudo]: RegExpExecArray) {
  if (rest === '{') draft.open(line, id, id);
  else if (pseudo) draft.node(id, PSEUDO[pseudo] ?? 'pill', '');
  else draft.node(id, 'pill');
}

function lead(draft: Draft, [, from = '', fromMark, to = '', toMark, words = '']: RegExpExecArray) {
  const source = placeOf(draft, from, 'start');
  const target = placeOf(draft, to, 'end');
  draft.mark([source], fromMark);
  draft.mark([target], toMark);
  draft.edges.push(edgeOf(source, target, labelOf(words)));
}

/** `[*]` is where the group it stands in begins or ends. */
function placeOf(draft: Draft, id: string, shape: 'start' | 'end'): string {
  if (id !== '[*]') {
    draft.node(id, 'pill');
    return id;
  }
  const own = `${shape} ${draft.group ?? ''} ${draft.part}`;
  return draft.node(own, shape, '').id;
}

function addNote(draft: Draft, line: Line, state: string, words: string) {
  draft.node(state, 'pill');
  const note = draft.node(`note ${line.row}`, 'note', labelOf(words));
  draft.edges.push(edgeOf(state, note.id, '', 'none', 'dashed'));
}
