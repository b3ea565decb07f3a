/** Courses to export: the small course of the fixtures, and a few lines with every shape of question. */

import { parse } from '../../../src/core/content/parse.ts';
import { parseTree } from '../../../src/core/content/written-tree.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { collect, type ExportDocument, type ExportedQuestion } from '../../../src/core/export/document.ts';
import type { ExportedAnswer } from '../../../src/core/export/types/exports.ts';

/** What an export of some notes carries. */
export function collected(notes: ReadonlyMap<string, string>, origin = '') {
  const topics = new Map([...notes].map(([file, text]) => [file, parse(text, { file }).value]));
  const root = notes.get('README.md');
  const linked = link(topics, {
    tree: root === undefined ? null : parseTree(root, { file: 'README.md' }),
    files: new Set(['picture.png']),
    drafts: false,
  });
  return collect(linked.value, { origin, base: '/' });
}

/** A course of one topic with some questions, each an id and its body. */
export function courseOf(questions: Record<string, string>): ExportDocument {
  return collected(notesOf(questions)).document;
}

export const notesOf = (questions: Record<string, string>): Map<string, string> =>
  new Map([
    ['README.md', '# 강의\n\n<!-- course: trial -->\n\n- [토픽](topic.md)\n'],
    [
      'topic.md',
      `# 토픽\n\n글.\n\n## 확인 문제\n\n${Object.entries(questions)
        .map(([id, body]) => `### Q. ${id}는? <!-- q: ${id} -->\n\n${body}\n`)
        .join('\n')}`,
    ],
  ]);

export const EVERY_SHAPE: Record<string, string> = {
  single: '- [ ] 하나\n  > 아니다.\n- [x] 둘\n- [ ] 셋\n\n> 힌트: 세어 본다.\n> 해설: 둘이다.',
  multiple: '- [x] 가\n- [x] 나\n- [ ] 다\n- [x] 라',
  'true-false': '정답: X',
  short: '정답: conda / 콘다',
  number: '정답: 2..3 GiB',
  output: '```bash\nseq 2\n```\n\n```output\n1\n\n 2\n```',
  cloze: '앞 [[커널 / kernel]] 가운데 [[운영체제]] 뒤',
  matching: '- 왼쪽 -> 오른쪽\n- 위 -> 아래\n- 안 -> 밖\n- -> 오답',
  ordering: '1. 먼저\n2. 다음\n3. 끝',
  fix: '```yaml fix\na: 1\n```\n\n- 하나다 <!-- check: yaml a = 2 -->\n\n```yaml solution\na: 2\n```',
  categories: '- 과일\n  - 사과\n    > 빨갛다.\n  - 배\n- 채소\n  - 무',
};

export const questionsIn = ({ topics }: ExportDocument): ExportedQuestion[] =>
  topics.flatMap(({ questions }) => questions);

/** A document with one question, for text that markdown would read as something else. */
export function documentWith(answer: ExportedAnswer, title = '물음'): ExportDocument {
  const text = (words: string) => ({ html: asHtml(words), text: words });
  const question: ExportedQuestion = {
    id: 'a',
    isPermanent: true,
    type: answer.type,
    pool: null,
    section: null,
    line: 1,
    title: text(title),
    stem: null,
    answer,
    hints: [],
    explanation: null,
    sources: [],
  };
  return {
    $schema: './questions.schema.json',
    format: 1,
    course: { id: 'trial', title: '강의', description: '' },
    topics: [
      {
        path: '/t/',
        file: 't.md',
        number: '1',
        title: '토픽',
        chapters: [],
        questions: [question],
        cards: [],
      },
    ],
  };
}

export const asHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
