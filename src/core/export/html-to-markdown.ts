/** Writes plain HTML, as plain-html.ts makes it, as markdown: the words of questions for those who read no HTML. */

interface Tag {
  name: string;
  attributes: string;
  inside: Piece[];
}
type Piece = Tag | string;

const VOID = new Set(['br', 'hr', 'img', 'input']);
/** Tags that stand by themselves; all else runs on in a line of text. */
const BLOCK =
  /^(?:p|div|ul|ol|li|pre|blockquote|table|thead|tbody|tr|th|td|hr|h[1-6]|figure|figcaption|details|summary)$/;
/** Tags that markdown has no sign for. */
const KEPT = /^(?:kbd|sub|sup|u)$/;
const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  del: '~~',
};

export const htmlToMarkdown = (html: string): string => writeBlocks(read(html)).join('\n\n');

/** Markup made by core/content is well formed: every tag is closed in its parent. */
function read(html: string): Piece[] {
  const root: Tag = { name: '', attributes: '', inside: [] };
  const open = [root];
  for (const [text, slash, name, attributes] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^<>]*)>|[^<]+/gi)) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.inside.push(text);
    else if (slash === '/') {
      if (open.length > 1) open.pop();
    } else {
      const tag: Tag = { name: name.toLowerCase(), attributes: attributes ?? '', inside: [] };
      parent.inside.push(tag);
      if (!VOID.has(tag.name) && !tag.attributes.endsWith('/')) open.push(tag);
    }
  }
  return root.inside;
}

/** What would begin a list, a heading, a quote or a rule: `- `, `1. `, `# `, `---`. */
const STARTS =
  /^(\d{0,9})([-+](?=\s|$)|[.)](?=\s|$)|#(?=#{0,5}(?:\s|$))|>|(?:-(?=[ -]*$)|=(?==*$)|_(?=[ _]*$)))/;

const isBlock = (piece: Piece): piece is Tag => typeof piece !== 'string' && BLOCK.test(piece.name);

/** Paragraphs, lists and the like, each without blank lines around it. */
function writeBlocks(pieces: readonly Piece[]): string[] {
  const blocks: string[] = [];
  let line: Piece[] = [];
  const endLine = () => {
    let text = writeLine(line).trim();
    // An editor leaves one where the last line ends.
    while (text.endsWith('<br>')) text = text.slice(0, -'<br>'.length).trimEnd();
    if (text !== '') blocks.push(text.replace(STARTS, '$1\\$2'));
    line = [];
  };
  for (const piece of pieces) {
    if (!isBlock(piece)) line.push(piece);
    else {
      endLine();
      const text = writeBlock(piece);
      if (text !== '') blocks.push(text);
    }
  }
  endLine();
  return blocks;
}

function writeBlock({ name, attributes, inside }: Tag): string {
  if (name === 'ul') return writeItems(inside, () => '- ');
  if (name === 'ol') {
    const start = Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1);
    return writeItems(inside, (at) => `${start + at}. `);
  }
  if (name === 'pre') return fenced(plain(inside));
  if (name === 'blockquote') return indented(writeBlocks(inside).join('\n\n'), '> ', '> ');
  if (name === 'hr') return '---';
  if (name === 'table') return writeTable(rowsIn(inside));
  return writeBlocks(inside).join('\n\n');
}

const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .map((line) => line.trimEnd())
    .join('\n');

function writeItems(inside: readonly Piece[], mark: (at: number) => string): string {
  const items = inside.filter(isBlock).map((item, at) => {
    const sign = mark(at);
    return indented(writeBlocks(item.inside).join('\n'), sign, ' '.repeat(sign.length));
  });
  return items.join('\n');
}

function fenced(code: string): string {
  const longest = [...code.matchAll(/`{3,}/g)].reduce((length, [run]) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code.replace(/\n$/, '')}\n${fence}`;
}

const rowsIn = (inside: readonly Piece[]): Tag[] =>
  inside.filter(isBlock).flatMap((tag) => (tag.name === 'tr' ? [tag] : rowsIn(tag.inside)));

function writeTable(rows: readonly Tag[]): string {
  const lines = rows.map(({ inside }) => {
    const cells = inside.filter(isBlock).map((cell) => writeLine(cell.inside).trim().replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  const columns = rows[0]?.inside.filter(isBlock).length ?? 0;
  const [head = '', ...body] = lines;
  return [head, `|${'---|'.repeat(columns)}`, ...body].join('\n');
}

/** Text that runs on; blocks within it are joined by blanks. */
function writeLine(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return writeText(unescaped(piece.replace(/\s+/g, ' ')));
      const { name, attributes, inside } = piece;
      if (name === 'br') return '<br>';
      if (name === 'code') return inCode(plain(inside));
      const text = writeLine(inside);
      if (name === 'a') return `[${text}](${unescaped(/href="([^"]*)"/.exec(attributes)?.[1] ?? '')})`;
      if (KEPT.test(name)) return `<${name}>${text}</${name}>`;
      if (isBlock(piece)) return ` ${text} `;
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      const mark = words === '' ? '' : (MARKS[name] ?? '');
      return before + mark + words + mark + after;
    })
    .join('');
}

/** Formulas stand between the marks that Anki and Moodle read: `\\(x^2\\)`. */
const writeText = (text: string): string =>
  text
    .split(/\\\((.+?)\\\)|\\\[(.+?)\\\]/)
    .map((part, at) =>
      at % 3 === 0
        ? escapeMarkdown(part ?? '')
        : part === undefined
          ? ''
          : at % 3 === 1
            ? `$${part.trim()}$`
            : `$$${part.trim()}$$`,
    )
    .join('');

function inCode(code: string): string {
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length);
  let length = 1;
  while (runs.includes(length)) length++;
  const mark = '`'.repeat(length);
  return /^`|`$/.test(code) ? `${mark} ${code} ${mark}` : mark + code + mark;
}

/** The text alone, with its line breaks. */
const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? unescaped(piece) : plain(piece.inside))).join('');

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What markdown would take for its own. An underscore between letters or between blanks is none, nor a tilde without a second one. */
export function escapeMarkdown(text: string): string {
  const hasTildes = text.indexOf('~') !== text.lastIndexOf('~');
  return text
    .replace(/[\\*`[\]<$]|&(?=#?\w+;)/g, '\\$&')
    .replace(/~/g, hasTildes ? '\\~' : '~')
    .replace(/_+/g, (run, at: number) => {
      const [before = ' ', after = ' '] = [text[at - 1], text[at + run.length]];
      const isApart = /\s/.test(before) && /\s/.test(after);
      return isApart || /\w\w/.test(before + after) ? run : run.replaceAll('_', '\\_');
    });
}
