/** SVG pictures keep what draws and lose what runs or loads: read back as XML, nothing of the latter is left. */

import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../src/compiler/clean-svg.ts';

const clean = (text: string) => cleanSvg(Buffer.from(text));
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;

const HARMFUL: Record<string, string> = {
  script: svg('<script>alert(1)</script>'),
  'script by prefix': '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
  'script in a link': svg('<a><script href="x.js"/></a>'),
  handler: svg('<rect ONLOAD="alert(1)" onclick="alert(1)"/>', ' onload="alert(1)"'),
  'address that runs': svg('<a href="javascript:alert(1)"><text>x</text></a>'),
  'address with blanks': svg('<a xlink:href=" java&#10;script:alert(1)"/>'),
  'address by entity': `<!DOCTYPE svg [<!ENTITY x "javascript:alert(1)">]>${svg('<a href="&x;"/>')}`,
  'foreign content': svg(
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>1</script></body></foreignObject>',
  ),
  'frame of HTML': svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>'),
  'use of another file': svg('<use href="evil.svg#x"/>'),
  'use of data': svg('<use href="data:image/svg+xml,x#y"/>'),
  'picture from elsewhere': svg('<image href="https://evil.example/x.png"/>'),
  'picture that is an SVG': svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
  'style that imports': svg('<style>@import url(https://evil.example/x.css);</style>'),
  'style with escapes': svg('<style>@\\69mport "https://evil.example/x.css";</style>'),
  'style that loads': svg('<style>rect { fill: url( "https://evil.example/#x") }</style>'),
  'style by image-set': svg('<style>rect { background: image-set("https://evil.example/x" 1x) }</style>'),
  'attribute that loads': svg('<rect fill="url(//evil.example/#x)" style="filter: URL(x.svg#y)"/>'),
  'animated address': svg('<a><animate attributeName="href" to="javascript:alert(1)"/></a>'),
  'set address': svg('<a><set attributeName=" xlink:href" to="javascript:alert(1)"/></a>'),
  'animated handler': svg('<set attributeName="onload" to="alert(1)"/>'),
  'XML events': svg(
    '<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load" handler="#x"/><handler>1</handler>',
  ),
  'style sheet': `<?xml-stylesheet href="x.xsl" type="text/xsl"?>${svg('<g/>')}`,
  base: svg('<g xml:base="https://evil.example/"><use href="#x"/></g>'),
  'end of CDATA': svg('<style><![CDATA[</style><script>alert(1)</script>]]></style>'),
  'text that looks like markup': svg(
    '<text>&lt;script&gt;alert(1)&lt;/script&gt;</text><title>"&gt;&lt;script&gt;</title>',
  ),
  'quotation mark': svg("<text font-family='\"&gt;&lt;script&gt;'>x</text>"),
};

describe('what runs or loads', () => {
  test.each(Object.entries(HARMFUL))('is left out: %s', (_, source) => {
    const { text } = clean(source);
    const parser = new SaxesParser({ xmlns: true });
    const seen: string[] = [];
    parser.on('opentag', ({ local, uri, attributes }) => {
      seen.push(local);
      expect(uri).toBe('http://www.w3.org/2000/svg');
      expect(local).not.toMatch(/^(?:script|foreignObject|iframe|handler|listener)$/i);
      for (const { name, value } of Object.values(attributes)) {
        expect(name).not.toMatch(/^on|^xml:base/i);
        if (name.endsWith('href')) expect(value).toMatch(/^#/);
        if (name === 'attributeName') expect(value).not.toMatch(/href|^\s*on/);
        if (name !== 'xmlns') expect(value).not.toMatch(/evil|javascript/);
      }
    });
    parser.on('text', (value) => expect(value).not.toMatch(/evil|@import|\\/));
    parser.on('processinginstruction', () => expect.unreachable());
    parser.on('doctype', () => expect.unreachable());
    parser.write(text ?? '').close();
    expect(seen[0]).toBe('svg');
  });
});

test('what draws is kept', () => {
  const inside =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><style>.a{fill:url(#g)}</style>' +
    '<g class="a" transform="scale(2)" style="stroke:red"><path d="M0 0L1 1" marker-end="url(#m)"></path><use href="#g"></use></g>' +
    '<image href="data:image/png;base64,iVBORw0KGgo="></image><text xml:space="preserve" x="1">글 &amp; &lt;글&gt;</text>' +
    '<circle r="1"><animate attributeName="r" to="2"></animate></circle>';
  expect(
    clean(
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${svg(inside, ' viewBox="0 0 2 2"')}`,
    ),
  ).toEqual({
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">${inside}</svg>\n`,
    flaw: null,
  });
});

test('drawing programs’ own additions go without a word, and their short entities are read', () => {
  const source = `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" xmlns:i="http://i.example/" i:v="1" data-x="1"><metadata>x</metadata><i:layer/><path xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/></svg>`;
  expect(clean(source)).toEqual({
    text: '<svg xmlns="http://www.w3.org/2000/svg"><path href="#a"></path></svg>\n',
    flaw: null,
  });
});

test('of an address that is said in the old way, too, one is kept, since two would be no XML', () => {
  const { text, flaw } = clean(svg('<use xlink:href="#old" href="#new"/><use href="#a" xlink:href="#a"/>'));
  expect(text).toContain('<use href="#new"></use><use href="#a"></use>');
  expect(flaw).toBeNull();
  expect(clean(text ?? '').text?.trim()).toBe(text?.trim());
});

test('what was left out is named', () => {
  const { flaw } = clean(
    svg('<script/><foreignObject/><a href="https://a.example"/><rect onclick="1"/><script/>'),
  );
  expect(flaw).toEqual({ kind: 'cleaned', dropped: ['<script>', '<foreignObject>', 'href', 'onclick'] });
});

test.each([
  ['nothing', '', 1],
  ['text', 'GIF89a', 1],
  ['HTML', '<!doctype html>\n<script>alert(1)</script>', 1],
  ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 1],
  ['an SVG without its namespace', '<svg><path/></svg>', 1],
  ['an element that is not closed', `${svg('').slice(0, -6)}\n<g>`, 2],
  ['an unknown entity', svg('&nbsp;'), 1],
])('%s is no SVG', (_, source, line) => {
  expect(clean(source)).toEqual({ text: null, flaw: { kind: 'unreadable', line } });
});

test('the encoding is the one the file names', () => {
  const named = `<?xml version="1.0" encoding="euc-kr"?>${svg('<text>')}`;
  const bytes = Buffer.concat([
    Buffer.from(named.replace('</svg>', '')),
    Buffer.from([0xb0, 0xa1]),
    Buffer.from('</text></svg>'),
  ]);
  expect(cleanSvg(bytes).text).toContain('<text>가</text>');
  expect(
    cleanSvg(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(svg('<text>가</text>'), 'utf16le')])).text,
  ).toContain('가');
  expect(cleanSvg(Buffer.from([0x1f, 0x8b, 0x08, 0x00])).text).toBeNull();
});
