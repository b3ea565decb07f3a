/** Reads the statements of a sequence diagram: `사용자->>API 서버: 요청`, `Note over A,B: 글`, `loop 5초마다` … `end`. */

import type { SequenceActor, SequenceStep, Tip } from './diagram.ts';
import { Flaws, LEADS, type Line, LOOKS, labelOf, squeezed } from './draft.ts';

const EXAMPLE = '사용자->>서버: 요청';

const ACTOR = /^(?:create\s+)?(?:participant|actor)\s+([^\s@][^@]*?)(?:@\{[^}]*\})?(?:\s+as\s+(.+))?$/;
/** `A->>+B: 글`, `A--xB: 글`, `A<<->>B: 글`. */
const MESSAGE = /^([^:]+?)\s*(<<)?(--?)(>>|>|x|\))\s*([+-])?\s*([^:]+?)\s*:\s*(.*)$/;
const NOTE = /^note\s+(over|left of|right of)\s+([^:]+?)\s*:\s*(.+)$/i;
const BLOCK = /^(loop|alt|opt|par|par_over|critical|break|rect|box)(?:\s+(.*))?$/;
const PART = /^(else|and|option)(?:\s+(.*))?$/;
const TURN = /^(activate|deactivate)\s+(.+)$/;
/** What changes nothing of what is said. */
const QUIET = /^(?:autonumber|destroy)(?:\s|$)/;
/** `A => B: 글`, `A → B: 글`, `A -. B: 글`. */
const MEANT = /^([^:=→⇒—–]+?)\s*(=+>+|→|⇒|-{3,}>+|—>+|–>+)\s*[^:]+:/;

const TIPS: Record<string, Tip> = { '>>': 'arrow', '>': 'none', x: 'cross', ')': 'open' };

export interface ReadSequence {
  flaws: Flaws;
  actors: SequenceActor[];
  steps: SequenceStep[];
}

export function readSequence(lines: readonly Line[]): ReadSequence {
  const flaws = new Flaws();
  const actors = new Map<string, SequenceActor>();
  const steps: SequenceStep[] = [];
  /** Blocks that are open; `box` and `rect` only set colours. */
  const open: { line: Line; word: string }[] = [];
  const actor = (id: string): string => {
    if (!actors.has(id)) actors.set(id, { id, label: labelOf(id) });
    return id;
  };
  const read = (line: Line) => {
    const text = squeezed(line);
    if (LOOKS.test(text) || QUIET.test(text)) return;
    if (LEADS.test(text)) return flaws.add('diagram-click', line, /^\S+/.exec(text)?.[0] ?? '');
    const declared = ACTOR.exec(text);
    if (declared) {
      const [, id = '', label = id] = declared;
      actors.set(actor(id), { id, label: labelOf(label) });
      return;
    }
    const noted = NOTE.exec(text);
    if (noted) {
      const [, side = '', names = '', words = ''] = noted;
      const actorsOf = names.split(',').map((name) => actor(name.trim()));
      steps.push({ step: 'note', side: sideOf(side), actors: actorsOf, label: labelOf(words) });
      return;
    }
    const turn = TURN.exec(text);
    if (turn) {
      steps.push({ step: turn[1] === 'activate' ? 'start' : 'stop', actor: actor((turn[2] ?? '').trim()) });
      return;
    }
    const block = BLOCK.exec(text);
    if (block) {
      const [, word = '', label = ''] = block;
      open.push({ line, word });
      if (!isColour(word)) steps.push({ step: 'open', word, label: labelOf(label) });
      return;
    }
    const part = PART.exec(text);
    if (part && open.length > 0) {
      steps.push({ step: 'part', word: part[1] ?? '', label: labelOf(part[2] ?? '') });
      return;
    }
    if (text === 'end') {
      const closed = open.pop();
      if (!closed) flaws.add('diagram-end', line, text);
      else if (!isColour(closed.word)) steps.push({ step: 'close' });
      return;
    }
    const message = MESSAGE.exec(text);
    if (message) return say(message);
    const meant = MEANT.exec(text);
    if (meant) {
      const arrow = meant[2] ?? '';
      const column = line.column + line.text.indexOf(arrow);
      return flaws.add('diagram-arrow', { row: line.row, column }, arrow, '->>', true);
    }
    flaws.line(line, EXAMPLE);
  };
  const say = ([, from = '', back, dashes, tip = '', mark, to = '', words = '']: RegExpExecArray) => {
    const [source, target] = [actor(from.trim()), actor(to.trim())];
    const line = dashes === '--' ? 'dashed' : 'solid';
    steps.push({
      step: 'message',
      from: source,
      to: target,
      label: labelOf(words),
      line,
      tip: TIPS[tip] ?? 'arrow',
      both: back !== undefined,
    });
    if (mark === '+') steps.push({ step: 'start', actor: target });
    if (mark === '-') steps.push({ step: 'stop', actor: source });
  };
  for (const line of lines) read(line);
  for (const { line, word } of open) flaws.add('diagram-end', line, word, 'end');
  return { flaws, actors: [...actors.values()], steps };
}

/** `over`, `left of` or `right of`, in any case. */
const sideOf = (words: string) => {
  const [side] = words.toLowerCase().split(' ');
  return side === 'over' || side === 'left' ? side : 'right';
};

const isColour = (word: string): boolean => word === 'rect' || word === 'box';
