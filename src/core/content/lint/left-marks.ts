/**
 * Markup that no rule took and that students would read as it was typed: `** 굵게 **`, `[글] (a.md)`, `[[노트]]`, `##제목`. Each rule
 * looks for one kind in the literal text of a run; of what overlaps, the first is told.
 */

import type { DiagnosticCode } from '../../model/diagnostic.ts';
import { DELIMITER, TAKEN } from '../markdown/inline.ts';
import { type Context, placeInRun, replacement, report } from '../source/context.ts';
import type { LeftMark } from '../source/diagnostics.ts';
import { particleAfter } from '../source/particles.ts';
import { type LintedText, shorten } from './linted-text.ts';

/** From and to are offsets in the run; `instead` is what the message shows, `text` what may safely stand there, or at `edit`. */
interface Left {
  kind: LeftMark;
  from: number;
  to: number;
  instead?: string;
  text?: string;
  edit?: { from: number; to: number };
}

type Find = (words: LintedText, context: Context) => Iterable<Left>;
type Make = (match: RegExpExecArray, words: LintedText) => Partial<Left> | null;

/** A mark that a pattern finds; null of `make` lets it be. */
function pattern(kind: LeftMark, regExp: RegExp, make: Make = () => ({})): Find {
  return function* (words) {
    for (const match of words.literal.matchAll(regExp)) {
      const more = make(match, words);
      const from = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
      if (more) yield { kind, from, to: match.index + match[0].trimEnd().length, ...more };
    }
  };
}

/** Both what is shown and what is put in. */
const instead = (text: string): Partial<Left> => ({ instead: text, text });

const atLine = (start: string): RegExp => new RegExp(`(?<=^|\\n)[ \\t]*${start}`, 'gu');

/** What stands in the brackets of a link and hardly ever in others: `setup.md`, `../a`, `#절`, `https://a.b`. */
const ADDRESS =
  /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#)|\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|com|org|net|io|kr)(?:[/?#]|$)/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Names that the specification of JavaScript writes in double brackets, and nested lists of numbers. */
const NO_WIKI =
  /^(?:[\d\s,.:;+-]*|Prototype|(?:Get|Set)PrototypeOf|Extensible|Get|Set|Call|Construct|Delete|DefineOwnProperty|GetOwnProperty|HasProperty|OwnPropertyKeys|Scopes?|Environment|HomeObject|PrimitiveValue|Value|Writable|Enumerable|Configurable|PromiseState|PromiseResult)$/;
const ALERT = '\\[!(?:note|tip|important|warning|caution|NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\]';
const HANGUL = /[가-힣]/;

const link: Make = ([, words = '', address = '']) =>
  ADDRESS.test(address) ? instead(`[${words}](${address})`) : null;

/** In order: what is more particular comes first. A rule is tried on runs that hold one of its signs: of most rules, most runs hold none. */
const RULES: readonly (readonly [signs: string, find: Find])[] = [
  [
    '[{',
    pattern('toc', /^\s*(?:@?\[{1,2}.*\]{1,2}|\{.*\})\s*$/gu, (_, { content }) =>
      /^(?:@?\[{1,2}_?toc_?\]{1,2}|\{:\s*toc\}|\{\{\s*toc\s*\}\})$/i.test(content.trim()) ? {} : null,
    ),
  ],
  ['=@:', pattern('tab', atLine('(?:===[+!]? *["“][^\\n]*|@tab\\b[^\\n]*|:{3,} *tabs?\\b[^\\n]*)'))],
  [
    '!?:',
    pattern('box', atLine('(?:(?:!!!|\\?\\?\\?\\+?) +[a-z]|:{3,} *[\\p{L}{]|\\.\\. [a-z-]+::)[^\\n]*')),
  ],
  [
    '[',
    pattern('box', atLine(ALERT), ({ index }, { parent }) =>
      index === 0 && parent === 'notice' ? null : {},
    ),
  ],
  [':', looseFences],
  [
    '{',
    pattern('template', /\{%[^\n]*?%\}|(?<!=)\{\{[^{}\n]+\}\}/g, (_, { isInQuestion }) =>
      isInQuestion ? null : {},
    ),
  ],
  ['{', pattern('template', /(?<=^|\s)\{[:#.][^{}\n]+\}(?=[ \t]*(?:\n|$))/g)],
  // Behind a picture or a link: `{width=300}`.
  ['{', pattern('template', /(?<=\uFFFC)\{:?\s*[\w-]+=[^{}\n]+\}/g)],
  [
    'x"\'',
    pattern(
      'template',
      /^(?:import\s[^\n]+\sfrom\s+["'][^\n]+|export\s+(?:const|default|function)\s[^\n]+)/g,
    ),
  ],
  ['*', pattern('template', atLine('\\*\\[[^\\]\\n]+\\]: [^\\n]*'))],
  ['{', jsxComments],
  [
    '<',
    pattern('hidden', /<![-–—]{1,2}[^<>\n]{1,200}?[-–—]{1,2}\s?>/g, ([mark]) => ({
      instead: `<!-- ${mark.replace(/^<![-–—]+\s*|\s*[-–—]+\s?>$/g, '')} -->`,
    })),
  ],
  [
    '%',
    pattern('hidden', /(?<!\d)%%[^%\n]+%%/g, ([mark]) => ({
      instead: `<!-- ${mark.slice(2, -2).trim()} -->`,
    })),
  ],
  ['[', pattern('wiki', /(!?)\[\[([^[\]\n]+)\]\]/g, wikiLink)],
  [']', brokenLinks],
  ['[', pattern('link', /\[([^[\]\n]{1,200})\][ \t\u3000]+\(([^()\s]{1,500})\)/g, link)],
  ['[', pattern('link', /\(([^()\n]{1,200})\)\[([^[\]\s]{1,500})\]/g, link)],
  [
    '!',
    pattern('image', /!(?=[ \t]+\uFFFC)/g, ({ index }, { content }) => {
      const picture = /^![ \t]+(\[[^[\]\n]*\]\([^()\s]+\))/.exec(content.slice(index))?.[1];
      const address = /\(([^()]*)\)$/.exec(picture ?? '')?.[1] ?? '';
      return picture !== undefined && PICTURE.test(address) ? { instead: `!${picture}` } : null;
    }),
  ],
  [
    '!',
    pattern('image', /!\[[^[\]\n]*\](?!\()/g, ({ index }, { parent }) =>
      index === 0 && parent === 'notice' ? null : { instead: '![설명](그림.png)' },
    ),
  ],
  ['^', pattern('footnote', /\^\[[^\]\n]*[가-힣][^\]\n]*\]/g, () => ({ instead: '[^1]' }))],
  ['#', headings],
  ['#', pattern('heading-end', /(?<=[^\s#\uFFFC])#{2,6}$/g, (_, { isHeading }) => (isHeading ? {} : null))],
  [
    '\'"‘’“´｀',
    pattern(
      'fence',
      atLine('(?:\'{3}|‘{3}|’{3}|"{3}|“{3}|｀{3}|´{3})[\\w+#-]*(?=[ \\t]*(?:\\n|$))'),
      ({ index, 0: mark }, { literal }) =>
        literal.slice(0, index).includes(mark.trim().slice(0, 3)) ? null : {},
    ),
  ],
  [
    '＊',
    pattern('strong', /＊{1,3}([^\s＊][^＊\n]{0,200})＊{1,3}/g, ([, words = '']) =>
      instead(`**${words.trim()}**`),
    ),
  ],
  ['｀', pattern('code', /｀[^｀\n]+｀/g)],
  [TAKEN, formulas],
  [
    ':',
    pattern(
      'term',
      /(?<=(?:^|\n)([^\n:]{1,40})\n)[ \t]*:[ \t]+(\S[^\n]*)/g,
      ([, term = '', text = ''], { isParagraph, content }) =>
        isParagraph && content.includes(`${term}\n`)
          ? { instead: `- ${term.trim()}: ${shorten(text)}` }
          : null,
    ),
  ],
  [
    '—–ㅡ－=',
    pattern('rule', atLine('(?:[—–ㅡ－]{3,}|={4,})(?=[ \\t]*(?:\\n|$))'), (_, { isParagraph }) =>
      isParagraph ? {} : null,
    ),
  ],
  ['[', tasks],
  ['*', pairs('strong', '*')],
  ['_', pairs('strong', '_')],
  ['~', pairs('strike', '~')],
  [`*${DELIMITER}`, asterisks],
  [
    '_',
    pattern(
      'emphasis',
      /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{0,100}[가-힣][^_\n]{0,100})_(?=[가-힣]|(?<=\s_)(?:\s|$))/gu,
      ([, words = '']) => instead(`*${words.trim()}*`),
    ),
  ],
  [
    '=+',
    pattern(
      'highlight',
      /(?<![\w=<>!+])(==(?=[^\s=])|\+\+(?=[가-힣]))([^\n]{0,200}?(?:[^\s=+]))\1(?![\w=+])/g,
      ([, , words = '']) => instead(`**${words}**`),
    ),
  ],
  [
    '^',
    pattern('raised', /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+-]{1,8})\^/gu, ([, words = '']) =>
      instead(`<sup>${words}</sup>`),
    ),
  ],
  ['`', backticks],
];

/** A bit for each sign; where there are more, two share one. */
const BITS = new Uint32Array(0x10000);
[...new Set(RULES.flatMap(([signs]) => [...signs]))].forEach((sign, at) => {
  BITS[sign.charCodeAt(0)] = 1 << at;
});

function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= BITS[text.charCodeAt(at)] ?? 0;
  return signs;
}

const SOUGHT = RULES.map(([signs, find]) => ({ signs: signsIn(signs), find }));

/** Tells of the marks that were left in a run. */
export function checkLeftMarks(words: LintedText, context: Context): void {
  const present = signsIn(words.literal);
  if (present === 0) return;
  const told: Left[] = [];
  for (const { signs, find } of SOUGHT) {
    if ((signs & present) === 0) continue;
    for (const left of find(words, context))
      if (!told.some((other) => left.from < other.to && other.from < left.to)) told.push(left);
  }
  for (const left of told) tell(left, words, context);
}

const MARKDOWN =
  /(?<!\*)\*\*(?=\S)[^*\n]+(?<=\S)\*\*|\[[^[\]\n]+\]\([^()\s]+\)|`[^`\n]+`|(?<=^|\n)[ \t]*(?:#{1,6} |[-*+] (?!-)|\d{1,2}\. |\|?-{3,}\|)[^\n]*/;

/** Tells of the first sign of markdown in a block of HTML, where nothing of it is read before a blank line. */
export function checkHtml(words: LintedText, context: Context): boolean {
  const match = MARKDOWN.exec(words.literal);
  if (!match) return false;
  const from = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  tell({ kind: 'html', from, to: match.index + match[0].trimEnd().length }, words, context);
  return true;
}

const TOLD_AS: { [M in LeftMark]?: DiagnosticCode } = {
  task: 'question-outside',
  hidden: 'question-id-form',
};

/** A long link keeps its brackets and both ends of its address, where what is wrong may stand. */
const brief = (text: string): string =>
  shorten(
    text.replace(/\[([^[\]]{10})[^[\]]+\]/, '[$1…]').replace(/\(([^()]{12})[^()]{2,}([^()]{8})\)/, '($1…$2)'),
  );

function tell(
  { kind, from, to, instead, text, edit = { from, to } }: Left,
  { content, line }: LintedText,
  context: Context,
): void {
  const place = placeInRun(context, line, content, from);
  // A question without its quiz, or its id, was told as that.
  const code = TOLD_AS[kind];
  if (code && context.diagnostics.some((one) => one.code === code && one.line === place.line + 1)) return;
  const column = place.column + edit.from - from;
  const written = content.slice(edit.from, edit.to);
  const shown = `\`${shorten(instead ?? text ?? '')}\``;
  const isThere = !written.includes('\n') && context.source.lines[place.line]?.startsWith(written, column);
  const fix =
    text === undefined || !isThere
      ? undefined
      : replacement(
          context,
          { line: place.line, from: column, to: column + written.length },
          text,
          `${shown}${particleAfter(shown, '으로/로')} 쓰기`,
        );
  const params = {
    kind,
    mark: brief(content.slice(from, to)),
    ...(instead !== undefined && { instead: brief(instead) }),
  };
  report(context, 'mark-left', { ...place, params, fix });
}

/** `[[노트]]`, `[[노트#절|보일 글]]`, `![[그림.png]]`; in a question they are blanks. */
function wikiLink(
  [, mark = '', words = '']: RegExpExecArray,
  { isInQuestion }: LintedText,
): Partial<Left> | null {
  if (isInQuestion || NO_WIKI.test(words)) return null;
  const [name = '', label = ''] = words.split('|').map((part) => part.trim());
  const address = name.replaceAll(' ', '%20');
  if (mark === '!' || PICTURE.test(name))
    return { kind: 'image', instead: `![${label || name.replace(PICTURE, '')}](${address})` };
  const [, file = '', hash = ''] = /^([^#]*)(.*)$/.exec(address) ?? [];
  return { instead: `[${label || name}](${file}${file === '' || /\.\w+$/.test(file) ? '' : '.md'}${hash})` };
}

/** `[글](a b.md)`, `[글](a.md 제목)`, `![글](a.png =300x)`, `[글](a.md`: brackets that touch and are no link. */
function* brokenLinks({ content, literal }: LintedText): Generator<Left> {
  for (const { index } of literal.matchAll(/\]\(/g)) {
    const from = openingOf(index, literal, content);
    // `\\[글](주소)`: the author wants the letters.
    if (content[from - 1] === '\\') continue;
    const [, inner = '', closing] =
      /^([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)(\))?/.exec(content.slice(index + 2, index + 1000)) ?? [];
    const isPicture = from < index && content[from - 1] === '!';
    const start = isPicture ? from - 1 : from;
    if (closing === undefined || from === index) {
      yield { kind: 'link-half', from: start, to: index + 2 + (/^\S*/.exec(inner)?.[0].length ?? 0) };
      continue;
    }
    const label = content.slice(start, index + 1);
    yield { kind: 'link', from: start, to: index + inner.length + 3, ...mendedLink(label, inner.trim()) };
  }
}

/** The bracket that a `]` closes, on its line and not far away; the `]` itself where there is none. */
function openingOf(index: number, literal: string, content: string): number {
  for (let at = index - 1; at >= 0 && at > index - 200 && literal[at] !== '\n'; at--)
    if (literal[at] === '[' || (content[at] === '[' && content[at - 1] === '\\')) return at;
  return index;
}

function mendedLink(label: string, inner: string): Partial<Left> {
  const [, address = '', rest = ''] = /^(\S*)\s*(.*)$/.exec(inner) ?? [];
  const width = /^=?(\d+)x\d*$/.exec(rest)?.[1];
  // `[글]([https://a.b](https://a.b))`, as editors paste it.
  const pasted = /\[[^\]]*\]\(([^()\s]+)\)/.exec(inner)?.[1];
  if (width !== undefined && label.startsWith('!'))
    return { kind: 'image', instead: `<img src="${address}" alt="${label.slice(2, -1)}" width="${width}">` };
  if (pasted !== undefined) return instead(`${label}(${pasted})`);
  if (rest === '') return { kind: 'link-half' };
  if (/[#]/.test(address) && !/["']/.test(rest)) return instead(`${label}(${inner.replace(/\s+/g, '-')})`);
  if (/["'<>]/.test(inner)) return { instead: `${label}(${address})` };
  if (/^https?:|\.\w{1,5}(?:\?|$)/.test(address) && !ADDRESS.test(rest))
    return instead(`${label}(${address} "${rest}")`);
  return instead(`${label}(${inner.replace(/\s+/g, '%20')})`);
}

/** Comments as JSX has them. */
function* jsxComments({ content, literal }: LintedText): Generator<Left> {
  for (const { 0: mark, 1: words = '', index } of content.matchAll(/\{\/\*(.*?)\*\/\}/gs))
    if (literal[index] === '{')
      yield { kind: 'hidden', from: index, to: index + mark.length, instead: `<!-- ${words.trim()} -->` };
}

/** `##제목`; a single `#` also begins tags (`#도커 #커널`) and issues (`#12`). */
function* headings({ literal, parent, isParagraph, line }: LintedText): Generator<Left> {
  if (!isParagraph) return;
  for (const match of literal.matchAll(/(?<=^|\n)( {0,3})(#+)([^\s#]?)([^\n]*)/g)) {
    const [, indent = '', hashes = '', first = '', rest = ''] = match;
    const from = match.index + indent.length;
    const isTag =
      line > 0 && (!HANGUL.test(first) || parent !== null || literal.includes('\n') || rest.includes('#'));
    if (hashes.length > 6) yield { kind: 'heading-deep', from, to: from + hashes.length };
    else if (
      first !== '' &&
      !/[!\\]/.test(first) &&
      (hashes.length > 1 || (/\p{L}/u.test(first) && !isTag))
    ) {
      const word = /^\S*/.exec(first + rest)?.[0] ?? '';
      const edit = { from, to: from + hashes.length };
      yield {
        kind: 'heading',
        from,
        to: edit.to + word.length,
        edit,
        text: `${hashes} `,
        instead: `${hashes} ${word}`,
      };
    }
  }
}

/** `\\( x^2 \\)`, but no escaped brackets of a sentence: the brackets lose their backslashes, and nothing is drawn. */
function* formulas({ content, literal }: LintedText): Generator<Left> {
  for (const { 0: mark, 1: open = '', 2: words = '', index } of content.matchAll(
    /\\([([])([^\n]{1,200}?)\\[)\]]/g,
  ))
    if (
      literal[index] === '\uFFFC' &&
      /\\[a-z]{2,}|[\w)}]\^[\w{]/i.test(words) &&
      literal[index + 2] !== '\uFFFC'
    )
      yield {
        kind: 'math',
        from: index,
        to: index + mark.length,
        instead: open === '(' ? `$${words.trim()}$` : `$$${words.trim()}$$`,
      };
}

/** A `:::` by itself, unless it closes a box that was told of. */
function* looseFences({ literal, line }: LintedText, { source }: Context): Generator<Left> {
  let at = line;
  let counted = 0;
  for (const { 0: mark, index } of literal.matchAll(/(?<=^|\n)[ \t]*:{3,}(?=[ \t]*(?:\n|$))/g)) {
    for (; counted < index; counted++) if (literal[counted] === '\n') at++;
    const from = index + mark.search(':');
    if ((openBoxesIn(source)[at] ?? 0) <= 0) yield { kind: 'box', from, to: index + mark.length };
  }
}

// The lines of a source never change.
const openBoxes = new WeakMap<Context['source'], number[]>();

/** For each line, how many more boxes the lines above it open (`:::note`) than close (`:::`). */
function openBoxesIn(source: Context['source']): number[] {
  const known = openBoxes.get(source);
  if (known) return known;
  let open = 0;
  const counts = source.lines.map((text) => {
    const above = open;
    if (/^[\s>]*:{3}/.test(text)) open += /:\s*[\p{L}{]/u.test(text) ? 1 : -1;
    return above;
  });
  openBoxes.set(source, counts);
  return counts;
}

/** `- [x]항목`, `- [] 항목`, `- [v] 항목`, `-[ ] 항목`, `[ ] 항목`; in a question they are options, which are checked there. */
function* tasks({ literal, parent, isParagraph, isInQuestion }: LintedText): Generator<Left> {
  if (isInQuestion || !isParagraph) return;
  for (const match of literal.matchAll(/(?<=^|\n)(-?)(\[([ xXvV✓✔ㅌ]?)\])([ \t]*)(?=\S)/g)) {
    const [whole, dash = '', , letter = '', blanks = ''] = match;
    const from = match.index;
    const box = /\S/.test(letter) ? '[x]' : '[ ]';
    const isItem = parent === 'list_item' && from === 0;
    const isRight = dash === '' && blanks !== '' && /[ xX]/.test(letter);
    const next = literal[from + whole.length] ?? '';
    if (isItem ? isRight : dash === '' && (!isRight || parent !== null)) continue;
    // `[]`, `[v]` and `[x]` may also begin a sentence: `- []는 배열`.
    if (dash === '' && blanks === '' && (letter === '' || !/[\p{L}\p{N}]/u.test(next))) continue;
    if (blanks === '' && /[([:]/.test(next)) continue;
    const text = `${isItem ? '' : '- '}${box} `;
    yield {
      kind: 'task',
      from,
      to: from + whole.trimEnd().length,
      edit: { from, to: from + whole.length },
      text,
      instead: `- ${box} 할 일`,
    };
  }
}

const BLANK = /^\s?$/;

/** Marks of emphasis that stand in twos and did nothing: `** 굵게 **`, `__굵게__는`, `~~취소 ~~`; and one of `**` alone. */
function pairs(kind: 'strong' | 'strike', sign: '*' | '_' | '~'): Find {
  const runs = new RegExp(`(?<![${sign}${DELIMITER}])[${sign}]{2,3}(?![${sign}${DELIMITER}])`, 'g');
  return function* ({ literal, content }) {
    const all = [...literal.matchAll(runs)].map(({ 0: mark, index }) => {
      const end = index + mark.length;
      const [left, right] = [literal[index - 1] ?? '', literal[end] ?? ''];
      return {
        index,
        end,
        left,
        right,
        isOpening: BLANK.test(left) && !BLANK.test(right) && !/[:,.;)\]」』]/.test(right),
      };
    });
    for (let at = 0; at < all.length; at++) {
      const open = all[at];
      const close = all[at + 1];
      if (!open || isOperator(open, sign, literal)) continue;
      const inner = close ? content.slice(open.end, close.index) : '';
      const isPair =
        close &&
        (!close.isOpening || (HANGUL.test(close.right) && PHRASE.test(inner))) &&
        !inner.includes('\n') &&
        inner.trim() !== '' &&
        !isOperator(close, sign, literal);
      if (isPair && isMeant(open, close, inner, sign)) {
        const mark = sign === '~' ? '~~' : '**';
        const mended = `${mark}${inner.trim()}${mark}`;
        const range = { from: open.index, to: close.end };
        if (mended === content.slice(range.from, range.to)) yield { kind: 'tight', ...range };
        else yield { kind, ...range, ...instead(mended) };
        at++;
      } else if (sign === '*' || (sign === '_' && open.isOpening && HANGUL.test(open.right))) {
        if (BLANK.test(open.left) && BLANK.test(open.right)) continue;
        yield { kind: 'strong-half', from: open.index, to: open.end };
        // Marks come in twos: that the other one is alone, too, is the same slip.
        if (close && !literal.slice(open.end, close.index).includes('\n')) at++;
      }
    }
  };
}

/** What is no longer than words one would set in bold: `**커널 **은`, not a second mark that opens. */
const PHRASE = /^[^.!?。]{1,30}$/;

interface Mark {
  index: number;
  left: string;
  right: string;
  isOpening: boolean;
}

/** `2**10`, `src/**`, `**kwargs`, `김**`: asterisks that are letters. */
function isOperator({ index, left, right }: Mark, sign: string, literal: string): boolean {
  if (sign !== '*') return false;
  if (/[/.]/.test(left + right) && !/[.]$/.test(left) && right !== '.') return true;
  if (/[A-Za-z0-9)\]]/.test(left) && /[A-Za-z0-9([]/.test(right)) return true;
  return (
    literal.startsWith('kwargs', index + 2) ||
    /(?<![가-힣])[가-힣]$/.test(literal.slice(Math.max(0, index - 2), index))
  );
}

/** Tildes also draw out a word (훨~~씬), underscores also stand in names and for blanks. */
function isMeant(open: Mark, close: Mark, inner: string, sign: string): boolean {
  if (sign === '*') return true;
  const isFree = BLANK.test(open.left) || /[\p{P}\p{S}]/u.test(open.left);
  if (sign === '_')
    return isFree && (HANGUL.test(inner) || (BLANK.test(open.right) && BLANK.test(close.left)));
  return (
    isFree &&
    (!BLANK.test(open.right) || open.index === 0) &&
    (!BLANK.test(close.left) || !BLANK.test(open.right) || BLANK.test(close.right))
  );
}

/** `**굵게*`: one asterisk is left beside those that did their work; `*기울임 *`: a blank keeps it from closing. */
function* asterisks({ literal, content }: LintedText): Generator<Left> {
  const beside = new RegExp(
    `(?<![*${DELIMITER}])\\*+(?=${DELIMITER})|(?<=${DELIMITER})(?:\\*+(?![*${DELIMITER}])|\\*{2,}(?!\\*))`,
    'g',
  );
  for (const { 0: mark, index } of literal.matchAll(beside)) {
    yield { kind: 'uneven', from: index, to: index + mark.length };
    return;
  }
  for (const { 0: mark, 1: inner = '', index } of literal.matchAll(
    /(?<![^\s(])\*(?=[^\s*])([^*\n]{0,100}[가-힣][^*\n]{0,100}?)[ \t]+\*(?=[\s가-힣.,)!?]|$)/g,
  ))
    yield {
      kind: 'emphasis',
      from: index,
      to: index + mark.length,
      ...instead(`*${content.slice(index + 1, index + 1 + inner.length)}*`),
    };
}

/** A backtick that no other closes; one between brackets or quotation marks is spoken of. */
function* backticks({ literal, content }: LintedText): Generator<Left> {
  if (/^[^`]*\\`/.test(content)) return;
  for (const { 0: mark, index } of literal.matchAll(/`+/g)) {
    const [left = '', right = ''] = [literal[index - 1], literal[index + mark.length]];
    if (/[(["'“‘「《]/.test(left) && /[)\]"'”’」》]/.test(right)) continue;
    const word = /^[^\s]{0,20}/.exec(literal.slice(index + mark.length))?.[0] ?? '';
    yield { kind: 'code', from: index, to: index + mark.length + word.length };
    return;
  }
}
