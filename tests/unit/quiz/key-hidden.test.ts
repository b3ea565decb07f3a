/**
 * Whatever slipped, no key is published: where a page would show what answers a question, the notes have an error, and a course with
 * errors is not built. `SLIP_RUNS=20000` tries more notes than the suite has time for.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublishable } from '../../../src/compiler/check/report.ts';
import { compileCourse, readNote } from '../../../src/core/course/compile-course.ts';
import { blocksOf } from '../../../src/core/model/blocks.ts';
import { type Html, textOf } from '../../../src/core/model/html.ts';
import type { Block, Question, Topic } from '../../../src/core/model/topic.ts';

const RUNS = Number(process.env.SLIP_RUNS ?? 400);

/** Answers whose key a reader would see at once, were they printed. */
const ANSWERS = [
  '- [x] 커널\n- [ ] 셸\n- [ ] 이름',
  '- [x] 커널\n  > 하나뿐이다.\n- [x] 셸\n- [ ] 이름',
  '정답: O',
  '정답: 커널 / kernel',
  '호스트의 [[커널]]만 함께 쓴다.',
  '```yaml blanks\nhost: [[커널]]\n```',
  '- 커널 -> 하드웨어\n- 셸 -> 글자',
  '1. 커널\n2. 셸\n3. 이름',
  '- VM\n  - 커널\n- 컨테이너\n  - 런타임',
];

const QUIZZES = [
  '## 확인 문제',
  '## 연습해 보기',
  '## 문제 해결',
  '## 📝 퀴즈 (2개)',
  '확인 문제\n---',
  '',
  '# 확인 문제',
  '> ## 확인 문제',
];

const HEADS: ((words: string) => string)[] = [
  (words) => `### Q. ${words}`,
  (words) => `## Q. ${words}`,
  (words) => `### Q ${words}`,
  (words) => `### Ｑ．${words}`,
  (words) => `### ${words}`,
  (words) => `### 3. ${words}`,
  (words) => `###Q. ${words}`,
  (words) => `**Q. ${words}**`,
  (words) => `Q. ${words}`,
  (words) => `Q. ${words}\n---`,
  (words) => `- Q. ${words}`,
  (words) => `#### 문제 2) ${words}`,
];

/** What an author's hand does to a line. */
const SLIPS: ((line: string) => string)[] = [
  (line) => line,
  (line) => line.replace('[x]', '[v]'),
  (line) => line.replace('[x]', '(x)').replace('[ ]', '( )'),
  (line) => line.replace('[x]', '［x］'),
  (line) => line.replace(/^- \[/, '-['),
  (line) => line.replace(/^- /, '* '),
  (line) => line.replace(/^- /, '1. '),
  (line) => line.replace(/^- /, '－ '),
  (line) => line.replace('정답:', '정답 '),
  (line) => line.replace('정답:', '답：'),
  (line) => line.replace(/^정답:/, '> 정답:'),
  (line) => line.replace(/^정답:/, '- 정답:'),
  (line) => line.replace(/^정답: (.*)$/, '**정답**: $1'),
  (line) => line.replace(/^(정답: .*)$/, '$1\n$1'),
  (line) => line.replace(/^(정답: .*)$/, '$1\n그래서 그렇다.'),
  (line) => line.replace('->', '-->'),
  (line) => line.replace('->', '='),
  (line) => line.replace('-> ', ''),
  (line) => line.replace(/^\d\. /, '① '),
  (line) => line.replace(/^(\d)\. /, '$1.'),
  (line) => line.replace('[[', '{{').replace(']]', '}}'),
  (line) => line.replace(']]', ']'),
  (line) => line.replace(/\[\[(.*)\]\]/, '[[ $1 ]]'),
  (line) => line.replace(' blanks', ''),
  (line) => line.replace(/^(.*\[\[.*)$/, '- $1'),
  (line) => line.replace(/^(.*\[\[.*)$/, '```\n$1\n```'),
  (line) => line.replace(/^> /, ''),
  (line) => line.replace('해설:', '해석:'),
  (line) => `${line}\n`,
  (line) => `\n${line}`,
  (line) => `> ${line}`,
  (line) => `  ${line}`,
  (line) => `${line}\n\n사이의 글`,
  () => '',
];

interface Written {
  head: string;
  isNamed: boolean;
  answer: string;
  slips: { at: number; slip: (line: string) => string }[];
}

const question = fc.record({
  head: fc.constantFrom(...HEADS).map((make) => make('하드웨어를 다루는 것은?')),
  isNamed: fc.boolean(),
  answer: fc.constantFrom(...ANSWERS),
  slips: fc.array(fc.record({ at: fc.nat(), slip: fc.constantFrom(...SLIPS) }), { maxLength: 2 }),
});

function write({ head, isNamed, answer, slips }: Written, index: number): string {
  const id = isNamed ? ` <!-- q: q${index} -->` : '';
  const [first, ...rest] = head.split('\n');
  const lines = [[`${first}${id}`, ...rest].join('\n'), '', ...answer.split('\n'), '', '> 해설: 하나뿐이다.'];
  // Without a heading `Q.` and an id, its 해설 is all that shows that a list is a question.
  const spared = isNamed || /^#+ (?:[QＱ]|문제)/.test(head) ? 0 : 1;
  for (const { at, slip } of slips) {
    const place = 1 + (at % (lines.length - 1 - spared));
    lines[place] = slip(lines[place] ?? '');
  }
  return lines.join('\n');
}

const note = fc
  .record({
    quiz: fc.constantFrom(...QUIZZES),
    questions: fc.array(question, { minLength: 1, maxLength: 3 }),
    isTail: fc.boolean(),
  })
  .map(({ quiz, questions, isTail }) => {
    const title = quiz.startsWith('# ') ? '' : '# 토픽\n\n글이다.\n\n';
    return `${title}${quiz}\n\n${questions.map(write).join('\n\n')}\n${isTail ? '\n## 정리\n\n끝.\n' : ''}`;
  });

/** What a reader sees before answering: of a question its title and stem, or all of one that cannot be read. */
function shownIn(topic: Topic): Html[] {
  const html: Html[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') html.push(value as Html);
    else if (Array.isArray(value)) for (const each of value) walk(each);
    else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) walk(each);
  };
  const ask = (asked: Question) =>
    walk([asked.title, asked.answer ? asked.stem : asked.blocks, optionsOf(asked)]);
  for (const block of blocksOf(topic) as Block[])
    if (block.kind === 'quiz') {
      walk(block.intro);
      for (const asked of block.questions) ask(asked);
    } else walk(block);
  walk(topic.sections.map(({ title }) => title));
  return html;
}

const optionsOf = ({ answer }: Question): string[] =>
  answer?.type === 'single' || answer?.type === 'multiple' ? answer.options.map(({ html }) => html) : [];

const KEYS = [
  /<input type="checkbox" disabled checked>/,
  /정답\s*[:：]\s*(?:O|커널)/,
  /(?:\[\[|\{\{)커널/,
  /(?:\[[vx]\]|\(x\)|［x］)\s*커널/,
  /커널 ?(?:-+>|=) ?하드웨어/,
  /<ol>\s*<li>(?:<p>)?커널/,
  /<li>VM\s*<ul>/,
];

function keysShown(source: string) {
  const file = 'topic.md';
  const notes = new Map([
    ['README.md', readNote(`# 강의\n\n<!-- course: keys -->\n\n- [토픽](${file})\n`, { file: 'README.md' })],
    [file, readNote(source, { file })],
  ]);
  const { course, diagnostics } = compileCourse(notes, { files: new Set(), drafts: false });
  const shown = [...course.topics.values()].flatMap(shownIn);
  const isShown = shown.some((html) => KEYS.some((key) => key.test(html) || key.test(textOf(html))));
  return isShown && isPublishable(diagnostics, false);
}

test('whatever slipped, no page with a key is published', () => {
  fc.assert(
    fc.property(note, (source) => {
      expect(keysShown(source), source).toBe(false);
    }),
    { numRuns: RUNS, seed: Number(process.env.SLIP_SEED ?? 17) },
  );
});
