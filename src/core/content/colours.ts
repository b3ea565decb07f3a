/**
 * Colours of code, put last into the page that is asked for: they take ten times as long as reading, and all else that reads the notes
 * has no use for them.
 */

import { pushAll } from '../lists.ts';
import { type Html, trusted, unescapeHtml } from '../model/html.ts';
import type { AnswerOf, ClozePart } from '../model/question.ts';
import type { CodeBlock } from '../model/topic.ts';
import { unusedMark } from './quiz/blanks.ts';

/** The coloured inside of `<code>`; null leaves it as it is. */
export type Colour = (code: string, language: string) => Html | null;

/** Fields of blocks and questions that hold markup in which code may stand. */
const MARKUP: ReadonlySet<string> = new Set(['html', 'feedback', 'explanation', 'hints']);
/** As code.ts writes it; an author's tag is escaped. */
const CODE = /(<pre data-language="([^"]*)"(?: data-title="[^"]*")?><code>)([\s\S]*?)(?=<\/code><\/pre>)/g;

/** Blocks, sections or questions with their code coloured. Nothing given is changed, and what holds no code is returned as it is. */
export function withColours<T>(read: T, colour: Colour, field = ''): T {
  if (typeof read === 'string')
    return MARKUP.has(field) && read.includes('<pre data-language=') ? (inMarkup(read, colour) as T) : read;
  if (read === null || typeof read !== 'object') return read;
  if (Array.isArray(read)) {
    const all = read.map((each) => withColours(each, colour, field));
    return all.some((each, at) => each !== read[at]) ? (all as T) : read;
  }
  if (isCode(read)) {
    const { code, language, html } = read;
    const coloured = language === '' ? html : tryColour(code, language, html, colour);
    return coloured === html ? read : { ...read, html: coloured };
  }
  if (isCloze(read)) {
    const { parts } = read;
    const coloured = inCloze(parts, colour);
    return coloured.every((part, at) => part === parts[at]) ? read : { ...read, parts: coloured };
  }
  const changed = Object.entries(read).flatMap(([name, value]) => {
    const coloured = withColours(value, colour, name);
    return coloured === value ? [] : [[name, coloured]];
  });
  return changed.length === 0 ? read : { ...read, ...Object.fromEntries(changed) };
}

/** A block, or a file of a question. */
const isCode = (read: object): read is Pick<CodeBlock, 'code' | 'language' | 'html'> =>
  'code' in read && 'language' in read && 'html' in read;

const isCloze = (read: object): read is AnswerOf<'cloze'> =>
  'type' in read && read.type === 'cloze' && 'parts' in read;

const inMarkup = (html: string, colour: Colour): Html =>
  trusted(
    html.replace(
      CODE,
      (_, start: string, language: string, code: string) =>
        start + tryColour(unescapeHtml(code), unescapeHtml(language), code as Html, colour),
    ),
  );

/** Each piece of code with blanks is coloured as a whole, whatever fills them. */
function inCloze(parts: readonly ClozePart[], colour: Colour): ClozePart[] {
  const coloured: ClozePart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as ClozePart;
    coloured.push(part);
    if (part.kind !== 'code') continue;
    const next = parts.findIndex(({ kind }, index) => index > at && (kind === 'break' || kind === 'code'));
    const end = next < 0 ? parts.length : next;
    pushAll(coloured, aroundBlanks(parts.slice(at + 1, end), part.language, colour));
    at = end - 1;
  }
  return coloured;
}

function aroundBlanks(parts: readonly ClozePart[], language: string, colour: Colour): readonly ClozePart[] {
  const texts = parts.map((part) => (part.kind === 'text' ? part.html : ''));
  const mark = unusedMark(texts.join(''));
  const blanks = parts.filter(({ kind }) => kind === 'blank');
  if (language === '' || mark === null) return parts;
  const plain = trusted(parts.map((part, at) => (part.kind === 'blank' ? mark : texts[at])).join(''));
  const coloured = tryColour(unescapeHtml(plain), language, plain, colour);
  if (coloured === plain) return parts;
  const pieces = cutMarkup(coloured, mark);
  return pieces.flatMap((html, at): ClozePart[] => [
    ...(html === '' ? [] : [{ kind: 'text' as const, html }]),
    ...blanks.slice(at, at + 1),
  ]);
}

/** Markup of code cut at a mark, each piece with its own tags. */
function cutMarkup(html: Html, mark: string): Html[] {
  let open = '';
  return html.split(mark).map((piece) => {
    const text = open + piece;
    const last = text.lastIndexOf('<span');
    const isOpen = last > text.lastIndexOf('</span>');
    open = isOpen ? text.slice(last, text.indexOf('>', last) + 1) : '';
    return trusted(`${text}${isOpen ? '</span>' : ''}`.replace(/<span[^<>]*><\/span>/g, ''));
  });
}

/** What cannot be coloured is to be read all the same. */
function tryColour(code: string, language: string, plain: Html, colour: Colour): Html {
  try {
    return colour(code, language) ?? plain;
  } catch {
    return plain;
  }
}
