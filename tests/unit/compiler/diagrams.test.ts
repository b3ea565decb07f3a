/** Drawings of diagrams: only what a list allows, colours by class in both themes, nothing cut or overlapping, each drawn once. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { STYLE_SOURCES, styleFile } from '../../../src/compiler/build/bundling.ts';
import { Diagrams, drawDiagram } from '../../../src/compiler/diagrams/draw-diagram.ts';
import { linesOf, widthOf } from '../../../src/compiler/diagrams/text-width.ts';
import type { Diagram, Drawing, Drawings } from '../../../src/core/content/diagrams/diagram.ts';
import { readDiagram } from '../../../src/core/content/diagrams/read-diagram.ts';
import { isHashed } from '../../../src/core/offline/files.ts';
import { ATTACKS } from '../../support/hostile.mjs';

/** Every element, and its attributes; no address, id, style or handler among them. */
const ALLOWED: Record<string, string[]> = {
  svg: [],
  g: ['class', 'font-size', 'text-anchor'],
  path: ['class', 'd'],
  rect: ['class', 'x', 'y', 'width', 'height', 'rx'],
  circle: ['class', 'cx', 'cy', 'r'],
  text: ['class', 'x', 'y', 'font-size', 'text-anchor'],
};

const EXAMPLES: Record<string, string> = {
  flowchart: `flowchart LR
  A[Git 저장소] -->|git push| B[CI 빌드] --> C{시험 통과?}
  C -->|예| D[(이미지 저장소)] ==> E(((두 겹)))
  C -->|아니오| A
  subgraph 클러스터
    F([알약]):::key -.-> G[[절차]] --x H{{육각형}} --o I>깃발] <--> J[/비스듬히/]
  end
  D --> F`,
  sequence: `sequenceDiagram
  사용자->>+서버: 요청
  서버->>서버: 생각
  Note right of 서버: 메모
  loop 5초마다
    서버--)사용자: 상태
  end
  서버-->>-사용자: 응답`,
  state:
    'stateDiagram-v2\n  [*] --> 대기\n  대기 --> 실행 : 시작\n  실행 --> 대기 : 멈춤\n  실행 --> [*]\n  class 실행 key',
  class: `classDiagram
  class 동물 {
    +String 이름
    +짖다()
  }
  동물 <|-- 개
  차 "1" *-- "4" 바퀴 : 갖는다`,
  er: 'erDiagram\n  고객 ||--o{ 주문 : 낸다\n  주문 }|--|| 상품 : 담는다\n  고객 {\n    string 이름 PK\n  }',
};

function diagramOf(code: string): Diagram {
  const { diagram, flaws } = readDiagram(code);
  if (!diagram) throw new Error(JSON.stringify(flaws));
  return diagram;
}

interface Part {
  name: string;
  attributes: Record<string, string>;
  text: string;
  /** Classes of all around it. */
  within: string[];
}

/** Strict XML: what does not parse fails the test. */
function partsOf({ shapes }: Drawing): Part[] {
  const parts: Part[] = [];
  const open: Part[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const within = open.flatMap((part) => part.attributes.class ?? []);
    const part = { name, attributes: attributes as Record<string, string>, text: '', within };
    parts.push(part);
    open.push(part);
  });
  parser.on('text', (text) => {
    const part = open.at(-1);
    if (part) part.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(`<svg>${shapes}</svg>`).close();
  return parts;
}

let drawn: [kind: string, drawing: Drawing][];

beforeAll(async () => {
  drawn = [];
  for (const [kind, code] of Object.entries(EXAMPLES))
    for (const drawing of await drawDiagram(diagramOf(code))) if (drawing) drawn.push([kind, drawing]);
});

test('every kind is drawn, and in Korean', () => {
  const words = (kind: string) =>
    drawn
      .filter(([one]) => one === kind)
      .flatMap(([, drawing]) => partsOf(drawing).map(({ text }) => text.trim()));
  expect(words('flowchart')).toEqual(
    expect.arrayContaining(['Git 저장소', '시험 통과?', '클러스터', '아니오']),
  );
  expect(words('sequence')).toEqual(expect.arrayContaining(['사용자', '요청', '메모', '반복: 5초마다']));
  expect(words('state')).toEqual(expect.arrayContaining(['대기', '시작', '멈춤']));
  expect(words('class')).toEqual(expect.arrayContaining(['동물', '+String 이름', '+짖다()', '4']));
  expect(words('er')).toEqual(expect.arrayContaining(['고객', '이름 · string · PK', '낸다']));
});

test('a drawing is made of nothing but what the list allows', () => {
  for (const [kind, drawing] of drawn)
    for (const { name, attributes } of partsOf(drawing)) {
      expect(ALLOWED[name], `<${name}> in ${kind}`).toBeDefined();
      for (const attribute of Object.keys(attributes))
        expect(ALLOWED[name], `${name} in ${kind}`).toContain(attribute);
    }
});

test('hostile words are text, whatever they say and wherever they stand', async () => {
  for (const attack of ATTACKS.slice(0, 20)) {
    const words = attack.replace(/["\n;]/g, ' ').slice(0, 100);
    const { diagram } = readDiagram(`flowchart LR\n  A["${words}"] -->|"${words.replaceAll('|', '')}"| B`);
    if (!diagram) continue;
    const [drawing] = await drawDiagram(diagram);
    for (const { name } of partsOf(drawing)) expect(Object.keys(ALLOWED)).toContain(name);
  }
});

describe('the style', () => {
  const css = readFileSync(STYLE_SOURCES.diagram, 'utf8');

  test('colours every class of the drawings', () => {
    const used = new Set(
      drawn.flatMap(([, drawing]) =>
        partsOf(drawing).flatMap(({ attributes }) => attributes.class?.split(' ') ?? []),
      ),
    );
    expect([...used].filter((name) => !css.includes(`.${name}`))).toEqual(['diagram-line']);
  });

  test('has no colour but the tokens of both themes and those that a system forces', () => {
    // `--narrow` is no colour: it says which of two drawings is shown.
    const colours = [
      ...css.matchAll(/(?:fill|stroke|color|background|border-block|--(?!narrow:)[\w-]+):\s*([^;]+);/g),
    ];
    expect(colours.length).toBeGreaterThan(30);
    for (const [, value = ''] of colours)
      expect(value).toMatch(/^(?:none|(?:1px solid )?var\(--[\w-]+\)|Canvas|CanvasText)$/);
  });

  test('is a file of its own, named by what is in it', () => {
    expect(isHashed(styleFile('diagram'))).toBe(true);
    const sources = ['src/ui/styles/reading.css', 'src/main.tsx', 'src/start.tsx'].map((file) =>
      readFileSync(file, 'utf8'),
    );
    expect(sources.join('')).not.toContain(path.basename(STYLE_SOURCES.diagram));
  });
});

describe('layout', () => {
  const numbers = ({ attributes }: Part, ...names: string[]) => names.map((name) => Number(attributes[name]));

  test('everything stands within the drawing, to half a stroke', () => {
    for (const [kind, drawing] of drawn)
      for (const part of partsOf(drawing)) {
        if (part.name === 'rect') {
          const [x = 0, y = 0, width = 0, height = 0] = numbers(part, 'x', 'y', 'width', 'height');
          expect(x, kind).toBeGreaterThanOrEqual(drawing.x - 1);
          expect(y, kind).toBeGreaterThanOrEqual(-1);
          expect(x + width, kind).toBeLessThanOrEqual(drawing.x + drawing.width + 1);
          expect(y + height, kind).toBeLessThanOrEqual(drawing.height + 1);
        }
      }
  });

  test('the words of a tile are narrower than it', () => {
    for (const [kind, drawing] of drawn) {
      const parts = partsOf(drawing);
      parts.forEach((part, at) => {
        const next = parts[at + 1];
        if (part.name !== 'rect' || next?.name !== 'text' || !part.within.includes('diagram-tile')) return;
        const [width = 0] = numbers(part, 'width');
        expect(widthOf(next.text.trim(), { size: 15, isBold: true }), `${kind}: ${next.text}`).toBeLessThan(
          width,
        );
      });
    }
  });

  test('a wide flowchart is drawn once more from top to bottom, narrower', async () => {
    const [wide, narrow] = await drawDiagram(diagramOf(EXAMPLES.flowchart ?? ''));
    expect(wide.width).toBeGreaterThan(600);
    expect(narrow?.width).toBeLessThan(wide.width / 1.5);
    expect(narrow?.height).toBeGreaterThan(wide.height);
  });

  test('what leads back does not turn the boxes round', async () => {
    const [drawing] = await drawDiagram(
      diagramOf('flowchart LR\n  가 --> 나 --> 다\n  다 --> 가\n  나 --> 나'),
    );
    const at = partsOf(drawing).filter(({ name, text }) => name === 'text' && /[가-다]/.test(text));
    expect(at.map(({ text }) => text.trim())).toEqual(['가', '나', '다']);
    const [first = 0, second = 0, third = 0] = at.map((part) => Number(part.attributes.x));
    expect(first < second && second < third).toBe(true);
  });

  test.each(['LR', 'TD'])('the rules of a group are as wide as its name, going %s', async (direction) => {
    const name = '이름이 아주 긴 묶음은 상자보다 넓습니다';
    const [drawing] = await drawDiagram(
      diagramOf(`flowchart ${direction}\n  subgraph ${name}\n    가 --> 나\n  end`),
    );
    const rule = partsOf(drawing).find(({ within }) => within.includes('diagram-group'))?.attributes.d ?? '';
    const [, from = 0, to = 0] = (/^M(\S+) \S+H([^M]+)M/.exec(rule) ?? []).map(Number);
    expect(to - from).toBeGreaterThanOrEqual(widthOf(name, { size: 13, isBold: true }));
  });

  test('boxes of groups, and groups that lines lead to, are laid out whatever leads where', async () => {
    const code = `flowchart TD
  subgraph 바깥
    subgraph 안
      A --> B
    end
    C --> 안
  end
  안 --> D --> A
  subgraph 빈
  end
  D --> 바깥`;
    const [drawing] = await drawDiagram(diagramOf(code));
    expect(partsOf(drawing).filter(({ within }) => within.includes('diagram-tile')).length).toBeGreaterThan(
      3,
    );
  });
});

test('lines are broken at blanks into about equal ones, and a long word within', () => {
  const face = { size: 15, isBold: true };
  expect(linesOf('아주 긴 글은 여러 줄로 나뉘어', face, 190)).toEqual(['아주 긴 글은', '여러 줄로 나뉘어']);
  expect(linesOf('kube-controller-manager', face, 150)).toEqual(['kube-controller-', 'manager']);
  expect(linesOf('가'.repeat(30), face, 150).every((line) => widthOf(line, face) <= 150)).toBe(true);
});

test('a diagram is drawn once, whatever else of the notes is saved', async () => {
  const diagrams = new Diagrams();
  const [one, other] = [diagramOf('flowchart LR\n  가 --> 나'), diagramOf('flowchart LR\n  가 --> 다')];
  const drawings = (among: Diagram[]) =>
    diagrams.read((draw) => among.map((diagram) => draw(structuredClone(diagram)) as Drawings));
  const before = await drawings([one]);
  const after = await drawings([one, other]);
  expect(before[0]?.[0].shapes).toContain('나');
  expect(after[0]).toBe(before[0]);
  expect(diagrams.size).toBe(2);
});
