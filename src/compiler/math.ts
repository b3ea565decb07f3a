/**
 * Draws formulas as MathML at build time. What temml writes is written anew from a list of elements and attributes: its styles become
 * classes (rare.css), since the pages allow no style attribute, and colours are left out, since no author knows both themes.
 */

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type Temml from 'temml';
import type { Formula } from '../core/content/source/context.ts';
import type { FormulaFlaw } from '../core/content/source/diagnostics.ts';
import { escapeHtml, type Html, trusted } from '../core/model/html.ts';

export interface MathWriter {
  /** Makes ready for this source, if it may hold a formula. */
  prepare(source: string): Promise<void>;
  /** Undefined where nothing was made ready. */
  draw: ((tex: string, isDisplay: boolean) => Formula) | undefined;
}

/** A writer that loads temml only when some note may hold a formula. */
export function createMathWriter(): MathWriter {
  const writer: MathWriter = {
    async prepare(source) {
      if (writer.draw || !/\$|^[ \t>]*(?:```+|~~~+)[ \t]*math/im.test(source)) return;
      const { default: temml } = await import('temml');
      writer.draw = (tex, isDisplay) => {
        try {
          return { mathml: drawWith(temml, tex, isDisplay || ONLY_DISPLAYED.test(tex)) };
        } catch (error) {
          if (error instanceof Error) return { flaw: flawOf(error, tex) };
          throw error;
        }
      };
    },
    draw: undefined,
  };
  return writer;
}

/** What TeX does not allow in a line. */
const ONLY_DISPLAYED = /\\tag\b|\\begin\{(?:equation|align|alignat|gather|multline|CD)\*?\}/;

function drawWith(
  { renderToString }: Pick<typeof Temml, 'renderToString'>,
  tex: string,
  isDisplay: boolean,
): Html {
  const options = { displayMode: isDisplay, throwOnError: true };
  const mathml = renderToString(withoutNumbers(tex), options);
  if (isDisplay || mathml.replace(/<[^>]*>/g, '').length <= LONGEST_WHOLE) return rewrite(mathml, tex);
  return rewrite(renderToString(tex, { ...options, wrap: 'tex' }), tex, 'fx-long');
}

/** Letters of a formula that fits the line of a phone; a longer one in the text may break before its operators. */
const LONGEST_WHOLE = 20;

/** GitHub numbers no equations. */
const withoutNumbers = (tex: string): string =>
  /\\tag\b/.test(tex)
    ? tex
    : tex.replace(/\\(begin|end)\{(equation|align|alignat|gather|multline)\}/g, '\\$1{$2*}');

const ELEMENTS: ReadonlySet<string> = new Set(
  `math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable
  mtr mtd mstyle mpadded mphantom menclose`.split(/\s+/),
);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  `accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathsize mathvariant maxsize
  minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width`.split(/\s+/),
);

/** What styles and temml's own classes become, the first that fits. Other styles only move something by a hair. */
const CLASSES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^border:/, 'fx-box'],
  [/^border-top:/, 'fx-above'],
  [/^border-bottom:/, 'fx-below'],
  [/^border-left:/, 'fx-before'],
  [/^border-right:/, 'fx-after'],
  [/^padding-left:0\D/, 'fx-tight-start'],
  [/^padding-right:0\D/, 'fx-tight-end'],
  [/^padding-left:1em/, 'fx-wide-start'],
  [/^margin-left:-/, 'fx-back'],
  [/^width:100%/, 'fx-whole'],
  [/^width:50%/, 'fx-half'],
  [/^tml-left$/, 'fx-start'],
  [/^tml-right$/, 'fx-end'],
  [/^tml-jot$/, 'fx-rows'],
];

/** What `menclose` draws, which not all browsers know. */
const NOTATIONS: ReadonlyMap<string, string> = new Map([
  ['updiagonalstrike', 'fx-up'],
  ['downdiagonalstrike', 'fx-down'],
  ['updiagonalstrike downdiagonalstrike', 'fx-cross'],
  ['horizontalstrike', 'fx-through'],
  ['top', 'fx-above'],
  ['bottom', 'fx-below'],
]);

function rewrite(mathml: string, tex: string, className = '') {
  const parser = new SaxesParser();
  const written: string[] = [];
  let skipping = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    if (skipping === 0) written.push(escapeHtml(text));
  });
  parser.on('opentag', (tag) => {
    // An element of its own that only draws the stroke of a strike.
    if (skipping > 0 || !ELEMENTS.has(tag.name) || /\btml-x?cancel\b/.test(tag.attributes.class ?? ''))
      skipping++;
    else {
      // First, so that the text of a page is found by it (model/html.ts).
      const source = tag.name === 'math' ? ` data-tex="${escapeHtml(tex)}"` : '';
      written.push(`<${elementOf(tag)}${source}${attributesOf(tag, tag.name === 'math' ? className : '')}>`);
    }
  });
  parser.on('closetag', ({ name }) => {
    if (skipping > 0) skipping--;
    else written.push(`</${elementOf({ name })}>`);
  });
  parser.write(mathml).close();
  return trusted(written.join(''));
}

/** What a browser encloses by itself is not drawn twice. */
const elementOf = ({ name }: { name: string }): string => (name === 'menclose' ? 'mrow' : name);

function attributesOf({ attributes }: SaxesTagPlain, className: string): string {
  const { style = '', class: own = '', notation = '' } = attributes;
  const marks = [...style.split(';'), ...own.split(' ')].filter((mark) => mark !== '');
  const names = marks.flatMap((mark) => CLASSES.find(([pattern]) => pattern.test(mark))?.[1] ?? []);
  const classes = [...new Set([className, NOTATIONS.get(notation) ?? '', ...names])].filter(
    (each) => each !== '',
  );
  const kept = Object.entries(attributes).filter(
    ([name, value]) => ATTRIBUTES.has(name) && /^[\w .%+-]*$/.test(value),
  );
  if (classes.length > 0) kept.push(['class', classes.join(' ')]);
  return kept.map(([name, value]) => ` ${name}="${value}"`).join('');
}

const FLAWS: readonly (readonly [pattern: RegExp, kind: FormulaFlaw['kind']])[] = [
  [/^ (?:Unsupported function name: |Function ")(\\[A-Za-z]+)/, 'command'],
  [/^ No such environment: (\S+)/, 'environment'],
  [/^ Expected '(\\right)'/, 'missing'],
  [/expected '([}\]])'/, 'missing'],
  [/^ Expected & or .*(\\end)/, 'missing'],
  [/^ Expected 'EOF', got '([^'\s]+)'/, 'stray'],
  [/^ Double (?:super|sub)script()/, 'script'],
];

/** What temml says of a formula that it cannot read. */
function flawOf({ message, ...rest }: Error & { position?: number }, tex: string): FormulaFlaw {
  const position = Math.min(rest.position ?? 0, tex.length);
  for (const [pattern, kind] of FLAWS) {
    const word = pattern.exec(message)?.[1];
    if (word !== undefined) return { kind, word, position };
  }
  return { kind: 'other', word: '', position };
}
