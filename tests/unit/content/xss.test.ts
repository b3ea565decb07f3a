/** Author text is untrusted: whatever it says and wherever it stands, no script, handler or dangerous address comes out. */

import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterAll, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { htmlOf } from './notation.ts';

const attacks = readFileSync(new URL('../../fixtures/markdown/xss.txt', import.meta.url), 'utf8')
  .split(/\n(?!onclick)/)
  .filter((attack) => attack !== '');

const POSITIONS: Record<string, (attack: string) => string> = {
  title: (x) => `# ${x}`,
  'front matter': (x) => `---\ntitle: ${x}\n---\n`,
  heading: (x) => `# 제목\n\n## ${x}\n\n글`,
  prose: (x) => `# 제목\n\n글 ${x} 글`,
  'block of its own': (x) => `# 제목\n\n${x}\n\n글`,
  emphasis: (x) => `# 제목\n\n**${x}** ~~${x}~~`,
  'link address': (x) => `# 제목\n\n[글](${x}) [글](<${x}>) <${x}>`,
  'link title': (x) => `# 제목\n\n[글](a.md "${x}") [글](a.md '${x}')`,
  'link words': (x) => `# 제목\n\n[${x}](a.md)`,
  'link definition': (x) => `# 제목\n\n[글][1] ![그림][1]\n\n[1]: ${x}`,
  'picture address': (x) => `# 제목\n\n![그림](${x}) ![그림](<${x}>)`,
  'picture words': (x) => `# 제목\n\n![${x}](a.png) ![${x}](https://a.example/x.png)`,
  'table cell': (x) => `# 제목\n\n| 가 | ${x} |\n|:-:|--:|\n| ${x} | 나 |`,
  'comparison header': (x) => `# 제목\n\n| 비교 | ${x} | [${x}](${x}) |\n|-|-|-|\n| 가 | 1 | 2 |`,
  'comparison cell': (x) => `# 제목\n\n| 비교 | A | B |\n|-|-|-|\n| ${x} (${x}) | ${x} | [글](${x}) |`,
  'code span': (x) => `# 제목\n\n\`${x}\``,
  'code block': (x) => `# 제목\n\n\`\`\`js\n${x}\n\`\`\`\n\n    ${x}\n\n- 글\n\n  ~~~html\n  ${x}\n  ~~~`,
  'code info': (x) => `# 제목\n\n~~~${x}\ncode\n~~~\n\n- 글\n\n  ~~~ ${x}\n  code\n  ~~~`,
  term: (x) =>
    `# 제목\n\n- ${x}: 설명\n- **${x}:** 설명\n- 용어: ${x}\n\n1. ${x}\n- 배경: ${x}\n- 결과: [글](${x})`,
  notice: (x) => `# 제목\n\n> [!NOTE]\n> **보충**\n> ${x}\n>\n> 출처: [${x}](${x}) ${x} · 확인 2026-01-01`,
  quiz: (x) =>
    `# 제목\n\n## 확인 문제\n\n${x}\n\n### Q. ${x} <!-- q: ${x} -->\n- [x] ${x}\n  > ${x}\n- [ ] 나\n\n> 해설: ${x}`,
  comment: (x) =>
    `# 제목\n\n<!-- compare: ${x} -->\n| 비교 | A | B |\n|-|-|-|\n| 가 | 1 | 2 |\n\n글 <!-- ${x} --> 글`,
};

/** Everything our own markup is made of, and the attributes each element may have. */
const ALLOWED: Record<string, string[]> = {
  ...Object.fromEntries(
    'p br hr em strong s code kbd sub sup ul blockquote table thead tbody tr h1 h2 h3 h4 h5 h6'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  a: ['href', 'title', 'rel'],
  img: ['src', 'alt', 'title', 'loading', 'decoding', 'width', 'height'],
  ol: ['start'],
  li: ['class'],
  th: ['class'],
  td: ['class'],
  pre: ['data-language'],
  input: ['type', 'disabled', 'checked'],
};
const CLASSES = /^(?:ta-[cr]|task)$/;
const ADDRESS = /^(?:https?:\/\/[^/\\]|mailto:|\/(?![/\\])|#)/;

const window = new Window();
afterAll(() => window.close());

test.each(Object.entries(POSITIONS))('%s', (_, place) => {
  for (const attack of attacks) {
    const { value } = parse(place(attack), { file: 'area/topic.md' });
    const root = window.document.createElement('div');
    for (const html of htmlOf(value)) {
      root.innerHTML = html;
      for (const element of root.querySelectorAll('*')) {
        const tag = element.tagName.toLowerCase();
        const allowed = ALLOWED[tag];
        expect(allowed, `<${tag}> from ${attack}`).toBeDefined();
        for (const { name, value: given } of element.attributes) {
          expect(allowed, `<${tag} ${name}> from ${attack}`).toContain(name);
          if (name === 'class') expect(given, attack).toMatch(CLASSES);
          if (name === 'href' || name === 'src') expect(given, attack).toMatch(ADDRESS);
        }
      }
    }
  }
});

test('there are enough attacks', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
});
