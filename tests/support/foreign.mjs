/**
 * Makes a folder of notes that nobody wrote for this app: no tree, odd names, front matter, HTML, CRLF, a BOM, empty
 * files, NFD names, deep nesting, a table of 100 rows, hostile markup. Made by code, so that no checkout can mend its bytes.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileNotes } from './hostile.mjs';
import { png } from './png.mjs';
import { tableNotes } from './tables.mjs';

export const FOREIGN_DIR = 'node_modules/.cache/lecture-study/foreign';

const deep = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth + 1}`).join('\n');

/** Questions with long texts to type. */
const TYPED = `${readFileSync('tests/fixtures/quizzes/more-types.md', 'utf8')}
#### Q. 파드가 3개 뜨도록 빈칸을 채우세요. <!-- q: t-code -->

\`\`\`yaml deployment.yaml blanks
spec:
  [[replicas]]: [[3]]
\`\`\`

> 해설: \`replicas\`는 파드의 수다.

#### Q. 루트가 아닌 사용자로 실행되도록 고치세요. <!-- q: t-dockerfile -->

\`\`\`dockerfile Dockerfile fix
FROM python:3.12-slim
CMD ["python", "train.py"]
\`\`\`

- 사용자를 정한다 <!-- check: dockerfile USER -->

\`\`\`dockerfile solution
FROM python:3.12-slim
USER app
CMD ["python", "train.py"]
\`\`\`

> 해설: \`USER\`가 없으면 루트로 실행된다.
`;

const FILES = {
  'README.md':
    '# A book about boats\n\nNo list of links here, so folders and names make the tree.\n\n- just a list\n- of words\n',
  'intro.md':
    '---\ntitle: "Front matter title"\nsidebar_position: 1\n---\n\nText under front matter, see [the harbour](guide/harbour.md#the-quay).\n',
  '10-later.md': '# Ten\n\nComes after two.\n',
  '2-earlier.md': '# Two\n\nComes before ten.\n',
  'empty.md': '',
  'crlf.md': '# Windows file\r\n\r\nFirst paragraph.\r\n\r\n- one\r\n- two\r\n',
  'bom.md': '\uFEFF# With a mark\n\nThe mark is not shown.\n',
  'guide/README.md':
    '# Guide\n\n## Start here\n\nWelcome aboard.\n\n![A grey picture](../img/grey%20box.png)\n',
  'guide/harbour.md':
    '# Harbour\n\n## The quay\n\nA table:\n\n| Boat | Length |\n|:--|--:|\n| Dinghy | 3 m |\n| Yawl | 12 m |\n\n> A quotation.\n\n- [x] rope\n- [ ] anchor\n\n[Gone](nowhere.md), [up and out](../../../etc/passwd), [mail](mailto:a@example.org), <https://example.org/>\n\n![remote](https://example.org/boat.png)\n',
  'guide/deep/er/and/deeper/page.md': `# Far down\n\n${deep}\n`,
  'guide/html.md':
    '# HTML in it\n\n<div align="center" onclick="alert(1)">\n\nSome **text** in a div, <kbd>Ctrl</kbd>, H<sub>2</sub>O.\n\n</div>\n\n<script>window.hacked = true</script>\n\n<img src=nowhere.png onerror="window.hacked = true">\n\n<details><summary>More</summary>\n\nHidden text.\n\n</details>\n\n[click](javascript:window.hacked=true)\n\n<style>h1 { display: none }</style>\n\n<iframe src="https://example.org"></iframe>\n',
  'odd names/한글 파일 이름.md': '# 한글 이름\n\n공백과 한글이 든 이름도 열립니다.\n',
  [`odd names/${'보트'.normalize('NFD')}.md`]: '# 분해된 이름\n\nNFD로 저장된 이름입니다.\n',
  'odd names/50% + more & less.md': '# Signs\n\nPer cent, plus, ampersand.\n',
  'odd names/dots.in.name.md': '# Dots\n\nSeveral dots.\n',
  'brought/README.md':
    '# Brought\n\n![A red square](red.svg) [demo](demo/index.html) [missing](404.html) [table](table.csv) [slides](slides.pdf) [hosts](_data/hosts.txt) [rows](_data/rows.csv.gz)\n',
  'brought/red.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.hacked = true"><script>window.hacked = true</script><style>rect { fill: red }</style><rect width="9" height="9"/></svg>',
  'brought/demo/index.html': '<!doctype html><title>Demo</title><script>window.hacked = true</script>',
  'brought/404.html': '<!doctype html><title>Gone</title><script>window.hacked = true</script>',
  'brought/table.csv': '<script>window.hacked = true</script>,1\n',
  'brought/slides.pdf': '%PDF-1.4\n',
  'brought/_data/hosts.txt': '10.0.0.1 web\n',
  'brought/_data/rows.csv.gz': 'not compressed at all',
  'twins/part.md': '# Part\n\nThe page of the folder beside it.\n',
  'twins/part/inside.md': '# Inside\n\nWithin part.\n',
  'review.md': '# A file the app has a page for\n\nStill readable.\n',
  'long.md': `# Long\n\n${'A long sentence about the sea. '.repeat(2000)}\n`,
  'typed.md': TYPED,
  'code.md':
    '# Code\n\n```unknownlang\nx < y && z\n```\n\n```python\ndef f(x):\n    return f"{x}"  # 주석\n```\n\n    indented code\n',
};

const longLine = `kubectl -n mlflow-system apply -f https://raw.githubusercontent.com/boats/charts/${'b94b5fe4133f769c'.repeat(4)}/manifests/postgres.yaml`;
const longWord = 'DescriptorsForUnwrappingObservableCollectionItems'.repeat(3);

/** What is longer than a line, in every place that has no room for it. */
const WIDE = {
  'wide/code.md': [
    '# Code within',
    `1. Run this.\n\n   \`\`\`console install\n   $ ${longLine}\n   \`\`\`\n\n   - deeper\n\n     \`\`\`\n     ${longLine}\n     \`\`\``,
    `> Quoted.\n>\n> \`\`\`bash\n> ${longLine}\n> \`\`\`\n>\n> - an item\n>\n>       ${longLine}`,
    `- term: with code\n\n  \`\`\`bash\n  ${longLine}\n  \`\`\``,
    `- [ ] task\n\n  \`\`\`bash\n  ${longLine}\n  \`\`\``,
    '## Questions\n\n### 확인 문제',
    `#### Q. Which? <!-- q: wide-1 -->\n\n\`\`\`bash\n${longLine}\n\`\`\`\n\n- [x] one\n\n  \`\`\`bash\n  ${longLine}\n  \`\`\`\n\n- [ ] two\n- [ ] \`${longLine}\`\n\n> 해설: Since\n>\n> \`\`\`bash\n> ${longLine}\n> \`\`\``,
  ].join('\n\n'),
  'wide/words.md': [
    `# \`${longWord}\``,
    `## ${longWord}`,
    `${longWord} and \`${longWord}\` and ${longLine} and **${longWord}**`,
    `- ${longWord}: ${longWord}\n- \`${longWord}\`: \`${longLine}\`\n  - ${longWord}`,
    `1. ${longWord}\n- ${longWord}: ${longWord}`,
    `> [!NOTE]\n> ${longWord} \`${longWord}\``,
    `| ${longWord} | \`${longWord}\` |\n|---|---|\n| ${longLine} | \`${longLine}\` |`,
    `- table\n\n  | ${longWord} | b |\n  |---|---|\n  | ${longLine} | \`${longLine}\` |`,
    `> | ${longWord} | b |\n> |---|---|\n> | ${longLine} | \`${longLine}\` |`,
    `- 배경: ${longWord}\n- 결과: \`${longWord}\``,
  ].join('\n\n'),
};

/** @param {string} code @param {string} [indent] */
const drawn = (code, indent = '') => `\`\`\`mermaid\n${code}\n\`\`\``.replaceAll('\n', `\n${indent}`);
const FLOW = `flowchart LR
  accTitle: 코드에서 클러스터까지
  A[Git 저장소] -->|git push| B[CI 빌드] --> C{시험 통과?}
  C -->|예| D[(이미지 저장소)]
  C -->|아니오| A
  subgraph 클러스터
    E[Deployment]:::key
  end
  D -->|배포| E`;
const SEQUENCE = `sequenceDiagram
  accTitle: 실행의 순서
  사용자->>+Client: docker run nginx
  Client->>+Daemon: 컨테이너 만들기
  Daemon->>Registry: 이미지 받기
  Daemon-->>-Client: 컨테이너 ID
  Client-->>-사용자: 출력`;
const STATES =
  'stateDiagram-v2\n  accTitle: 상태와 명령\n  [*] --> Created\n  Created --> Running: start\n  Running --> [*]: rm';
const CLASSES =
  'classDiagram\n  accTitle: 드라이버\n  class Volume {\n    +연결()\n  }\n  Volume <|-- NfsVolume';
const TABLES = 'erDiagram\n  accTitle: 실험의 표\n  실험 ||--o{ 실행 : 갖는다\n  실험 {\n    int id PK\n  }';

const SUM = '\\mathcal{L}(\\theta) = \\frac{1}{n}\\sum_{i=1}^{n}\\left(y_i - \\hat{y}_i\\right)^2';

/** Footnotes, formulas and folds, in every place. */
const RARE = [
  '# 드문 것',
  '글에 각주[^1]가 있고, 이름으로도 부른다[^이름]. 한 번 더 부른다[^1].',
  `- 손실: 식 $${SUM}$이 글 사이에 있다\n- 놈: $\\lVert x \\rVert_2$이고 각주[^이름]가 있다`,
  `| 이름 | 식 |\n|---|---|\n| 평균 제곱 오차 | $${SUM}$ |\n| 각주 | 칸에도 있다[^1] |`,
  `$$\n${SUM}\n$$`,
  `$$\n${Array.from({ length: 5 }, (_, at) => `w_{${at}} \\cdot \\phi_{${at}}(x_{${at}}, y_{${at}})`).join(' + ')}\n$$`,
  '$$\nA = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}, \\quad f(x) = \\begin{cases} 0 & \\text{음수이면} \\\\ x & \\text{그 밖에는} \\end{cases}\n$$',
  `<details>\n<summary>접힌 풀이</summary>\n\n접힌 글 \`code\`와 식 $x^2$.\n\n\`\`\`bash\n${longLine}\n\`\`\`\n\n</details>`,
  `<details open>\n<summary>펼친 풀이, <b>굵은</b> 말</summary>\n\n- 항목\n\n  <details>\n  <summary>안의 것</summary>\n\n  안의 글.\n\n  </details>\n\n${drawn(FLOW)}\n\n</details>`,
  `> [!NOTE]\n> 알림 안의 각주[^1]와 식 $y = ax$.`,
  `## 확인 문제\n\n### Q. $2^{10}$은? <!-- q: rare-1 -->\n\n- [x] $1024$\n- [ ] $10^2$\n\n> 해설: $2^{10} = 1024$이다.`,
  '[^1]: 첫 각주. 식 $e^{i\\pi} = -1$과 [링크](intro.md)가 있다.\n[^이름]: 두 문단의 각주.\n\n    둘째 문단.',
].join('\n\n');

/** Every kind of diagram, a wide one in every place, and what cannot be drawn. */
const DRAWN = {
  'diagrams/README.md': '# Diagrams\n\nNone on this page.\n',
  'diagrams/drawn.md': [
    '# Drawn',
    ...[FLOW, SEQUENCE, STATES, CLASSES, TABLES].map((code, at) => `## Kind ${at + 1}\n\n${drawn(code)}`),
    `## Places\n\n1. Term\n- word: in a list\n\n  ${drawn(FLOW, '  ')}`,
    `> [!NOTE]\n> ${drawn(FLOW, '> ')}`,
    `> ${drawn(SEQUENCE, '> ')}`,
    `- 배경: before\n\n  ${drawn(FLOW, '  ')}\n- 결과: after`,
    `## 확인 문제\n\n### Q. Which? <!-- q: drawn-1 -->\n\n${drawn(FLOW)}\n\n- [x] one\n- [ ] two\n\n> 해설: Since\n>\n> ${drawn(FLOW, '> ')}`,
    `## Not drawn\n\n${drawn('gantt\n  title 일정')}\n\n${drawn('flowchart LR\n  A[')}`,
  ].join('\n\n'),
};

/** Writes the folder anew. */
export function makeForeignNotes(dir = FOREIGN_DIR) {
  rmSync(dir, { recursive: true, force: true });
  for (const [name, text] of Object.entries({
    ...FILES,
    ...WIDE,
    ...DRAWN,
    'rare.md': RARE,
    ...tableNotes(),
    ...hostileNotes(),
  })) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(path.join(dir, 'img'), { recursive: true });
  writeFileSync(
    path.join(dir, 'img/grey box.png'),
    png(40, 20, () => 0x99),
  );
}
