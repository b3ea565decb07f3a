/** GIFT as another program reads it: gift-pegjs finds every question with the answers that the notes give. */

import fc from 'fast-check';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { type ExportDocument, locationOf } from '../../../src/core/export/document.ts';
import { toGift } from '../../../src/core/export/gift.ts';
import { readNotes } from '../../support/notes.ts';
import { COURSE_DIR } from '../../support/sites.mjs';
import { asHtml, collected, courseOf, documentWith, EVERY_SHAPE, questionsIn } from './course.ts';

const read = (document: ExportDocument): GIFTQuestion[] =>
  toGift(document).files.flatMap(({ text }) => parse(text));
const asked = (document: ExportDocument) => read(document).filter(({ type }) => type !== 'Category');
function only<T extends GIFTQuestion['type']>(document: ExportDocument, type: T) {
  const [question] = asked(document);
  if (question?.type !== type) throw new Error(`${question?.type} instead of ${type}`);
  return question as Extract<GIFTQuestion, { type: T }>;
}
const one = (id: string) => courseOf({ [id]: EVERY_SHAPE[id] ?? '' });

describe('every shape', () => {
  test('single choice, with feedback and explanation', () => {
    const { choices, globalFeedback, title, id, tags, stem } = only(one('single'), 'MC');
    expect(choices.map(({ isCorrect, text }) => [text.text, isCorrect])).toEqual([
      ['하나', false],
      ['둘', true],
      ['셋', false],
    ]);
    expect(choices[0]?.feedback?.text).toBe('아니다.');
    expect(globalFeedback?.text).toBe('<p>둘이다.</p>');
    expect({ title, id, tags, stem: stem.text }).toEqual({
      title: 'single는?',
      id: 'trial/question:single',
      tags: ['single'],
      stem: '<p><b>single는?</b></p>',
    });
  });

  test('several right: the shares make up a whole, and a wrong one costs as much', () => {
    const { choices, stem } = only(one('multiple'), 'MC');
    expect(choices.map(({ weight }) => weight)).toEqual([33.33333, 33.33333, -33.33333, 33.33333]);
    expect(stem.text).toContain('모두 고르세요');
  });

  test('true or false', () => expect(only(one('true-false'), 'TF').isTrue).toBe(false));

  test('short answer with its variants', () => {
    const { choices } = only(one('short'), 'Short');
    expect(choices.map(({ text, isCorrect, weight }) => [text.text, isCorrect, weight])).toEqual([
      ['conda', true, 100],
      ['콘다', true, 100],
    ]);
  });

  test('a number, from its least to its greatest, its unit asked for in words', () => {
    const { choices, stem } = only(one('number'), 'Numerical');
    expect(choices).toMatchObject({ type: 'high-low', numberLow: 2, numberHigh: 3 });
    expect(stem.text).toContain('(단위: GiB)');
    expect(toGift(one('number')).losses.map(({ places }) => places)).toEqual([['topic.md:7']]);
  });

  test('a question for each line of an output that is not blank', () => {
    const questions = asked(one('output'));
    expect(
      questions.map((each) => each.type === 'Short' && each.choices.map(({ text }) => text.text)),
    ).toEqual([['1'], ['2']]);
    expect(questions.map((each) => 'stem' in each && each.stem.text.match(/\d번째 줄/)?.[0])).toEqual([
      '1번째 줄',
      '3번째 줄',
    ]);
    expect(toGift(one('output')).losses.map(({ message }) => message)).toContain(
      '출력이 여러 줄이면 줄마다 한 문제가 됩니다.',
    );
  });

  test('a question for each blank, which says so', () => {
    const questions = asked(one('cloze'));
    expect(
      questions.map((each) => each.type === 'Short' && each.choices.map(({ text }) => text.text)),
    ).toEqual([['커널', 'kernel'], ['운영체제']]);
    expect(questions.map((each) => each.type === 'Short' && each.stem.text)).toEqual([
      '<p><b>cloze는?</b></p><p>앞 (1) _____ 가운데 (2) _____ 뒤</p><p>(1)에 들어갈 말을 쓰세요.</p>',
      '<p><b>cloze는?</b></p><p>앞 (1) _____ 가운데 (2) _____ 뒤</p><p>(2)에 들어갈 말을 쓰세요.</p>',
    ]);
    expect(questions.map(({ id }) => id)).toEqual(['trial/question:cloze-1', 'trial/question:cloze-2']);
    expect(toGift(one('cloze')).losses).toEqual([
      { message: expect.stringContaining('빈칸마다 한 문제'), places: ['topic.md:7'] },
      { message: expect.stringContaining('글자 그대로'), places: ['topic.md:7'] },
    ]);
  });

  test('matching with a right side that nobody needs', () => {
    const { matchPairs } = only(one('matching'), 'Matching');
    expect(matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer])).toEqual([
      ['왼쪽', '오른쪽'],
      ['위', '아래'],
      ['안', '밖'],
      ['', '오답'],
    ]);
  });

  test('order and categories as matching', () => {
    const pairs = (id: string) =>
      only(one(id), 'Matching').matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer]);
    expect(pairs('ordering')).toEqual([
      ['먼저', '1'],
      ['다음', '2'],
      ['끝', '3'],
    ]);
    expect(pairs('categories')).toEqual([
      ['사과', '과일'],
      ['배', '과일'],
      ['무', '채소'],
    ]);
    expect(only(one('categories'), 'Matching').globalFeedback?.text).toContain('사과: 빨갛다.');
  });
});

test('Moodle compares letters: a typed answer goes in the spellings that count as the same here', () => {
  const texts = (variants: string[]) =>
    only(documentWith({ type: 'short', variants }), 'Short').choices.map(({ text }) => text.text);
  expect(texts(['파일 시스템', 'file-system', 'File System'])).toEqual([
    '파일 시스템',
    '파일시스템',
    '파일-시스템',
    'file-system',
    'filesystem',
    'file system',
  ]);
  expect(texts(['80-90', '-1'])).toEqual(['80-90', '-1']);
  expect(texts(['1,000 개', '컴포즈(Compose)'])).toEqual([
    '1,000 개',
    '1,000개',
    '1,000-개',
    '1000 개',
    '1000개',
    '1000-개',
    '컴포즈(Compose)',
    '컴포즈',
    'compose',
  ]);
});

describe('categories, read as Moodle reads them', () => {
  /** Moodle's own way (question/format.php and question/format/gift/format.php). */
  const inMoodle = (line: string): string[] =>
    line
      .replace(/\\\\|\\([:#={}~])|\\n/g, (mark, sign?: string) =>
        mark === '\\\\' ? '\\' : `&&${String(sign?.charCodeAt(0) ?? 10).padStart(3, '0')};`,
      )
      .slice('$CATEGORY:'.length)
      .trim()
      .split(/(?<!\/)\/(?!\/)/)
      .map((name) => name.replaceAll('//', '/').trim());
  const categoriesOf = (document: ExportDocument) =>
    (toGift(document).files[0]?.text.match(/^\$CATEGORY:.*$/gm) ?? []).map(inMoodle);
  const titled = (course: string, ...topics: string[]) => {
    const document = documentWith({ type: 'true-false', isTrue: true });
    return {
      ...document,
      course: { ...document.course, title: course },
      topics: topics.flatMap((title, at) =>
        document.topics.map((topic) => ({ ...topic, path: `/${at}/a/`, chapters: ['장'], title })),
      ),
    };
  };

  test.each([
    ['코스', '/etc 디렉터리'],
    ['코스/', '개요'],
    ['CI/CD', '/'],
    ['C:\\new', '{a} ~ #b = \\'],
  ])('%s / %s', (course, topic) =>
    expect(categoriesOf(titled(course, topic))).toEqual([[course, '장', topic]]),
  );

  test('what looks like a tag would be dropped', () => {
    expect(categoriesOf(titled('코스', 'List<T>'))).toEqual([['코스', '장', 'List＜T＞']]);
  });

  test('any titles keep their place, and no two topics become one', () => {
    const title = fc
      .array(fc.constantFrom('/', '//', '\\', '\\n', ':', '가', 'a', 'A', '~', '$'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(title, fc.array(title, { minLength: 1, maxLength: 4 }), (course, topics) => {
        const found = categoriesOf(titled(course, ...topics));
        expect(found.map((names) => names.slice(0, 2))).toEqual(topics.map(() => [course, '장']));
        expect(found.map((names) => names[2] ?? '')).toEqual(
          topics.map((topic) => expect.stringContaining(topic)),
        );
        expect(new Set(found.map((names) => names.join('\n').toLowerCase())).size).toBe(topics.length);
      }),
    );
  });

  test('two topics of one title, in one chapter and in two', () => {
    const notes = new Map([
      [
        'README.md',
        '# 강의\n\n- [가](a/README.md)\n  - [개요](a/intro.md)\n- [나](b/README.md)\n  - [개요](b/intro.md)\n  - [개요](b/more.md)\n',
      ],
      ...['a', 'b'].map((name) => [`${name}/README.md`, `# ${name}\n\n글.\n`] as const),
      ...['a/intro', 'b/intro', 'b/more'].map(
        (name) =>
          [
            `${name}.md`,
            `# 개요\n\n글.\n\n## 확인 문제\n\n### Q. ${name}? <!-- q: ${name.replace('/', '-')} -->\n\n정답: O\n`,
          ] as const,
      ),
    ]);
    expect(categoriesOf(collected(notes).document)).toEqual([
      ['강의', '가', '개요'],
      ['강의', '나', '개요'],
      ['강의', '나', '개요 (b/more)'],
    ]);
  });
});

test('the whole course is read, by the kind of question', () => {
  const { document } = collected(readNotes(COURSE_DIR));
  const questions = questionsIn(document);
  const { losses } = toGift(document);
  expect(losses.flatMap(({ message, places }) => (/Moodle이 받지/.test(message) ? places : []))).toEqual([]);
  const count = (type: GIFTQuestion['type']) => read(document).filter((each) => each.type === type).length;
  const ofTypes = (...types: string[]) => questions.filter(({ type }) => types.includes(type)).length;
  const blanks = questions.flatMap(({ answer }) =>
    answer.type === 'cloze' ? answer.parts.filter(({ kind }) => kind === 'blank') : [],
  ).length;
  expect(questions.length).toBeGreaterThan(50);
  expect(count('MC')).toBe(ofTypes('single', 'multiple'));
  expect(count('TF')).toBe(ofTypes('true-false'));
  expect(count('Matching')).toBe(ofTypes('matching', 'ordering', 'categories'));
  expect(count('Numerical')).toBe(ofTypes('number'));
  expect(count('Short')).toBe(ofTypes('short') + blanks);
  expect(count('Category')).toBe(document.topics.filter((topic) => topic.questions.length > 0).length);
  const ids = asked(document).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what Moodle would refuse or misread is left out and told', () => {
  const text = (words: string) => ({ html: words, text: words });
  const refused = (answer: Parameters<typeof documentWith>[0]) => {
    const document = documentWith(answer);
    const [topic] = document.topics;
    const [question] = questionsIn(document);
    const place = topic && question ? locationOf(topic, question) : '';
    expect(asked(document)).toEqual([]);
    expect(toGift(document).losses.some(({ places }) => places.includes(place))).toBe(true);
  };
  const options = Array.from({ length: 11 }, (_, at) => ({
    ...text(String(at)),
    feedback: null,
    isRight: true,
  }));
  refused({ type: 'multiple', options });
  refused({ type: 'single', options: options.slice(0, 1) });
  refused({ type: 'matching', pairs: [{ left: text('a'), right: text('b'), feedback: null }], decoys: [] });
  refused({ type: 'short', variants: ['a -> b'] });
  const kept = documentWith({ type: 'short', variants: ['a -> b', 'a*b'] });
  // An asterisk without a backslash would stand for anything.
  expect(only(kept, 'Short').choices.map((choice) => choice.text.text)).toEqual(['a\\*b']);
});

test('any words arrive as they are', () => {
  const words = fc
    .array(
      fc.constantFrom(
        '~',
        '=',
        '#',
        '{',
        '}',
        ':',
        '::',
        '\\',
        '%50%',
        '//',
        '->',
        '####',
        '[html]',
        '가',
        'a',
        ' ',
        '<b>',
        '"',
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => `가${parts.join('')}나`);
  fc.assert(
    fc.property(words, words, (right, wrong) => {
      const option = (text: string, isRight: boolean) => ({
        html: asHtml(text),
        text,
        feedback: null,
        isRight,
      });
      const chosen = only(
        documentWith({ type: 'single', options: [option(right, true), option(wrong, false)] }, wrong),
        'MC',
      );
      expect(chosen.choices.map(({ text, isCorrect }) => [text.text, isCorrect])).toEqual([
        [asHtml(right), true],
        [asHtml(wrong), false],
      ]);
      expect(chosen.title).toBe(wrong);
      const side = (text: string) => ({ html: asHtml(text), text });
      const { matchPairs } = only(
        documentWith({
          type: 'matching',
          pairs: [
            { left: side(right), right: side(wrong), feedback: null },
            { left: side(wrong), right: side(right), feedback: null },
          ],
          decoys: [],
        }),
        'Matching',
      );
      const spaced = (text: string) => text.replace(/ +/g, ' ');
      // The reader leaves its own marks for escaped signs in right sides; Moodle decodes them.
      const decoded = (text: string) =>
        text.replace(/&&(\d{3});/g, (_, code: string) => String.fromCharCode(Number(code)));
      expect(matchPairs.map((pair) => [pair.subquestion.text, decoded(pair.subanswer)])).toEqual([
        [asHtml(right), spaced(wrong)],
        [asHtml(wrong), spaced(right)],
      ]);
    }),
  );
});

test('code keeps its lines, and a blank one ends no question', () => {
  const body = '```sh\na: 1\n\nb = {2}\n```\n\n정답: O';
  expect(only(courseOf({ code: body }), 'TF').stem.text).toContain('<pre><code>a: 1\n\nb = {2}</code></pre>');
});
