/** Figures of layers, from a fenced block that reads as text on GitHub: `이름: 아래층 / 공유* / [앱마다 / 앱마다]`. */

import type { CodeBlock, Stack, StackLayer, StacksBlock } from '../../model/topic.ts';
import { type Context, report } from '../source/context.ts';

/** More would not stand side by side. */
const MOST_STACKS = 3;

/** The figure a code block of language `stacks` describes; null, and told, when it describes none. */
export function readStacks(code: CodeBlock, context: Context): StacksBlock | null {
  if (code.language !== 'stacks') return null;
  const stacks = parseStacks(code.code);
  if (stacks) return { kind: 'stacks', title: code.title, stacks, line: code.line };
  report(context, 'stacks-shape', { line: code.line - 1 });
  return null;
}

/** One stack a line; null when a line is no stack, or there are none or too many. */
export function parseStacks(text: string): Stack[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stacks = lines.map(parseStack).filter((stack) => stack !== null);
  const isWhole = stacks.length === lines.length && stacks.length > 0 && stacks.length <= MOST_STACKS;
  return isWhole ? stacks : null;
}

function parseStack(line: string): Stack | null {
  const match = /^\s*([^:]*\S)\s*:\s+(\S.*)$/.exec(line);
  const [, name = '', body = ''] = match ?? [];
  const group = /^([^[\]]*)(?:\[([^[\]]+)\])?$/.exec(body.trimEnd());
  if (!group) return null;
  const [, below = '', above] = group;
  // The slash before the bracket parts nothing.
  const once = splitLayers(endsWithSlash(below) ? below.trimEnd().slice(0, -1) : below);
  const each = splitLayers(above ?? '');
  if (above === undefined ? endsWithSlash(below) : below.trim() !== '' && !endsWithSlash(below)) return null;
  const layers: StackLayer[] = [
    ...once.map(
      (text): StackLayer =>
        text.endsWith('*') ? { text: text.slice(0, -1).trim(), kind: 'shared' } : { text, kind: 'once' },
    ),
    ...each.map((text): StackLayer => ({ text, kind: 'each' })),
  ];
  const isWhole =
    layers.length > 1 && layers.every((layer) => layer.text !== '' && !/\*|^\/|\/$/.test(layer.text));
  return isWhole ? { name, layers } : null;
}

const endsWithSlash = (text: string): boolean => text.trimEnd().endsWith('/');

const splitLayers = (text: string): string[] =>
  text.trim() === ''
    ? []
    : text
        .replace(/\s+/g, ' ')
        .split(' / ')
        .map((layer) => layer.trim());
