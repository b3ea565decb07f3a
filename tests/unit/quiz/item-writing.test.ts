/** Item writing: what gives an answer away is told where it stands, and good wording is left in peace. */

import { describe, expect, test } from 'vitest';
import { longestRight } from '../../../src/core/content/lint/item-writing.ts';
import { BODY_LINE, lintOf, readOf } from './reading.ts';

const AFTER = '\n\n> 해설: 왜냐하면\n> 출처: [정의](#정의)';
/** A choice with feedback, explanation and source; a right option begins with `*`. */
const choice = (...options: string[]): string =>
  options
    .map((option) => (option.startsWith('*') ? `- [x] ${option.slice(1)}` : `- [ ] ${option}\n  > 아니다`))
    .join('\n') + AFTER;
const told = (body: string, stem?: string): string[] =>
  lintOf(body, stem).map(({ code, line }) => `${code} ${line - BODY_LINE + 1}`);
const codes = (body: string, stem?: string): string[] => lintOf(body, stem).map(({ code }) => code);

const GOOD = choice('*커널을 함께 쓴다', '커널을 저마다 가진다', '커널을 쓰지 않는다');

test('a question written as it should be is left in peace', () => {
  expect(lintOf(GOOD, 'VM과 컨테이너의 핵심 차이는?')).toEqual([]);
  expect(lintOf(`정답: O${AFTER}`, '컨테이너는 호스트의 커널을 함께 쓴다.')).toEqual([]);
});

test('nothing is an error, and every message says what to do', () => {
  const all = [
    ...lintOf('- [x] 아주아주 길고 긴 정답인 보기\n- [ ] 위의 모두', '틀린 것을 모두 고르세요.'),
    ...lintOf('[[커널]]을 쓴다.'),
  ];
  expect(new Set(all.map(({ severity }) => severity))).toEqual(new Set(['warning', 'notice']));
  for (const { message } of all) expect(message).toMatch(/(?:세요|습니다)\.$/);
});

describe('the longest option', () => {
  test.each([
    ['single', ['*컨테이너는 호스트 운영체제의 커널을 함께 쓴다', '더 느리다', '더 무겁다']],
    ['multiple', ['*호스트의 커널을 함께 쓴다', '*이미지에서 빨리 시작한다', '느리다', '무겁다']],
  ])('%s: is told when it is right and catches the eye', (_, options) => {
    expect(told(choice(...options))).toEqual(['item-right-longest 1']);
  });

  test.each([
    ['a little longer', ['*커널을 함께 나누어 쓴다', '커널을 저마다 가진다', '커널이 없다']],
    ['wrong', ['*가볍다', '호스트 운영체제의 커널을 저마다 따로 가진다', '느리다']],
    ['short words', ['*conda', 'pip', 'venv']],
    ['one of the right ones only', ['*호스트의 커널을 함께 쓰고 빨리 시작한다', '*가볍다', '느린 편이다']],
  ])('%s: is not', (_, options) => {
    expect(codes(choice(...options))).toEqual([]);
  });

  test('is found for counting, too', () => {
    const of = (body: string) => {
      const { answer } = readOf(body);
      return 'options' in answer ? (longestRight(answer.options)?.text ?? null) : null;
    };
    expect(of('- [x] 가나다\n- [ ] 가 나\n- [ ] 나다')).toBe('가나다');
    expect(of('- [x] 가나다\n- [ ] 나다라\n- [ ] 나다')).toBeNull();
    expect(of('- [x] 가나\n- [x] 가나다\n- [ ] 나')).toBe('가나다');
  });
});

describe('all and none of the above', () => {
  test.each([
    '위의 모두',
    '위의 것 모두',
    '모두',
    '모두 맞다',
    '모두 맞습니다.',
    '모두 정답이다',
    '이상 모두',
    '다 맞다',
    '정답 없음',
    '정답이 없다',
    '맞는 것이 없다',
    '위에 없음',
    '없음',
    '모두 틀리다',
    '모두 아니다',
    '해당 사항 없음',
    '둘 다 맞다',
    '①과 ②',
    'All of the above',
    'None of these',
  ])('%s', (option) => {
    expect(told(choice('*커널을 함께 쓴다', '커널을 저마다 가진다', option))).toEqual(['item-all-or-none 4']);
  });

  test.each([
    '모두 같은 커널을 쓴다',
    '다음에 다시 설치한다',
    '다',
    '모든 노드에 하나씩 둔다',
    '커널이 없다',
    '둘 다 이미지에서 시작한다',
    '이상 상태를 알린다',
    '전체 서버를 다시 시작한다',
  ])('%s is an option like others', (option) => {
    expect(codes(choice('*커널을 함께 쓴다', '커널을 저마다 가진다', option))).toEqual([]);
  });
});

describe('negatives', () => {
  test.each([
    '컨테이너에 대한 설명으로 옳지 않은 것은?',
    '컨테이너의 장점이 아닌 것은 무엇인가요?',
    '다음 중 틀린 것을 고르세요.',
    '쿠버네티스가 하지 않는 일은 무엇인가요?',
    '잘못된 설명을 고르세요.',
    '도커를 잘못 설명한 것은?',
    '이미지에 없는 것은?',
    '가상 환경과 거리가 먼 것은?',
    '설명을 읽으세요. 그중 맞지 않는 것은?',
  ])('%s', (stem) => {
    expect(told(GOOD, stem)).toEqual(['item-negative-plain -1']);
  });

  test('in a paragraph of the stem, or in a statement to be judged', () => {
    expect(codes(`다음 가운데 옳지 않은 것은?\n\n${GOOD}`)).toEqual(['item-negative-plain']);
    expect(codes(`정답: O${AFTER}`, '컨테이너는 게스트 운영체제를 부팅하지 않는다.')).toEqual([
      'item-negative-plain',
    ]);
  });

  test.each([
    '옳지 **않은** 것은?',
    '**옳지 않은** 것은?',
    '장점이 *아닌* 것은?',
    '인터넷에 연결되지 않은 서버에 설치하려면 무엇을 해야 하나요?',
    '쓰지 않는 이미지를 지우는 명령은?',
    '실행 중이 아닌 컨테이너까지 보여 주는 명령은?',
    '태그가 없는 이미지를 무엇이라고 하나요?',
    '루트가 아닌 사용자로 실행하는 까닭은?',
    '컨테이너가 시작되지 않을 때 먼저 볼 것은?',
    '설정이 틀린 노드를 어떻게 찾나요?',
    '커널을 함께 쓰는 것은?',
  ])('%s is fine', (stem) => {
    expect(codes(GOOD, stem)).toEqual([]);
  });

  test.each(['컨테이너는 게스트 운영체제를 부팅하지 **않는다**.', '볼륨이 없으면 데이터가 사라진다.'])(
    '%s can be judged',
    (stem) => {
      expect(codes(`정답: O${AFTER}`, stem)).toEqual([]);
    },
  );
});

describe('options', () => {
  test.each([
    ['the same', ['*커널을 함께 쓴다', '이미지를 만든다', '커널을  함께 쓴다.']],
    [
      'one within the other',
      ['*이미지를 만든다', '호스트의 커널을 함께 쓴다', '게스트와 호스트의 커널을 함께 쓴다'],
    ],
    ['one and more', ['*볼륨', '이미지', '이미지와 컨테이너']],
    ['ranges that meet', ['*5~10 GB', '20~30 GB', '25~40 GB']],
  ])('that are %s are told', (_, options) => {
    expect(codes(choice(...options))).toEqual(['item-options-alike']);
  });

  test.each([
    ['commands', ['*`docker run`', '`docker run -d`', '`docker`']],
    ['terms', ['*이미지', '이미지 레지스트리', '레지스트리']],
    ['ranges', ['*5~10 GB', '11~20 GB', '21~40 GB']],
    ['letters', ['*-p', '-P', '-v']],
  ])('like %s are apart', (_, options) => {
    expect(codes(choice(...options))).toEqual([]);
  });

  test('two are too few, and a decoy that reads like a right side is none', () => {
    expect(told(choice('*커널을 쓴다', '커널이 없다'))).toEqual(['item-options-few 1']);
    expect(told(`- 가 -> 1\n- 나 -> 2\n- -> 2${AFTER}`)).toEqual(['item-options-alike 3']);
    expect(told(`- 가 -> 1\n- 나 -> 1\n- -> 2${AFTER}`)).toEqual([]);
  });
});

describe('how many are right', () => {
  test.each(['맞는 것을 모두 고르세요.', '장점 두 가지를 고르세요.', '알맞은 것 2개를 고르세요.'])(
    '%s with one right option',
    (stem) => {
      expect(codes(GOOD, stem)).toEqual(['item-stem-plural']);
      expect(codes(GOOD.replace('[ ] 커널을 쓰', '[x] 커널을 쓰'), stem)).toEqual([]);
    },
  );

  test.each(['컨테이너가 모두 함께 쓰는 것은?', 'VM과 컨테이너, 두 가지 방식의 차이는?'])(
    '%s asks for one',
    (stem) => {
      expect(codes(GOOD, stem)).toEqual([]);
    },
  );

  test.each(['가장 알맞은 것은?', '하나를 고르세요.'])('%s with several right options', (stem) => {
    const several = choice('*커널을 함께 쓴다', '*빨리 시작한다', '커널이 따로 있다');
    expect(codes(several, stem)).toEqual(['item-stem-singular']);
    expect(codes(several, '컨테이너의 특징은?')).toEqual([]);
    expect(codes(GOOD, stem)).toEqual([]);
  });
});

describe('the particle behind a blank', () => {
  test.each([
    ['[[커널 / kernel]]을 쓴다.', '을', '[[커널 / kernel]]을(를) 쓴다.'],
    ['쓰는 것은 [[이미지]]로 만든다.', '로', '쓰는 것은 [[이미지]](으)로 만든다.'],
    ['**호스트의 [[커널]]**은 하나다.', '은', '**호스트의 [[커널]]**은(는) 하나다.'],
    ['글\n[[conda]]가 만든다.', '가', '글\n[[conda]]이(가) 만든다.'],
    ['[[이미지]]와 [[볼륨]]의', '와', '[[이미지]]와(과) [[볼륨]]의'],
    ['[[이미지]]라고 한다.', '라고', '[[이미지]](이)라고 한다.'],
    ['[[서버]]로부터 받는다.', '로', '[[서버]](으)로부터 받는다.'],
  ])('%s is told, with both forms as the mend', (body, particle, mended) => {
    const [found, ...others] = lintOf(body + AFTER);
    expect(others).toEqual([]);
    expect(found?.message).toContain(`「${particle}」`);
    const [edit] = found?.fix?.edits ?? [];
    const from = `# 제목\n\n## 확인 문제\n### Q. 물음 <!-- q: a -->\n\n${body}`;
    expect(from.slice(0, edit?.start) + edit?.text + from.slice(edit?.end)).toContain(mended);
    expect(codes(mended + AFTER)).toEqual([]);
  });

  test.each([
    '[[커널]]에서 [[볼륨]]도 [[이미지]]의 [[노드]]까지',
    '[[커널]] 이 하나',
    '[[커널]]이다.',
    '[[이미지]]입니다.',
    '[[이미지]]가상화',
    '[[커널]]',
    '[[커널]] 자원을 쓴다.',
  ])('%s gives nothing away', (body) => {
    expect(codes(body + AFTER)).toEqual([]);
  });
});

test('explanation, source and feedback of wrong options are asked for', () => {
  expect(told('정답: O')).toEqual(['item-explanation-missing -1', 'item-source-missing -1']);
  expect(told(`- [x] 커널을 쓴다\n- [ ] 커널이 둘이다\n  > 하나다\n- [ ] 커널이 없다${AFTER}`)).toEqual([
    'item-feedback-missing 4',
  ]);
});
