/** Files to mend: which tests there are, what they say of a file, how a question is read, graded and exported, and what is told of it. */

import { Ajv2020 } from 'ajv/dist/2020.js';
import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { readTest } from '../../../src/core/content/quiz/types/fix.ts';
import { toAnki } from '../../../src/core/export/anki.ts';
import { questionsSchema } from '../../../src/core/export/document.ts';
import { toGift } from '../../../src/core/export/gift.ts';
import { toPrint } from '../../../src/core/export/print.ts';
import { readDockerfile } from '../../../src/core/files/dockerfile.ts';
import { type FileLanguage, readPlain, runTest } from '../../../src/core/files/file-test.ts';
import { readYaml } from '../../../src/core/files/yaml.ts';
import { contentHash, grade, isAnswered, parseResponse } from '../../../src/core/quiz/grade.ts';
import { answerParts } from '../../../src/core/study/mistake-notes.ts';
import { collected, notesOf } from '../export/course.ts';
import { readOf, toldOf } from './reading.ts';

const READERS = { yaml: readYaml, dockerfile: readDockerfile, text: readPlain };

/** `met`, or where it is not: `3`, `nowhere`, `unread 3`. */
function run(written: string, text: string, language: FileLanguage): string {
  const given = readTest(written, language);
  if (!given) throw new Error(`no test: ${written}`);
  const { isMet, line, isUnread } = runTest(given, text, READERS[language](text));
  if (isMet) return 'met';
  return isUnread ? `unread ${line}` : String(line ?? 'nowhere');
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  labels: {"app.kubernetes.io/name": api}
spec:
  replicas: 3   # three
  template:
    spec:
      containers:
        - name: api
          image: api:1.4.2
        - name: log
          image: log
`;

test.each([
  ['parses', 'met'],
  ['yaml spec.replicas = 3', 'met'],
  ['yaml spec.replicas = "3"', '6'],
  ['yaml spec.replicas != 3', '6'],
  ['yaml spec.replicas >= 2', 'met'],
  ['yaml spec.replicas < 3', '6'],
  ['yaml kind', 'met'],
  ['yaml spec.selector', '6'],
  ['yaml status.ready', 'nowhere'],
  ['!yaml status', 'met'],
  ['!yaml kind', '2'],
  ['yaml metadata.labels."app.kubernetes.io/name" = api', 'met'],
  ['yaml metadata.labels = {"app.kubernetes.io/name": api}', 'met'],
  ['yaml metadata.labels = {}', '4'],
  ['yaml spec.template.spec.containers[0].image = api:1.4.2', 'met'],
  ['yaml spec.template.spec.containers[-1].name = log', 'met'],
  ['yaml spec.template.spec.containers[*].image contains :', '13'],
  ['yaml spec.template.spec.containers[?].image contains :', 'met'],
  ['yaml spec.template.spec.containers[5].image', '10'],
  ['contains api:1.4.2', 'met'],
  ['contains three', 'met'],
  ['!contains api:', '11'],
  ['lines <= 13', 'met'],
  ['lines = 5', 'nowhere'],
])('of a Deployment, %s: %s', (written, expected) => expect(run(written, DEPLOYMENT, 'yaml')).toBe(expected));

const DOCKERFILE = `# syntax=docker/dockerfile:1
FROM python:3.12-slim AS base
# COPY . .
COPY requirements.txt .
RUN pip install \\
    -r requirements.txt
COPY . .
CMD ["python", "train.py"]
`;

test.each([
  ['parses', 'met'],
  ['dockerfile FROM = python:3.12-slim', '2'],
  ['dockerfile FROM contains python:3.12-slim', 'met'],
  ['dockerfile FROM[0] = python:3.12-slim AS base', 'met'],
  ['dockerfile COPY = . .', 'met'],
  ['dockerfile COPY[*] contains requirements.txt', '7'],
  ['dockerfile RUN = pip install -r requirements.txt', 'met'],
  ['dockerfile USER', 'nowhere'],
  ['!dockerfile USER', 'met'],
  ['order COPY requirements.txt < RUN pip install < COPY . .', 'met'],
  ['order COPY . . < RUN pip', '5'],
  ['order RUN pip < USER', 'nowhere'],
  ['!contains latest', 'met'],
  ['contains # COPY', 'nowhere'],
  ['lines = 6', 'met'],
])('of a Dockerfile, %s: %s', (written, expected) =>
  expect(run(written, DOCKERFILE, 'dockerfile')).toBe(expected),
);

test.each([
  'COPY ./requirements.txt ./',
  'COPY --chown=1000 requirements.txt /app/',
  'COPY ["requirements.txt", "."]',
  'copy --chmod=444 ["./requirements.txt", "./"]',
  'ADD ./requirements.txt .',
])('%s is found in its place as it is written plainly, and is not all of the folder', (line) => {
  const file = `FROM python\n${line}\nRUN pip install x\nCOPY ./ ./\n`;
  const keyword = line.slice(0, 4).trim().toUpperCase();
  expect(run(`order ${keyword} requirements.txt < RUN pip`, file, 'dockerfile')).toBe('met');
  expect(run(`order ${keyword} ./requirements.txt < COPY .`, file, 'dockerfile')).toBe('met');
  expect(run(`!order ${keyword} . < RUN pip`, file, 'dockerfile')).toBe('met');
  expect(run(`!order COPY . . < RUN pip`, file, 'dockerfile')).toBe('met');
});

test('a copy from another stage is not the one from the folder', () => {
  const file = 'FROM python\nCOPY --from=build ./app app\nRUN x\n';
  expect(run('!order COPY app < RUN x', file, 'dockerfile')).toBe('met');
  expect(run('order COPY --from=build < RUN x', file, 'dockerfile')).toBe('met');
});

test.each([
  ['a: b: c\n', 'yaml', '1'],
  ['a:\n\t- b\n', 'yaml', '2'],
  ['a: 1\na: 2\n', 'yaml', '2'],
  ['a: *nowhere\n', 'yaml', '1'],
  ['RUN x\n', 'dockerfile', '1'],
  ['FROM a\nINSTALL b\n', 'dockerfile', '2'],
  ['FROM a\nRUN\n', 'dockerfile', '2'],
  ['', 'dockerfile', '1'],
] as const)('%j is no %s', (text, language, line) => {
  expect(run('parses', text, language)).toBe(line);
  if (language === 'yaml') expect(run('!yaml a', text, language)).toBe(`unread ${line}`);
});

test.each([
  ['', 'yaml'],
  ['parse', 'yaml'],
  ['parses', 'text'],
  ['yaml', 'yaml'],
  ['yaml spec..a = 1', 'yaml'],
  ['yaml spec.a =', 'yaml'],
  ['yaml spec.a = [', 'yaml'],
  ['yaml spec[a = 1', 'yaml'],
  ['yaml spec', 'dockerfile'],
  ['dockerfile FROM', 'yaml'],
  ['order A < B', 'yaml'],
  ['order A', 'dockerfile'],
  ['lines <= many', 'yaml'],
  ['contains', 'text'],
] as const)('%j is no test of %s', (written, language) => expect(readTest(written, language)).toBeNull());

test('a Dockerfile is read as dockerfile-ast reads it, which runs in no browser', () => {
  const piece = fc.constantFrom(
    ...[
      '# a\n',
      '\n',
      '  \n',
      'run  a\t b\n',
      'RUN a \\\n  b\n',
      'RUN a \\\n\n  b \\  \n c\n',
      'ENV A=b \\\r\n C="d # e"\r\n',
    ],
    ...[
      'COPY /a /b\n',
      'RUN <<EOF\na\nUSER b\n# c\nEOF\n',
      'COPY <<-"END" /a\n\tb\n\tEND\n',
      'CMD ["a", "b"]\n',
    ],
  );
  fc.assert(
    fc.property(fc.constantFrom('', '\uFEFF', '# escape=\\\n'), fc.array(piece), (top, pieces) => {
      const text = `${top}FROM a\n${pieces.join('')}`;
      const theirs = DockerfileParser.parse(text)
        .getInstructions()
        .map((each) => ({
          text: `${each.getKeyword()} ${(each.getArgumentsContent() ?? '').replace(/\s+/g, ' ').trim()}`,
          line: each.getRange().start.line + 1,
        }));
      expect(readDockerfile(text).steps).toEqual(theirs);
    }),
  );
});

test.each([
  ['FROM a\nRUN x \\\n  # not of it\n  y\n', ['FROM a', 'RUN x y']],
  [
    '# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN x `\n  y \\\nUSER b\n',
    ['FROM a', 'RUN x y \\', 'USER b'],
  ],
  ['FROM a\nCOPY --from=x /a /b', ['FROM a', 'COPY --from=x /a /b']],
  ['FROM a\nRUN <<EOF\nnever ends\n', ['FROM a', 'RUN <<EOF never ends']],
])('%j', (text, steps) => expect(readDockerfile(text).steps.map((step) => step.text)).toEqual(steps));

describe('hostile files', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi']
    .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}x]`)
    .join('\n')}\n`;

  test('aliases that multiply, nesting and length are read in no time, or not at all', () => {
    expect(run('parses', bomb, 'yaml')).toBe('1');
    expect(run('parses', '['.repeat(19_000), 'yaml')).not.toBe('met');
    expect(run('parses', `a: ${'x'.repeat(30_000)}`, 'yaml')).toBe('1');
    expect(run('parses', `FROM a\n${'RUN b\n'.repeat(5000)}`, 'dockerfile')).toBe('1');
    expect(run('yaml a.b', 'a: &a\n  b: *a\n', 'yaml')).toMatch(/met|1/);
    expect(run('yaml __proto__.polluted', '__proto__:\n  polluted: 1\n', 'yaml')).toBe('met');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('no text breaks a reader or a test', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            'a:',
            '- ',
            '  ',
            '\n',
            '&a ',
            '*a',
            '{',
            ']',
            '|',
            'FROM a',
            'RUN',
            '\\',
            '<<EOF',
            '"',
            '#',
            '\t',
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const [language, tests] of [
          ['yaml', ['parses', 'yaml a[*].b = 1', '!yaml a', 'lines < 3']],
          ['dockerfile', ['parses', 'dockerfile FROM[0] contains a', 'order FROM < RUN']],
          ['text', ['contains a', '!contains b']],
        ] as const)
          for (const each of tests)
            expect(run(each, text, language)).toMatch(/^(?:met|nowhere|(?:unread )?\d+)$/);
      }),
      { numRuns: 300 },
    );
  });
});

const fenced = (code: string, info: string) => `\`\`\`${info}\n${code}\n\`\`\``;
const LIST = [
  '- YAML로 읽힌다 <!-- check: parses -->',
  '- `spec.replicas`가 3이다 <!-- check: yaml spec.replicas = 3 -->',
  '  > 원하는 파드의 수다.',
  '- 버전을 적는다 <!-- check: !contains :latest --> <!-- check: yaml image contains : -->',
].join('\n');
const BROKEN = 'spec: {replicas: 1}\nimage: a:latest';
const SOLUTION = 'spec: {replicas: 3}\nimage: a:1.0';
const bodyOf = ({
  broken = fenced(BROKEN, 'yaml deploy.yaml fix'),
  list = LIST,
  solution = fenced(SOLUTION, 'yaml solution'),
} = {}) => `${broken}\n\n${list}\n\n${solution}\n\n> 해설: 글\n> 출처: [절](#제목)`;
const KEYS = ['parses', 'yaml spec.replicas = 3', '!contains :latest\nyaml image contains :'];

test('is read: file, conditions without their tests, solution', () => {
  const { type, answer, stem } = readOf(`앞의 글.\n\n${bodyOf()}`);
  expect(type).toBe('fix');
  expect(stem).toMatchObject([{ html: expect.stringContaining('앞의 글.') }]);
  expect(answer).toMatchObject({
    file: { language: 'yaml', title: 'deploy.yaml', code: BROKEN, line: 8 },
    checks: [
      { html: 'YAML로 읽힌다', feedback: null, line: 13 },
      { html: '<code>spec.replicas</code>가 3이다', feedback: '원하는 파드의 수다.' },
      {
        text: '버전을 적는다',
        tests: [
          { kind: 'contains', isNot: true },
          { kind: 'value', path: ['image'] },
        ],
      },
    ],
    solution: { language: 'yaml', title: 'deploy.yaml', code: SOLUTION },
  });
  expect(toldOf(bodyOf())).toEqual([]);
});

test('any other language has its text only', () => {
  const body = bodyOf({
    broken: fenced('[packages]\nnumpy = "*"', 'toml Pipfile fix'),
    list: '- 버전을 적는다 <!-- check: !contains "*" -->',
    solution: fenced('[packages]\nnumpy = "==2.2.0"', 'toml solution'),
  });
  expect([readOf(body).type, toldOf(body)]).toEqual(['fix', []]);
});

const fileSlip = (line: number) => [`question-file ${line}:1`];

test.each([
  ['no conditions', bodyOf({ list: '' }), fileSlip(1)],
  ['no solution', bodyOf({ solution: '' }), fileSlip(1)],
  ['two files', `${fenced('a: b', 'yaml fix')}\n\n${bodyOf()}`, fileSlip(5)],
  ['a condition without a test', bodyOf({ list: `${LIST}\n- 그냥` }), fileSlip(10)],
  ['a test that is none', bodyOf({ list: '- 글 <!-- check: yaml spec.replicas is 3 -->' }), fileSlip(6)],
  [
    'a solution that misses a condition',
    bodyOf({ solution: fenced('spec: {replicas: 2}\nimage: a:1', 'yaml solution') }),
    fileSlip(7),
  ],
  ['a file that misses none', bodyOf({ broken: fenced(SOLUTION, 'yaml fix') }), fileSlip(1)],
  [
    'a solution above another answer',
    `${fenced('a: b', 'yaml solution')}\n\n정답: 글\n\n> 해설: 글`,
    ['question-answer-twice 5:1'],
  ],
])('told at its line: %s', (_, body, told) => {
  const offset = toldOf(body).map((each) => each.replace(/^(question-file \d+):\d+$/, '$1:1'));
  expect(offset).toEqual(told);
});

test('a solution that stands outside of its question is told', () => {
  const source = `# 제목\n\n## 확인 문제\n\n${bodyOf()}\n`;
  expect(parse(source, { file: 'a.md' }).diagnostics.map(({ code }) => code)).toContain('question-outside');
});

describe('is graded', () => {
  const question = readOf(bodyOf());
  const verdicts = (response: unknown) => grade(question, response).parts.map(({ verdict }) => verdict);

  test('condition by condition', () => {
    const given = { type: 'fix', text: 'x', met: [KEYS[0], KEYS[2], 'one that is gone'] };
    expect(verdicts(given)).toEqual(['correct', 'incorrect', 'correct']);
    expect(grade(question, given)).toMatchObject({ verdict: 'partial', score: 2 / 3 });
    expect(grade(question, { ...given, met: KEYS }).verdict).toBe('correct');
    expect(grade(question, { ...given, met: [] }).verdict).toBe('incorrect');
  });

  test('as not given, while the file stands as it did or was not read', () => {
    for (const given of [
      null,
      { type: 'fix', text: null, met: KEYS },
      { type: 'fix', text: 'x' },
      { type: 'fix' },
    ])
      expect(grade(question, given).verdict).toBe('unanswered');
    expect(isAnswered(parseResponse({ type: 'fix', text: 'x' }))).toBe(true);
    expect(isAnswered(parseResponse({ type: 'fix', text: 3, met: 4 }))).toBe(false);
  });

  test('by the tests alone: they decide the hash', () => {
    const hash = (list: string) => contentHash(readOf(bodyOf({ list })));
    expect(hash(LIST.replace('가 3이다', ' 셋'))).toBe(hash(LIST));
    expect(hash(LIST.replace('= 3', '>= 3'))).not.toBe(hash(LIST));
  });

  test('and told among the mistakes by condition', () => {
    expect(answerParts(question.answer, { type: 'fix', text: 'x', met: [KEYS[0]] })).toEqual([
      { asked: 'YAML로 읽힌다', given: '맞춤', right: '' },
      { asked: 'spec.replicas가 3이다', given: '못 맞춤', right: '' },
      { asked: '버전을 적는다', given: '못 맞춤', right: '' },
    ]);
  });
});

test('is exported: as it stands, with its conditions and its solution; what Moodle cannot is said', () => {
  const { document } = collected(notesOf({ fix: bodyOf() }));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(questionsSchema());
  expect(validate(JSON.parse(JSON.stringify(document))) || validate.errors).toBe(true);
  expect(document.topics[0]?.questions[0]?.answer).toMatchObject({
    checks: [{}, {}, { tests: ['!contains :latest', 'yaml image contains :'] }],
    solution: { code: SOLUTION },
  });
  const [exam, answers] = toPrint(document, '').files.map(({ text }) => text);
  expect(exam).toContain(`<p><b>deploy.yaml</b></p><pre>${BROKEN}</pre><p>① YAML로 읽힌다</p>`);
  expect(exam).not.toContain(SOLUTION);
  expect(answers).toContain(`<pre>${SOLUTION}</pre>`);
  expect(toAnki(document).files[0]?.text).toContain(SOLUTION);
  const gift = toGift(document);
  expect(gift.files[0]?.text).toMatch(/image\\: a\\:latest<\/pre>.*\{\n/);
  expect(gift.files[0]?.text).not.toContain('replicas\\: 3');
  expect(gift.losses.map(({ message }) => message)).toContain(
    '파일 고치기는 손으로 채점하는 서술형이 되고, 강사의 풀이는 담지 않습니다.',
  );
});
