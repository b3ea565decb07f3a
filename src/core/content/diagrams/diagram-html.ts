/** The markup of a diagram: its drawings, caption, what it says in words, and its source. It needs no scripts. */

import { escapeHtml, type Html, trusted } from '../../model/html.ts';
import type { Diagram, Drawing, Drawings } from './diagram.ts';
import { wordsOf } from './words.ts';

/** Filled in once the diagrams of a page are counted. */
const NUMBER = '<b class="diagram-number"></b>';

/** Widths of the page's column at which diagram.css has a narrow drawing take the place of a wide one. */
const STEPS = [400, 470, 540, 600, 680, 760, 840, 900];
/** Wider than the text's column on a large screen. */
const WIDE = 600;
/** What is narrower fits on a phone, and in a list there. */
const FITS_PHONES = 340;
const FITS_LISTS = 250;
/** Strokes are half outside of what they draw. */
const EDGE = 2;
const PIXELS_A_REM = 16;

interface Parts {
  diagram: Diagram;
  /** Null where nothing draws, as in a check or an export. */
  drawings: Drawings | null;
  /** Where the block itself has a title behind its language. */
  title: string | null;
  code: string;
  /** Address of the style of diagrams. */
  style: string;
}

export function diagramHtml({ diagram, drawings, title, code, style }: Parts): Html {
  const caption = diagram.title ?? title;
  const words = wordsOf(diagram);
  const name = caption?.replaceAll('`', '') ?? KIND_NAMES[diagram.kind];
  const description = diagram.description ?? words.join(', ');
  const drawn = drawings === null ? [] : drawnParts(drawings, name, description, style);
  const source = `<pre data-language="mermaid"><code>${escapeHtml(code)}</code></pre>`;
  return trusted(
    [
      `<figure class="diagram"${drawings && widthOf(drawings[0]) > WIDE ? ' data-wide' : ''}>`,
      ...drawn,
      `<figcaption>${NUMBER}${caption === null ? '' : withCode(caption)}</figcaption>`,
      `<ul class="visually-hidden">${words.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}</ul>`,
      `<details class="fold diagram-source"><summary>그림의 원문</summary>${source}</details></figure>\n`,
    ].join('\n'),
  );
}

function drawnParts([meant, narrow]: Drawings, name: string, description: string, style: string): string[] {
  const framed = (drawing: Drawing): string => {
    const width = widthOf(drawing);
    const group = ` role="group" aria-label="${escapeHtml(name)}, 옆으로 밀어 보기" tabindex="0"`;
    const frame = `<div class="diagram-frame"${width > FITS_LISTS ? group : ''}>${svgOf(drawing, name, description)}</div>`;
    return width > FITS_PHONES ? frame + hintFor(width) : frame;
  };
  const link = `<link rel="stylesheet" href="${escapeHtml(style)}">`;
  if (!narrow) return [link, framed(meant)];
  const step = STEPS.find((each) => widthOf(meant) <= each) ?? STEPS.at(-1);
  // `hidden` holds until the style is there.
  return [
    link,
    `<div data-from="${step}">${framed(meant)}</div>`,
    `<div data-below="${step}" hidden>${framed(narrow)}</div>`,
  ];
}

/** What is as wide as the drawing tells the style whether that fits. */
const hintFor = (width: number): string =>
  `<div class="diagram-hint note" aria-hidden="true"><div><svg width="${rem(width)}"></svg><span>옆으로 밀어 보기</span></div></div>`;

const rem = (pixels: number): string => `${pixels / PIXELS_A_REM}rem`;

const widthOf = ({ width }: Drawing): number => Math.ceil(width) + 2 * EDGE;

const KIND_NAMES: Record<Diagram['kind'], string> = {
  flowchart: '흐름도',
  sequence: '순서도',
  state: '상태도',
  class: '클래스도',
  er: '관계도',
};

function svgOf(drawing: Drawing, name: string, description: string): string {
  const { x, height, shapes } = drawing;
  const [across, down] = [widthOf(drawing), Math.ceil(height) + 2 * EDGE];
  // In rem, since they grow with the size of text that a reader has chosen. Until its style is there it is only room.
  return `<svg role="img" visibility="hidden" width="${rem(across)}" height="${rem(down)}" viewBox="${Math.floor(x) - EDGE} ${-EDGE} ${across} ${down}" font-size="15"><title>${escapeHtml(name)}</title>\n<desc>${escapeHtml(description)}</desc>\n${shapes}</svg>`;
}

/** `` `docker run`을 친 뒤 `` */
const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** The markup with its diagrams numbered, from `first` on, and the number that comes next. */
export function numbered(html: Html, first: number): { html: Html; next: number } {
  let next = first;
  const counted = html.replaceAll(NUMBER, () => `<b class="diagram-number">그림 ${next++}</b> `);
  return { html: trusted(counted), next };
}

const DRAWING =
  /<div class="diagram-frame"[\s\S]*?<\/svg><\/div>|<div class="diagram-hint[\s\S]*?<\/div><\/div>|<link rel="stylesheet"[^>]*>/g;
const SOURCE = /<details class="fold diagram-source">[\s\S]*?<\/details>/g;

const FRAME =
  /<figure class="diagram"[^>]*>|<\/figure>|<figcaption><b class="diagram-number"><\/b><\/figcaption>/g;

/** Markup with the captions and words of its diagrams only, for those who read text. */
export const inWords = (html: Html): Html =>
  html.includes('<figure class="diagram"')
    ? trusted(
        html
          .replace(DRAWING, '')
          .replace(SOURCE, '')
          .replace(FRAME, '')
          .replace(/(<\/?)figcaption/g, '$1p'),
      )
    : html;
