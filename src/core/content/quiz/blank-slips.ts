/** Blanks where none is read (in a heading, list, table or code), and other brackets than a blank's. */

import type { Token } from 'markdown-it';
import type { Fix } from '../../model/diagnostic.ts';
import type { Heading } from '../markdown/headings.ts';
import { plainText } from '../markdown/inline.ts';
import { inlineOf, lineOf, type Node } from '../markdown/nodes.ts';
import { type Context, indentOf, placeInRun, replacement, report, settle } from '../source/context.ts';
import { FIELD } from './answer-block.ts';
import { findBlanks, isCodeWithBlanks, withBlanks } from './blanks.ts';

type BlankSlip =
  | 'title'
  | 'code'
  | 'spaced'
  | 'none'
  | 'list'
  | 'quote'
  | 'table'
  | 'braces'
  | 'wide'
  | 'bracket'
  | 'gap';

type OtherBracket = [slip: BlankSlip, pattern: RegExp];

const BRACES: OtherBracket = ['braces', /\{\{([^{}\n]{1,80})\}\}/g];

/** Other brackets than a blank's, and where they stand in the words of a paragraph; the surest first. */
const OTHER_BRACKETS: OtherBracket[] = [
  BRACES,
  ['wide', /(?:［［|\[［|［\[)([^[\]［］\n]{1,80})(?:］］|\]］|］\])/g],
  ['bracket', /(?<![\]!\\[])\[([^[\]\n]{1,30})\](?![[\](:])/g],
  ['gap', /_{2,}|[(（][\s\u3000]+[)）]|\[\s{2,}\]|□+|◯{2,}|○{2,}/g],
];

/** Tells of the first blank that is none; only for a question that cannot be read, since `( )` and `[커널]` may be anything elsewhere. */
export const tellBlank = (heading: Heading, nodes: readonly Node[], context: Context): boolean =>
  tellBlankElsewhere(heading, nodes, context) ||
  OTHER_BRACKETS.some((other) => tellBracket(other, nodes, context));

/** In a text with blanks: whatever else was meant as one would be printed with its answer. */
export const checkOtherBlanks = (heading: Heading, nodes: readonly Node[], context: Context): boolean =>
  tellBlankElsewhere(heading, nodes, context) || tellBracket(BRACES, nodes, context);

/** Blanks are read in paragraphs only. */
function tellBlankElsewhere(heading: Heading, nodes: readonly Node[], context: Context): boolean {
  const tell = (slip: BlankSlip, line: number, column = indentOf(context, line), fix?: Fix) => {
    report(context, 'question-blank-form', { line, column, params: { slip }, fix });
    return true;
  };
  const [inTitle] = findBlanks(heading.inline?.content ?? '').blanks;
  if (inTitle) return tell('title', heading.line, (context.source.lines[heading.line] ?? '').indexOf('[['));
  let line = 0;
  for (const { type, tokens, start, end } of nodes)
    for (let at = start; at < end; at++) {
      const token = tokens[at] as Token;
      line = token.map?.[0] ?? line;
      if (token.type === 'fence' || token.type === 'code_block') {
        const offset = token.content.split('\n').findIndex((text) => PLAIN_BLANK.test(text));
        if (offset < 0 || isCodeWithBlanks(token)) continue;
        const place = line + offset + (token.type === 'fence' ? 1 : 0);
        return tell('code', place, undefined, token.level === 0 ? withBlanks({ token }, context) : undefined);
      } else if (token.type === 'inline' && token.content.includes('[[')) {
        const [blank] = findBlanks(token.content).blanks;
        const slip = PLACES[type];
        const isLabelled = type === 'blockquote' && FIELD.test(plainText(token.children ?? []));
        const place = blank && placeInRun(context, line, token.content, blank.start);
        if (place && slip && !isLabelled) {
          settle(context, tokens[start]?.map ?? null);
          return tell(slip, place.line, place.column);
        }
        const code = token.children?.find(
          (child) => child.type === 'code_inline' && PLAIN_BLANK.test(child.content),
        );
        if (code && !blank) return tell('code', line, (context.source.lines[line] ?? '').indexOf('[['));
      }
    }
  return false;
}

/** Not `[[ -f x ]]`, nor `[[1, 2], [3, 4]]`. */
const PLAIN_BLANK = /\[\[(?=\S)[^[\]]*(?<=\S)\]\]/;
const PLACES: Readonly<Record<string, BlankSlip>> = {
  bullet_list: 'list',
  ordered_list: 'list',
  blockquote: 'quote',
  table: 'table',
};

/** `{{커널}}` → `[[커널]]` */
function tellBracket([slip, pattern]: OtherBracket, nodes: readonly Node[], context: Context): boolean {
  for (const node of nodes) {
    const content = node.type === 'paragraph' ? (inlineOf(node)?.content ?? '') : '';
    const shown = content.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
    const found = [...shown.matchAll(pattern)];
    const [first] = found;
    if (!first) continue;
    const placeOf = (offset: number) => placeInRun(context, lineOf(node) - 1, content, offset);
    const edits = found.flatMap(({ 0: whole, 1: answer, index }) => {
      const { line, column } = placeOf(index);
      const isThere = context.source.lines[line]?.startsWith(whole, column) ?? false;
      return answer === undefined || !isThere
        ? []
        : replacement(context, { line, from: column, to: column + whole.length }, `[[${answer.trim()}]]`, '')
            .edits;
    });
    const fix = edits.length > 0 ? { label: '빈칸의 괄호를 `[[ ]]`로 쓰기', edits } : undefined;
    report(context, 'question-blank-form', { ...placeOf(first.index), params: { slip }, fix });
    return true;
  }
  return false;
}
