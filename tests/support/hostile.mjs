/** Hostile strings and every position that a note offers them: the parser is tried with each, the browser with all on a page. */

import { readFileSync } from 'node:fs';

/** A line each; one that begins with a handler belongs to the line before. */
export const ATTACKS = readFileSync('tests/fixtures/markdown/xss.txt', 'utf8')
  .split(/\n(?!onclick)/)
  .filter((attack) => attack !== '');

/**
 * What stands below a title, for a string and its number in the page.
 * @type {Record<string, (x: string, n: number) => string>}
 */
export const BODIES = {
  heading: (x) => `## ${x}\n\n글`,
  prose: (x) => `글 ${x} 글`,
  block: (x) => `${x}\n\n글`,
  emphasis: (x) => `**${x}** ~~${x}~~`,
  'link-address': (x) => `[글](${x}) [글](<${x}>) <${x}>`,
  'link-title': (x) => `[글](a.md "${x}") [글](a.md '${x}')`,
  'link-words': (x) => `[${x}](a.md)`,
  'link-definition': (x, n) =>
    `[글][${n}] ![그림][${n}] [글][b${n}]\n\n[${n}]: ${x}\n\n[b${n}]: <${x}> "${x}"`,
  'picture-address': (x) => `![그림](${x}) ![그림](<${x}>)`,
  'picture-words': (x) => `![${x}](a.png) ![${x}](https://a.example/x.png)`,
  'table-cell': (x) => `| 가 | ${x} |\n|:-:|--:|\n| ${x} | 나 |`,
  'comparison-header': (x) => `| 비교 | ${x} | [${x}](${x}) |\n|-|-|-|\n| 가 | 1 | 2 |`,
  'comparison-cell': (x) => `| 비교 | A | B |\n|-|-|-|\n| ${x} (${x}) | ${x} | [글](${x}) |`,
  'code-span': (x) => `\`${x}\``,
  'code-block': (x) =>
    `\`\`\`js\n${x}\n\`\`\`\n\n    ${x}\n\n- 글\n\n  ~~~html\n  ${x.replaceAll('\n', '\n  ')}\n  ~~~`,
  'code-info': (x) => `~~~${x}\ncode\n~~~\n\n- 글\n\n  ~~~ ${x}\n  code\n  ~~~`,
  diagram: (x) =>
    `\`\`\`mermaid\nflowchart LR\n  accTitle: ${x}\n  A["${x}"] -->|${x}| B{${x}}\n  click A "${x}"\n\`\`\`\n\n\`\`\`mermaid ${x}\nsequenceDiagram\n  ${x}->>B: ${x}\n\`\`\``,
  term: (x) => `- ${x}: 설명\n- **${x}:** 설명\n- 용어: ${x}\n\n1. ${x}\n- 배경: ${x}\n- 결과: [글](${x})`,
  footnote: (x, n) => `글[^${n}] 글[^${x}]\n\n[^${n}]: ${x}\n[^${x}]: 글\n`,
  math: (x) =>
    `글 $${x}$ $\\text{${x}}$ $$\\href{${x}}{a}$$\n\n$$\n${x}\n$$\n\n~~~math\n\\text{${x}} \\class{${x}}{a}\n~~~`,
  notice: (x) => `> [!NOTE]\n> **보충**\n> ${x}\n>\n> 출처: [${x}](${x}) ${x} · 확인 2026-01-01`,
  quiz: (x) =>
    `## 확인 문제\n\n글 ${x}\n\n### Q. ${x} <!-- q: ${x} -->\n\n- [x] 글 ${x}\n  > 글 ${x}\n- [ ] 나 ${x}\n\n> 해설: ${x}`,
  'quiz-option': (x) =>
    `## 확인 문제\n\n### Q. ${x} <!-- q: ${x} -->\n\n- [x] ${x} 글\n- [ ] ${x} 나\n\n> 해설: ${x}`,
  comment: (x) =>
    `<!-- compare: ${x} -->\n| 비교 | A | B |\n|-|-|-|\n| 가 | 1 | 2 |\n\n글 <!-- ${x} --> 글\n\n<!-- q: ${x} -->`,
};

/**
 * What is the title itself.
 * @type {Record<string, (x: string) => string>}
 */
export const TITLES = {
  title: (x) => `# ${x}`,
  'front-matter': (x) => `---\ntitle: ${JSON.stringify(x)}\n---\n`,
};

/** Notes with every string in every position, a file for each position. */
export function hostileNotes() {
  const one = ATTACKS.map((attack) => attack.replaceAll('\n', ' ')).join(' ');
  const titled = Object.entries(TITLES).map(([name, write]) => [
    `hostile/${name}.md`,
    `${write(one)}\n\n글\n`,
  ]);
  const bodies = Object.entries(BODIES).map(([name, write]) => [
    `hostile/${name}.md`,
    `# Hostile in ${name}\n\n${ATTACKS.map(write).join('\n\n')}\n`,
  ]);
  return Object.fromEntries([...titled, ...bodies]);
}
