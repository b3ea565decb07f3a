/** Blanks in code: which brackets are blanks, how they are graded, shown and exported, and what is told of them. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHighlighter, type Highlighter } from '../../../src/compiler/highlight.ts';
import { withColours } from '../../../src/core/content/colours.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { questionsSchema } from '../../../src/core/export/document.ts';
import { toGift } from '../../../src/core/export/gift.ts';
import { toPrint } from '../../../src/core/export/print.ts';
import { exportOf } from '../../../src/core/export/types/exports.ts';
import { blocksOf, questionsIn } from '../../../src/core/model/blocks.ts';
import type { ClozePart } from '../../../src/core/model/question.ts';
import { claimNear, contentHash, grade } from '../../../src/core/quiz/grade.ts';
import { collected, notesOf } from '../export/course.ts';
import { answerOf, questionOf, readOf, toldOf } from './reading.ts';

const fenced = (code: string, info = 'dockerfile blanks') => `\`\`\`${info}\n${code}\n\`\`\``;
const DOCKERFILE = fenced(
  'FROM python:3.13-slim\nCOPY [[requirements.txt]] .\n[[CMD / ENTRYPOINT]] ["python", "train.py"]',
);
const variantsIn = (parts: readonly ClozePart[]) =>
  parts.flatMap((part) => (part.kind === 'blank' ? [part.variants] : []));
const variants = (code: string, info?: string) => variantsIn(answerOf(fenced(code, info), 'cloze').parts);

describe('are read', () => {
  test('in a block whose first line ends in blanks, with their lines and what stands between', () => {
    expect(answerOf(DOCKERFILE, 'cloze').parts).toEqual([
      { kind: 'code', language: 'dockerfile', title: null },
      { kind: 'text', html: 'FROM python:3.13-slim\nCOPY ' },
      { kind: 'blank', variants: ['requirements.txt'], line: 8 },
      { kind: 'text', html: ' .\n' },
      { kind: 'blank', variants: ['CMD', 'ENTRYPOINT'], line: 9 },
      { kind: 'text', html: ' [&quot;python&quot;, &quot;train.py&quot;]' },
    ]);
  });

  test('with the title of the block, and beside blanks in words', () => {
    const body = `앞의 [[커널]].\n\n${fenced('a: [[b]]', 'yaml compose.yaml blanks')}\n\n뒤의 [[이미지]].`;
    const { parts } = answerOf(body, 'cloze');
    expect(parts.flatMap((part) => (part.kind === 'text' ? [] : [part.kind]))).toEqual([
      'blank',
      'code',
      'blank',
      'break',
      'blank',
    ]);
    expect(parts).toContainEqual({ kind: 'code', language: 'yaml', title: 'compose.yaml' });
  });

  test.each([
    ['run: [[a]]', [['a']]],
    ['[[list[0]]] [[a[b]]]', [['list[0]'], ['a[b]']]],
    ['[[`a | b`]] [[c \\| d]]', [['a | b'], ['c | d']]],
    ['[[x]] \\[[package]]', [['x']]],
    ['if [[ -f x ]]; then [[echo]]; fi', [['echo']]],
    ['[[ $a == b ]] && [[ ! x ]] && [[c]]', [['c']]],
    ["grep '[[:space:]]' [[file]]", [['file']]],
    ['x = [[1, 2], [3, 4]]; [[y]]', [['y']]],
    ['x = [[[1, 2]]]; [[y]]', [['y']]],
  ])('%s', (code, expected) => {
    expect(variants(code)).toEqual(expected);
    expect(toldOf(`${fenced(code)}\n\n> 해설: 글`)).toEqual([]);
  });

  test('and what is not one stays in the code, an escape without its backslash', () => {
    const { parts } = answerOf(fenced('[[x]] \\[[package]] [[ -f y ]]'), 'cloze');
    expect(parts.at(-1)).toMatchObject({ html: ' [[package]] [[ -f y ]]' });
  });

  test('and code without the word has none, whatever it holds', () => {
    const body = `${fenced('if [[ -f x ]]; then\n[[package]]\nfi', 'bash')}\n\n정답: 파일`;
    expect(readOf(body).answer).toEqual({ type: 'short', variants: ['파일'] });
    expect(toldOf(body)).toEqual([]);
  });
});

test.each([
  ['code without the word', fenced('a\nrun: [[b]]', 'yaml'), ['question-blank-form 3:1']],
  ['no blank', fenced('a: b', 'yaml blanks'), ['question-blank-form 1:1']],
  [
    'a blank without an answer',
    fenced('a: [[]] [[ ]]', 'yaml blanks'),
    ['question-blank-empty 2:4', 'question-blank-empty 2:9'],
  ],
  ['a blank that is not closed', fenced('a: [[b] c', 'yaml blanks'), ['question-blank-unclosed 2:4']],
  [
    'an answer apart from its brackets',
    fenced('a: [[ b c ]] [[d]]', 'yaml blanks'),
    ['question-blank-form 2:4'],
  ],
  [
    'blanks above another answer',
    `${fenced('a: [[b]]', 'yaml blanks')}\n\n정답: b`,
    ['question-answer-twice 5:1'],
  ],
  ['indented', `  ${fenced('  a: [[]]', 'yaml blanks')}`, ['question-blank-empty 2:6']],
])('told at its place: %s', (_, body, told) => expect(toldOf(body)).toEqual(told));

test('the mend of brackets in code is the word behind the first line', () => {
  const source = '# 제목\n\n## 확인 문제\n### Q. 물음 <!-- q: a -->\n\n```yaml compose.yaml\na: [[b]]\n```\n';
  const [edit] = parse(source, { file: 'a.md' }).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
  const mended = source.slice(0, edit?.start) + edit?.text + source.slice(edit?.end);
  expect(mended).toContain('```yaml compose.yaml blanks\n');
  expect(questionsIn(blocksOf(parse(mended, { file: 'a.md' }).value))[0]?.type).toBe('cloze');
});

describe('are graded', () => {
  const question = readOf(fenced('docker run [[-d / --detach]] [[nginx:1.29]]', 'bash blanks'));
  const parts = (...texts: string[]) => grade(question, { type: 'cloze', texts }).parts;

  test.each(['-d', ' -d ', '--detach', '－d'])('%s is right', (text) =>
    expect(parts(text, 'nginx:1.29')).toEqual([
      { key: '0', verdict: 'correct' },
      { key: '1', verdict: 'correct' },
    ]),
  );

  test.each([
    ['d', '-d'],
    ['-D', '-d'],
    ['--dettach', '--detach'],
  ])('%s is asked about, and not accepted', (text, near) =>
    expect(parts(text)[0]).toEqual({ key: '0', verdict: 'incorrect', near }),
  );

  test('what is claimed counts', () => {
    const claimed = claimNear({ type: 'cloze', texts: ['-D', 'nginx:1.29'] }, ['0']);
    expect(grade(question, claimed).verdict).toBe('correct');
    expect(parts('-p')[0]).toEqual({ key: '0', verdict: 'incorrect' });
    expect(grade(question, null).verdict).toBe('unanswered');
  });

  test('every letter of a key decides, in no order of its variants', () => {
    const hash = (code: string) => contentHash(readOf(fenced(code)));
    expect(hash('a [[b / c]]')).toBe(hash('d [[c / b]]'));
    expect(hash('a [[b]]')).not.toBe(hash('a [[B]]'));
  });
});

describe('colours', () => {
  let highlighter: Highlighter;
  beforeAll(async () => {
    highlighter = createHighlighter();
    await highlighter.prepare(['yaml', 'bash']);
  });
  const coloured = (body: string) => {
    const source = `# 제목\n\n## 확인 문제\n### Q. 물음 <!-- q: a -->\n\n${body}`;
    const { value } = parse(source, { file: 'a.md' });
    const blocks = withColours(blocksOf(value), highlighter.highlight);
    const answer = questionsIn(blocks)[0]?.answer;
    return answer?.type === 'cloze' ? answer.parts : [];
  };
  const texts = (parts: ClozePart[]) => parts.flatMap((part) => (part.kind === 'text' ? [part.html] : []));

  test('stay around a blank, each piece whole', () => {
    expect(texts(coloured(fenced('a: "b [[c]] d" # [[e]]', 'yaml blanks')))).toEqual([
      '<span class="hl-name">a</span>: <span class="hl-string">&quot;b </span>',
      '<span class="hl-string"> d&quot;</span> <span class="hl-comment"># </span>',
    ]);
  });

  test('do not depend on the key', () => {
    const word = fc.stringMatching(/^[a-z0-9$"'#:{}-]{1,9}$/).filter((text) => !/^:|^-|[[\]]/.test(text));
    fc.assert(
      fc.property(word, word, (one, other) => {
        const of = (key: string) =>
          texts(coloured(fenced(`on: [[${key}]]\nrun: x [[${key}]] y`, 'yaml blanks')));
        expect(of(one)).toEqual(of(other));
      }),
      { numRuns: 60 },
    );
  });
});

describe('are exported', () => {
  const notes = notesOf({
    code: `${fenced('  a: "<[[b]]>"\n  c: [[d]]', 'yaml compose.yaml blanks')}\n\n뒤의 [[말]].`,
  });
  const { document } = collected(notes);

  test('as JSON to the letter', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(questionsSchema());
    expect(validate(JSON.parse(JSON.stringify(document))) || validate.errors).toBe(true);
    const answer = document.topics[0]?.questions[0]?.answer;
    expect(answer?.type === 'cloze' && answer.parts.slice(0, 4)).toEqual([
      { kind: 'code', language: 'yaml', title: 'compose.yaml' },
      { kind: 'text', html: '  a: &quot;&lt;', text: '  a: "<' },
      { kind: 'blank', variants: ['b'] },
      { kind: 'text', html: '&gt;&quot;\n  c: ', text: '>"\n  c: ' },
    ]);
  });

  test('to paper, to Moodle and to machines as code', () => {
    const code = '<p><b>compose.yaml</b></p><pre>  a: &quot;&lt;';
    expect(toPrint(document, '').files[0]?.text).toContain(
      `${code}(1)________&gt;&quot;\n  c: (2)________</pre><p>뒤의 (3)________.</p>`,
    );
    expect(toGift(document).files[0]?.text).toContain(
      '<pre>  a\\: &quot;&lt;(1) _____&gt;&quot;\\n  c\\: (2) _____</pre>',
    );
    const answer = document.topics[0]?.questions[0]?.answer;
    expect(answer && exportOf('cloze').asked?.(answer)).toBe(
      `${code}(____)&gt;&quot;\n  c: (____)</pre><p>뒤의 (____).</p>`,
    );
  });
});

test('outside of a quiz they are told, as every key that would show', () => {
  const source = `# 제목\n\n## 절\n\nQ. 무엇?\n\n${DOCKERFILE}\n`;
  expect(parse(source, { file: 'a.md' }).diagnostics.map(({ code }) => code)).toContain('question-outside');
  expect(questionOf(DOCKERFILE).type).toBe('cloze');
});
