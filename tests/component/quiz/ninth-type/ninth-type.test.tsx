/** A type of question is a file a layer and a line in each table: a ninth one is read, graded, drawn and exported. */

import '../../no-network.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { parse } from '../../../../src/core/content/parse.ts';
import { READERS } from '../../../../src/core/content/quiz/question.ts';
import { toAnki } from '../../../../src/core/export/anki.ts';
import { questionsSchema } from '../../../../src/core/export/document.ts';
import { toGift } from '../../../../src/core/export/gift.ts';
import { toPrint } from '../../../../src/core/export/print.ts';
import { EXPORTS } from '../../../../src/core/export/types/exports.ts';
import {
  choicesFor,
  claimNear,
  contentHash,
  grade,
  isAnswered,
  parseResponse,
  placesFor,
  RULES,
} from '../../../../src/core/quiz/grade.ts';
import { type PlacedQuestion, questionsOf } from '../../../../src/core/study/questions.ts';
import { QuestionCard } from '../../../../src/ui/quiz/question-card.tsx';
import { questionPlace } from '../../../../src/ui/quiz/question-place.ts';
import { VIEWS } from '../../../../src/ui/quiz/types/views.ts';
import { collected, notesOf } from '../../../unit/export/course.ts';
import { renderAt } from '../../render.tsx';
import { pageAt } from '../questions.ts';
import { count as exports } from './export.ts';
import { count as reader } from './reader.ts';
import { count as rules } from './rules.ts';
import { count as view } from './view.tsx';

const BODY = '사과 셋과 배 둘이 있다.\n\n```count\n5\n```\n\n> 해설: 모두 센다.';

beforeAll(() => {
  Object.assign(READERS, { count: reader });
  Object.assign(RULES, { count: rules });
  Object.assign(EXPORTS, { count: exports });
  Object.assign(VIEWS, { count: view });
});

function placed(body = BODY): PlacedQuestion {
  const source = notesOf({ fruit: body }).get('topic.md') ?? '';
  const [only] = questionsOf(parse(source, { file: 'topic.md' }).value);
  if (!only) throw new Error('no question that can be answered');
  return only;
}

const responseOf = (text: string) => parseResponse({ type: 'count', text, more: 1 });

test('is read: its answer, its stem and what is told afterwards', () => {
  const { question } = placed();
  expect(question).toMatchObject({ type: 'count', answer: { type: 'count', count: 5 } });
  expect(question.stem).toMatchObject([{ html: expect.stringContaining('사과 셋과 배 둘이 있다.') }]);
  expect(question.explanation).toBe('모두 센다.');
});

test('is answered, graded and named by what it asks', () => {
  const { question } = placed();
  expect(responseOf('5')).toEqual({ type: 'count', text: '5' });
  expect([isAnswered(responseOf('')), isAnswered(responseOf('5'))]).toEqual([false, true]);
  expect(grade(question, responseOf('5')).verdict).toBe('correct');
  expect(grade(question, responseOf('4')).verdict).toBe('incorrect');
  expect(grade(question, null).verdict).toBe('unanswered');
  expect(claimNear(responseOf('4'), [''])).toBeNull();
  expect([choicesFor(question, 'a'), placesFor(question)]).toEqual([[], []]);
  expect(contentHash(placed(BODY.replace('5', '6')).question)).not.toBe(contentHash(question));
});

test('is drawn: named, not to be checked before it is answered, and graded', async () => {
  const user = userEvent.setup();
  renderAt(
    '/types/',
    <QuestionCard
      placed={placed()}
      place={questionPlace(pageAt('/types/'))}
      number={1}
      level={4}
      variant="flow"
    />,
  );
  expect(document.querySelector('.question-head .note')?.textContent).toBe('세기');
  expect(document.body.textContent).toContain('개수를 쓰세요.');
  await user.type(screen.getByRole('textbox', { name: '개수' }), '4');
  await user.click(screen.getByRole('button', { name: '확실해요' }));
  expect(document.querySelector('.verdict')?.textContent).toContain('아쉽습니다, 정답은 5개');
});

test('is exported in every format', () => {
  const { document } = collected(notesOf({ fruit: BODY }));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(questionsSchema());
  expect(validate(JSON.parse(JSON.stringify(document))) || validate.errors).toBe(true);
  expect(toGift(document).files[0]?.text).toContain('=%100%5');
  expect(toAnki(document).files[0]?.text).toContain('<b>5</b>');
  expect(toPrint(document, '').files.map(({ text }) => /개수: ____|<b>5<\/b>/.test(text))).toEqual([
    true,
    true,
  ]);
});

test('a table without one of the types is a type error', () => {
  const { single, ...others } = RULES;
  // @ts-expect-error `single` is missing
  const rules: typeof RULES = others;
  // @ts-expect-error a view is not made of a name
  const views: typeof VIEWS = { ...VIEWS, single: { label: '하나 고르기' } };
  expect([Object.keys(rules), views.single.label]).toEqual([Object.keys(others), '하나 고르기']);
  expect(single).toBe(RULES.single);
});
