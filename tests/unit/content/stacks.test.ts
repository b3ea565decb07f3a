/** A fenced block `stacks` becomes a figure; what is no figure stays code, and its author is told. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStacks } from '../../../src/core/content/blocks/stacks.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { boxesOf, describeStack } from '../../../src/ui/comparison/stacks-figure.tsx';

const VM = 'Virtual Machine: 하드웨어 / 하이퍼바이저 / [게스트 운영체제 / 앱]';
const CONTAINER = 'Container: 하드웨어 / 커널* / CI/CD 도구 / [앱]';

test('layers from the bottom up: one for all, shared by all, and one for each', () => {
  expect(parseStacks(`${VM}\n${CONTAINER}\n`)).toEqual([
    {
      name: 'Virtual Machine',
      layers: [
        { text: '하드웨어', kind: 'once' },
        { text: '하이퍼바이저', kind: 'once' },
        { text: '게스트 운영체제', kind: 'each' },
        { text: '앱', kind: 'each' },
      ],
    },
    {
      name: 'Container',
      layers: [
        { text: '하드웨어', kind: 'once' },
        { text: '커널', kind: 'shared' },
        { text: 'CI/CD 도구', kind: 'once' },
        { text: '앱', kind: 'each' },
      ],
    },
  ]);
});

test.each([
  '',
  '이름뿐',
  ': a / b',
  'A: 하나',
  'A: a / [b',
  'A: a / b]',
  'A: a [b]',
  'A: a / [b] / c',
  'A: a / / b',
  'A: a / b /',
  'A: [a / [b]]',
  'A: a / b*c',
  `${VM}\n그냥 글`,
  `${VM}\n${VM}\n${VM}\n${VM}`,
])('no figure: %s', (text) => {
  expect(parseStacks(text)).toBeNull();
});

test('in a file: a block with its title, or code and a diagnostic', () => {
  const file = 'a.md';
  const good = parse(`# A\n\n\`\`\`stacks 두 모습\n${VM}\n${CONTAINER}\n\`\`\`\n`, { file });
  expect(good.value.blocks[0]).toMatchObject({ kind: 'stacks', title: '두 모습', line: 3 });
  expect(good.diagnostics).toEqual([]);
  const bad = parse('# A\n\n```stacks\n아님\n```\n', { file });
  expect(JSON.stringify(bad.value)).toContain('"kind":"code"');
  expect(bad.diagnostics).toMatchObject([{ code: 'stacks-shape', severity: 'warning', line: 3 }]);
});

test('never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', ':', ' ', '/', '[', ']', '*', '\n', '가') }),
      (text) => void parseStacks(text),
    ),
  );
});

describe('the picture', () => {
  const [stack] = parseStacks(VM) ?? [];
  if (!stack) throw new Error('no stack');

  test.each([1, 2, 3])('repeats what each brings %i times and stays within its width', (count) => {
    const { boxes, height } = boxesOf(stack, count);
    expect(boxes.filter((box) => box.kind === 'each')).toHaveLength(2 * count);
    expect(boxes.filter((box) => box.kind === 'once')).toHaveLength(2);
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(100.001);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    expect(boxes[0]?.lines).toEqual(['앱']);
  });

  test('is as high for one as for three, so that choosing moves nothing', () => {
    expect(boxesOf(stack, 1).height).toBe(boxesOf(stack, 3).height);
  });

  test('says how many of what', () => {
    expect(describeStack(stack, 3)).toBe(
      'Virtual Machine, 애플리케이션 3개. 하나뿐인 층: 하드웨어, 하이퍼바이저. 3개씩 있는 층: 게스트 운영체제, 앱.',
    );
  });
});
