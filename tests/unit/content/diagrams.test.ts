/** Mermaid blocks: each kind is read whole, a slip is told at its very line, and what is hostile or too large stays code. */

import { describe, expect, test } from 'vitest';
import type { Drawings } from '../../../src/core/content/diagrams/diagram.ts';
import { wordsOf } from '../../../src/core/content/diagrams/diagram-html.ts';
import { readDiagram } from '../../../src/core/content/diagrams/read-diagram.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { cutPages } from '../../../src/core/search/documents.ts';
import { htmlOf } from './notation.ts';

const read = (code: string) => {
  const { diagram, flaws } = readDiagram(code);
  return { diagram, words: diagram ? wordsOf(diagram) : null, codes: flaws.map((flaw) => flaw.code) };
};

/** What a note with one block is told, and its lines and columns. */
const toldOf = (code: string) =>
  parse(`# 토픽\n\n\`\`\`mermaid\n${code}\n\`\`\`\n`, { file: 'a.md' })
    .diagnostics.filter((one) => one.code.startsWith('diagram-'))
    .map((one) => `${one.code} ${one.line}:${one.column}`);

describe('the five kinds, in Korean', () => {
  test('a flowchart: shapes, arrows, labels, groups, chains, ids in any script', () => {
    const code = `flowchart LR
  사용자 -->|요청| 서버[API 서버] & 캐시((캐시));
  서버 -- 질의 --> DB[(데이터베이스)]:::key
  서버 -.-> 큐[[작업 큐]] ==> 일꾼{{일꾼}}
  subgraph g1 [클러스터]
    direction TB
    DB --- 복제본{복제됨?}
  end
  g1 <--> 밖["글 (괄호)<br>두 줄"]
  classDef key fill:#f00
  style 서버 fill:#0f0
  class 캐시 key`;
    const { words, codes, diagram } = read(code);
    expect(codes).toEqual([]);
    expect(words).toEqual([
      '클러스터: 데이터베이스, 복제됨?',
      '사용자 → API 서버: 요청',
      '사용자 → 캐시: 요청',
      'API 서버 → 데이터베이스: 질의',
      'API 서버 → 작업 큐',
      '작업 큐 → 일꾼',
      '데이터베이스 — 복제됨?',
      '클러스터 ↔ 글 (괄호) 두 줄',
    ]);
    const keys = diagram && 'nodes' in diagram ? diagram.nodes.filter((node) => node.isKey) : [];
    expect(keys.map(({ label }) => label)).toEqual(['캐시', '데이터베이스']);
    expect(JSON.stringify(diagram)).not.toMatch(/#f00|#0f0/);
  });

  test('a sequence: actors, arrows, notes, activations, blocks', () => {
    const { words, codes } = read(`sequenceDiagram
  accTitle: 배포
  participant c as 클라이언트
  actor API 서버
  autonumber
  c->>+API 서버: 요청; 그대로
  Note over c,API 서버: 한 줄<br>두 줄
  loop 5초마다
    API 서버--)c: 상태
  end
  alt 성공
    API 서버-->>-c: 응답
  else 실패
    API 서버--xc: 오류
  end`);
    expect(codes).toEqual([]);
    expect(words).toEqual([
      '클라이언트 → API 서버: 요청; 그대로',
      '클라이언트, API 서버의 메모: 한 줄 두 줄',
      '반복: 5초마다',
      'API 서버 → 클라이언트: 상태',
      '반복 끝',
      '조건: 성공',
      'API 서버 → 클라이언트: 응답',
      '아니면: 실패',
      'API 서버 → 클라이언트: 오류',
      '조건 끝',
    ]);
  });

  test('states, with one begin and one end for each group', () => {
    const { words, codes } = read(`stateDiagram-v2
  [*] --> 대기
  대기 --> 실행 : 시작
  state "멈춘 상태" as 멈춤
  실행 --> 멈춤
  state 실행 {
    [*] --> 안
    안 --> [*]
  }
  state 갈림 <<choice>>
  멈춤 --> 갈림
  갈림 --> [*]
  note right of 멈춤
    여러 줄
    메모
  end note`);
    expect(codes).toEqual([]);
    expect(words).toEqual([
      '실행: 시작, 안, 끝',
      '시작 → 대기',
      '대기 → 실행: 시작',
      '실행 → 멈춘 상태',
      '시작 → 안',
      '안 → 끝',
      '멈춘 상태 → 갈림',
      '갈림 → 끝',
      '멈춘 상태 — 여러 줄 메모',
    ]);
  });

  test('classes, with what their lines say', () => {
    const { words, codes } = read(`classDiagram
  class 동물 {
    <<interface>>
    +String 이름
    +짖다() void
  }
  동물 <|-- 개
  동물 <|.. 로봇개
  차 "1" *-- "4" 바퀴 : 갖는다
  차 o-- 짐
  A --> B
  A ..> C : 만든다
  상자~T~ : +T 값
  note for 개 "네 발"`);
    expect(codes).toEqual([]);
    expect(words).toEqual([
      '동물: «interface», +String 이름, +짖다() void',
      '상자<T>: +T 값',
      '개 → 동물: 상속',
      '로봇개 → 동물: 구현',
      '차 1 → 바퀴 4: 합성, 갖는다',
      '차 → 짐: 집합',
      'A → B: 연관',
      'A → C: 의존, 만든다',
      '개 — 네 발',
    ]);
  });

  test('regions side by side begin and end for themselves', () => {
    const { words } = read('stateDiagram-v2\n  state 가 {\n    [*] --> 나\n    --\n    [*] --> 다\n  }');
    expect(words).toEqual(['가: 시작, 나, 시작, 다', '시작 → 나', '시작 → 다']);
  });

  test('tables, with how many stand at each end', () => {
    const { words, codes } = read(`erDiagram
  고객 ||--o{ 주문 : 낸다
  주문 }|..|{ 상품 : 담는다
  고객 |o--o| "배송지" : ""
  고객 {
    string 이름 PK
    int 나이 FK, UK "만 나이"
  }`);
    expect(codes).toEqual([]);
    expect(words).toEqual([
      '고객: 이름 · string · PK, 나이 · int · FK, UK · 만 나이',
      '고객 1개 — 주문 0개 이상: 낸다',
      '주문 1개 이상 — 상품 1개 이상: 담는다',
      '고객 0개나 1개 — 배송지 0개나 1개',
    ]);
    expect(read('erDiagram\n  가 only one to zero or more 나 : 갖는다\n  나 o{--|| 다:::key').words).toEqual([
      '가 1개 — 나 0개 이상: 갖는다',
      '나 0개 이상 — 다 1개',
    ]);
  });
});

test('title and description are mermaid’s own; directives, comments and settings say nothing', () => {
  const { diagram, codes } = read(`---
title: 앞의 제목
config:
  theme: dark
---
%%{init: {"theme": "base",
  "themeCSS": "* { display: none }"}}%%
%% 메모
flowchart TD
  accTitle: 그림의 제목
  accDescr {
    여러 줄로
    말한다
  }
  A --> B`);
  expect(codes).toEqual([]);
  expect(diagram).toMatchObject({ title: '그림의 제목', description: '여러 줄로 말한다' });
});

const BROKEN: Record<string, [code: string, told: string]> = {
  'nothing at all': ['', 'diagram-empty 4:1'],
  'only a comment': ['%% 메모', 'diagram-empty 4:1'],
  'only the kind': ['flowchart LR', 'diagram-empty 4:1'],
  'a misspelt kind': ['flowchat LR\n  A --> B', 'diagram-first-line 4:1'],
  'a kind in lower case': ['sequencediagram\n  A->>B: 글', 'diagram-first-line 4:1'],
  'no kind': ['A --> B', 'diagram-first-line 4:1'],
  'a direction that is none': ['flowchart XY\n  A --> B', 'diagram-first-line 4:1'],
  'a kind that is not drawn': ['%% 메모\ngantt\n  title 일정', 'diagram-kind 5:1'],
  'a pie': ['pie showData\n  "가" : 3', 'diagram-kind 4:1'],
  'a beta kind': ['xychart-beta\n  title 글', 'diagram-kind 4:1'],
  'a bracket that is not closed': ['flowchart LR\n  A[', 'diagram-bracket 5:4'],
  'a bracket closed by another': ['flowchart LR\n  A --> B[글)', 'diagram-bracket 5:10'],
  'a quote that is not closed': ['flowchart LR\n  A["글] --> B', 'diagram-bracket 5:4'],
  'a bracket too many': ['flowchart LR\n  A --> B]', 'diagram-bracket 5:10'],
  'a label of an arrow that is not closed': ['flowchart LR\n  A -->|글 B', 'diagram-bracket 5:5'],
  'a short arrow': ['flowchart LR\n  A -> B', 'diagram-arrow 5:5'],
  'an arrow of another kind': ['flowchart LR\n  A ->> B', 'diagram-arrow 5:5'],
  'an arrow of equal signs': ['flowchart LR\n  A => B', 'diagram-arrow 5:5'],
  'an arrow of one character': ['flowchart LR\n  A → B', 'diagram-arrow 5:5'],
  'an arrow with a dash': ['flowchart LR\n  A —> B', 'diagram-arrow 5:5'],
  'an arrow to the left': ['flowchart LR\n  A <-- B', 'diagram-arrow 5:5'],
  'words in an arrow that does not end': ['flowchart LR\n  A -- 글 B', 'diagram-arrow 5:5'],
  'an arrow to nowhere': ['flowchart LR\n  A -->', 'diagram-line 5:3'],
  'a sentence': ['flowchart LR\n  사용자가 서버로 간다', 'diagram-line 5:3'],
  'an empty label': ['flowchart LR\n  A[] --> B', 'diagram-line 5:3'],
  'a group that is not closed': ['flowchart LR\n  subgraph 글\n  A --> B', 'diagram-end 5:3'],
  'an end too many': ['flowchart LR\n  A --> B\n  end', 'diagram-end 6:3'],
  'an arrow of a sequence': ['sequenceDiagram\n  A => B: 글', 'diagram-arrow 5:5'],
  'a message without words': ['sequenceDiagram\n  A->>B', 'diagram-line 5:3'],
  'a loop that is not closed': ['sequenceDiagram\n  loop 글\n  A->>B: 글', 'diagram-end 5:3'],
  'an arrow of states': ['stateDiagram-v2\n  A -> B', 'diagram-arrow 5:5'],
  'a state that is not closed': ['stateDiagram-v2\n  state A {\n  B --> C', 'diagram-end 5:3'],
  'a note that is not closed': ['stateDiagram-v2\n  A --> B\n  note right of A\n  글', 'diagram-end 6:3'],
  'a class that is not closed': ['classDiagram\n  class A {\n  +글', 'diagram-bracket 5:3'],
  'a relation that is none': ['classDiagram\n  A -> B', 'diagram-arrow 5:5'],
  'a crow’s foot that is none': ['erDiagram\n  A |--o{ B : 글', 'diagram-arrow 5:5'],
  'a column without a name': ['erDiagram\n  A {\n    string\n  }', 'diagram-line 6:5'],
};

describe('a slip is told at its very place, once, and the block stays code', () => {
  test.each(Object.entries(BROKEN))('%s', (_, [code, told]) => {
    expect(toldOf(code)).toEqual([told]);
    expect(read(code).diagram).toBeNull();
    const { value } = parse(`# 토픽\n\n\`\`\`mermaid\n${code}\n\`\`\`\n`, { file: 'a.md' });
    const notes = told.startsWith('diagram-kind') ? [{ kind: 'prose' }] : [];
    expect(value.blocks).toMatchObject([{ kind: 'code', language: 'mermaid', code }, ...notes]);
  });

  test('in a quotation and a list, too', () => {
    const note =
      '# 토픽\n\n> [!NOTE]\n> ```mermaid\n> flowchart LR\n>   A -> B\n> ```\n\n- 글\n\n  ```mermaid\n  flowchart LR\n    A[\n  ```\n';
    const { diagnostics } = parse(note, { file: 'a.md' });
    const told = diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
    expect(told).toEqual(['diagram-arrow 6:7', 'diagram-bracket 13:6']);
    const [edit] = diagnostics[0]?.fix?.edits ?? [];
    expect([note.slice(edit?.start, edit?.end), edit?.text]).toEqual(['->', '-->']);
  });
});

test('what GitHub would not draw, or would lead somewhere, is told though it is drawn', () => {
  expect(toldOf('flowchart LR\n  A[글 (x)] --> B')).toEqual(['diagram-quote 5:5']);
  expect(toldOf('flowchart LR\n  A --> B\n  click A "javascript:alert(1)"')).toEqual(['diagram-click 6:3']);
  expect(read('flowchart LR\n  A[글 (x)] --> B').words).toEqual(['글 (x) → B']);
});

const HOSTILE: Record<string, string> = {
  'five thousand boxes': `flowchart LR\n${Array.from({ length: 5000 }, (_, n) => `a${n}`).join('\n')}`,
  'a chain of boxes': `flowchart LR\n${'a --> b\n'.repeat(2400)}`,
  'arrows from all to all': `flowchart LR\n${'a & '.repeat(300)}a --> ${'b & '.repeat(100)}b`,
  'a very long label': `flowchart LR\n  A[${'긴 글 '.repeat(300)}]`,
  'a very long line': `classDiagram\n  A${' '.repeat(9000)}B`,
  'a very long block': `flowchart LR\n${'  A["글"] --> B\n'.repeat(3000)}`,
  'many actors': `sequenceDiagram\n${Array.from({ length: 900 }, (_, n) => `  a${n}->>b: 글`).join('\n')}`,
  'many columns': `erDiagram\n  A {\n${'    int a\n'.repeat(900)}  }`,
};

test.each(Object.entries(HOSTILE))('%s: a limit with a message', (_, code) => {
  const { diagram, codes } = read(code);
  expect(diagram).toBeNull();
  expect(codes).toEqual(['diagram-large']);
});

test('tags in labels that set type are dropped, any other is text', () => {
  const { words } = read(
    'flowchart LR\n  A["<b>굵게</b> <script>x</script>"] --> B["`**글**` #35;1 #quot;"]',
  );
  expect(words).toEqual(['굵게 <script>x</script> → `**글**` #1 "']);
  expect(read('flowchart LR\n  A["`**굵게** 글`"]').words).toEqual(['굵게 글']);
});

const CODE = 'flowchart LR\n  accTitle: 요청의 길\n  A[사용자] -->|요청| B[API 서버]';
const fenced = (indent = '') => `\`\`\`mermaid\n${CODE}\n\`\`\``.replaceAll('\n', `\n${indent}`);
const DRAWN: Drawings = [{ x: 0, width: 100, height: 40, shapes: '<g></g>' }];

describe('on a page', () => {
  const everywhere = `# 토픽

${fenced()}

1. 정의
- 용어: 글

  ${fenced('  ')}

> [!NOTE]
> ${fenced('> ')}

> 인용
>
> ${fenced('> ')}

## 사례

- 배경: 글

  ${fenced('  ')}
- 결과: 글

## 확인 문제

### Q. 무엇인가? <!-- q: what -->

${fenced()}

- [x] 가
- [ ] 나

> 해설: 글
>
> ${fenced('> ')}
`;
  const draw = {
    file: 'a.md',
    drawDiagram: () => DRAWN,
    styles: { diagram: '/style.css', rare: '/rare.css' },
  };

  test('it is drawn in text, lists, notices, quotations, cases, stems and explanations', () => {
    const { value, diagnostics } = parse(everywhere, draw);
    const html = htmlOf(value).join('\n');
    expect(html.split('<figure class="diagram"').length - 1).toBe(7);
    expect(html.split('<svg role="img"').length - 1).toBe(7);
    expect(html.split('href="/style.css"').length - 1).toBe(7);
    expect(html).not.toMatch(/<p><figure|\sid=|\sstyle=/);
    expect(diagnostics.filter(({ code }) => code.startsWith('diagram-'))).toEqual([]);
  });

  test('those of the notes are numbered in order, those of questions are not', () => {
    const html = htmlOf(parse(everywhere, draw).value).join('\n');
    expect(html.match(/그림 \d/g)).toEqual(['그림 1', '그림 2', '그림 3', '그림 4', '그림 5']);
    expect(html.split('<b class="diagram-number"></b>요청의 길').length - 1).toBe(2);
  });

  test('name and words stand beside the drawing, and the source below it', () => {
    const [, html = ''] = htmlOf(parse(`# 토픽\n\n${fenced()}\n`, draw).value);
    expect(html).toContain('<title>요청의 길</title>');
    expect(html).toContain('<desc>사용자 → API 서버: 요청</desc>');
    expect(html).toContain('<li>사용자 → API 서버: 요청</li>');
    expect(html).toContain('<pre data-language="mermaid"><code>flowchart LR');
  });

  test('the title behind the language is a caption, too, and code in it is code', () => {
    const note = '# 토픽\n\n~~~mermaid `docker run`의 순서\nflowchart LR\n  A --> B\n~~~\n';
    expect(htmlOf(parse(note, draw).value)[1]).toContain('<code>docker run</code>의 순서</figcaption>');
  });

  test('one that is too tangled to be laid out stays code and is told of', () => {
    const { value, diagnostics } = parse(`# 토픽\n\n${fenced()}\n`, { ...draw, drawDiagram: () => 'failed' });
    expect(value.blocks[0]?.kind).toBe('code');
    expect(diagnostics).toMatchObject([{ code: 'diagram-large', line: 3 }]);
  });

  test('search finds its labels, once', () => {
    const note = readNote(`# 토픽\n\n${fenced()}\n`, draw);
    const home = readNote('# 강의\n\n<!-- course: a -->\n\n- [토픽](a.md)\n', { file: 'README.md' });
    const notes = new Map([
      ['README.md', home],
      ['a.md', note],
    ]);
    const { course } = compileCourse(notes, { files: new Set(), drafts: false, base: '/' });
    const found = cutPages(course.pages.values(), []).documents.filter(({ text }) =>
      text.includes('API 서버'),
    );
    expect(found.map(({ text }) => text)).toEqual(['사용자 → API 서버: 요청']);
  });
});
