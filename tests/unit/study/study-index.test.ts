/** What a course has to be learned: its questions, recall cards and cells, and the items of a part of it. */

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workspace } from '../../../src/compiler/workspace.ts';
import { parse } from '../../../src/core/content/parse.ts';
import { cardItem, cellItem, questionItem } from '../../../src/core/model/event.ts';
import { cardsOf, cellsOf } from '../../../src/core/study/cards.ts';
import { itemsOf, topicsIn } from '../../../src/core/study/exercises.ts';
import { questionIdOf, questionsOf } from '../../../src/core/study/questions.ts';
import { studyIndexOf } from '../../../src/core/study/study-index.ts';
import { COURSE_DIR } from '../../support/sites.mjs';

const topicOf = (source: string) => parse(source, { file: 'tools/conda.md' }).value;
const cardNames = (source: string) => cardsOf(topicOf(source)).map(({ facet, term }) => `${facet} | ${term}`);

describe('recall cards', () => {
  test('a term with an explanation is a card in its facet; a label of terms is only their facet', () => {
    const notes =
      '# conda\n\n1. 정의\n- 패키지 관리 시스템\n2. 장점\n- 재현성: 같은 환경\n- 효율성: 빠른 설치\n';
    expect(cardNames(notes)).toEqual([' | 정의', '장점 | 재현성', '장점 | 효율성']);
  });

  test('sections are facets too, supplements count, terms without a word about them do not', () => {
    const notes =
      '# T\n\n## 요소\n\n- 이미지: 틀\n- 그밖에:\n\n> [!NOTE]\n> **보충**\n>\n> - 볼륨: 남는다\n>\n> 출처: [x](https://x.org) · 확인 2026-11-23\n';
    expect(cardNames(notes)).toEqual(['요소 | 이미지', '요소 | 볼륨']);
  });

  test('a card is known by topic, facet and term, whatever its explanation says and wherever its file lies', () => {
    const [first] = cardsOf(topicOf('# conda\n\n1. 장점\n- 재 현 성: 같은 환경\n'));
    const [second] = cardsOf(parse('# conda\n\n1. 장점\n- 재현성: 다르게 쓴 말\n', { file: 'b/c.md' }).value);
    expect(first?.item).toBe(second?.item);
    expect(first?.item).toBe(cardItem('conda', '장점', '재현성'));
  });
});

describe('questions', () => {
  const question = (stem: string, id = '') =>
    `### Q. ${stem}${id && ` <!-- q: ${id} -->`}\n\n정답: conda\n\n`;
  const page = (body: string) =>
    topicOf(`# T\n\n## 절\n\n글\n\n### 확인 문제\n\n${body.replaceAll('### Q', '#### Q')}`);

  test('a question stands in the section whose quiz it is in', () => {
    const [found] = questionsOf(page(question('무엇?', 'a')));
    expect(found).toMatchObject({ id: 'a', anchor: '절', section: '절' });
  });

  test('they come in the order of the page: a section’s after those of its deeper sections, the topic’s last', () => {
    const quiz = (level: string, id: string) =>
      `${level} 확인 문제\n\n${level}# Q. ${id}? <!-- q: ${id} -->\n\n정답: conda\n\n`;
    const source = `# T\n\n${quiz('##', 'topic')}## 절\n\n글\n\n${quiz('###', 'section')}### 작은 절\n\n글\n\n${quiz('####', 'deeper')}`;
    expect(questionsOf(topicOf(source)).map(({ id }) => id)).toEqual(['deeper', 'section', 'topic']);
  });

  test('without an id a question goes by its words, and the same words give the same name', () => {
    const names = (stem: string) =>
      questionsOf(page(question(stem))).map(({ question: q }) => questionIdOf(q));
    expect(names('무엇?')).toEqual(names('무엇?'));
    expect(names('무엇?')).not.toEqual(names('어떤 것?'));
  });
});

describe('cells', () => {
  const table = (indent = '') =>
    ['<!-- compare: speed -->', '| 비교 | 빠르기 | 값 |', '| --- | --- | --- |', '| conda | 느림 | 무료 |']
      .map((line) => indent + line)
      .join('\n');
  const tablesIn = (source: string) => new Set(cellsOf(topicOf(source)).map(({ compare }) => compare));

  test('a comparison is asked for wherever the page shows it, also inside a case and a quiz', () => {
    const inCase = `# T\n\n1. 배경: 느리다\n\n${table('   ')}\n\n2. 결과: 빠르다\n`;
    expect(topicOf(inCase).blocks[0]?.kind).toBe('case');
    expect(tablesIn(inCase)).toEqual(new Set(['speed']));
    const question = '### Q. 무엇? <!-- q: a -->\n\n';
    expect(tablesIn(`# T\n\n## 확인 문제\n\n${table()}\n\n${question}정답: conda\n`)).toEqual(
      new Set(['speed']),
    );
    expect(tablesIn(`# T\n\n## 확인 문제\n\n${question}${table()}\n\n정답: conda\n`)).toEqual(
      new Set(['speed']),
    );
  });
});

describe('the course', async () => {
  const workspace = new Workspace({ dir: path.resolve(COURSE_DIR), base: '/', drafts: false });
  await workspace.load();
  const index = studyIndexOf(workspace.compiled.course.pages.values());

  test('every item is named once', () => {
    const items = index.topics.flatMap(({ title, questions, cards, cells }) => [
      ...questions.map(({ id }) => questionItem(id)),
      ...cards.map(({ facet, term }) => cardItem(title, facet, term)),
      ...cells.map(({ compare, row, column }) => cellItem(compare, row, column)),
    ]);
    expect(items.length).toBeGreaterThan(100);
    expect(new Set(items).size).toBe(items.length);
  });

  test('an area’s own page is told by the sections that the map lists, and only where they hold all its questions', () => {
    const of = (path: string) => index.topics.find((topic) => topic.path === path)?.sections;
    expect(of('/environment-tools/')).toEqual([
      { number: '1.1', title: '정의', anchor: '정의' },
      { number: '1.2', title: '주요기능', anchor: '주요기능' },
    ]);
    expect(of('/environment-tools/conda/')).toBeUndefined();
    const own = workspace.compiled.course.pages.get('/environment-tools/');
    if (!own?.area) throw new Error('no area');
    const listed = (children: typeof own.area.children) =>
      studyIndexOf([{ ...own, area: { ...(own.area as typeof own.area & object), children } }]).topics[0]
        ?.sections;
    expect(listed(own.area.children)).toHaveLength(2);
    expect(listed(own.area.children.slice(1))).toBeUndefined();
  });

  test('a part of the course holds its own items, cards only where they are on, cells only once known', () => {
    const [first] = index.topics.filter(({ cards }) => cards.length > 0);
    if (!first) throw new Error('no cards');
    const area = topicsIn(index, { by: 'area', area: first.area });
    expect(area.every((topic) => topic.area === first.area)).toBe(true);
    const own = topicsIn(index, { by: 'topic', path: first.path });
    const never = () => false;
    expect(itemsOf(own, [], never)).toHaveLength(first.questions.length);
    expect(itemsOf(own, [` ${first.title} `], never)).toHaveLength(
      first.questions.length + first.cards.length,
    );
    expect(itemsOf(own, [], () => true)).toHaveLength(first.questions.length + first.cells.length);
  });
});
