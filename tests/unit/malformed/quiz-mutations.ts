/** Slips in questions, made in a topic with one question of every type. */

import { MUTATIONS, type Mutation, type Spoilt } from './mutations.ts';

/** Replaces the first occurrence of some words, which have to be there; the place is where `at` begins afterwards. */
function once(from: string, to: string, at: string, offset = 0): Mutation['spoil'] {
  return (source) => {
    if (!source.includes(from)) throw new Error(`the fixture lacks ${from}`);
    const spoilt = source.replace(from, () => to);
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf(at) + offset) }];
  };
}

function placeOf(source: string, offset: number): Pick<Spoilt, 'line' | 'column'> {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const slip = (
  name: string,
  code: Mutation['code'],
  isMendable: boolean,
  spoil: Mutation['spoil'],
): Mutation => ({
  name,
  code,
  isMendable,
  spoil,
});

const IDS = ['single', 'multiple', 'truth', 'short', 'cloze', 'matching', 'order', 'category'];
/** Marks an author types instead of `[x]` and `[ ]`. */
const RIGHT_MARKS = ['[X ]', '[ x]', '[ x ]', '［x］', '[v]', '[O]', '[ㅌ]', '[✓]', '【x】'];
const WRONG_MARKS = ['[]', '[  ]', '［ ］', '［］'];

export const QUIZ_MUTATIONS: Mutation[] = [
  ...IDS.map((id) =>
    slip(`${id} 문제의 아이디를 지움`, 'question-id-missing', true, (source) => {
      const spoilt = source.replace(` <!-- q: every-${id} -->`, '');
      return [
        {
          source: spoilt,
          ...placeOf(spoilt, source.lastIndexOf('\n#### ', source.indexOf(`every-${id}`)) + 1),
        },
      ];
    }),
  ),
  ...RIGHT_MARKS.map((mark) =>
    slip(
      `맞는 보기를 ${mark} 로 씀`,
      'question-option-mark',
      true,
      once('- [x] 애플', `- ${mark} 애플`, `- ${mark} 애플`),
    ),
  ),
  ...RIGHT_MARKS.map((mark) =>
    slip(
      `하나뿐인 맞는 보기를 ${mark} 로 씀`,
      'question-option-mark',
      true,
      once('- [x] 커널을', `- ${mark} 커널을`, `- ${mark} 커널을`),
    ),
  ),
  ...WRONG_MARKS.map((mark) =>
    slip(
      `틀린 보기를 ${mark} 로 씀`,
      'question-option-mark',
      true,
      once('- [ ] 디스크', `- ${mark} 디스크`, `- ${mark} 디스크`),
    ),
  ),
  slip(
    '보기의 표시 뒤에 붙여 씀',
    'question-option-mark',
    true,
    once('- [ ] 디스크', '- [ ]디스크', '- [ ]디스크'),
  ),
  slip(
    '보기의 표시를 빼먹음',
    'question-option-mark',
    true,
    once('- [ ] 디스크', '- 디스크', '- 디스크를 함께'),
  ),
  slip('모든 표시를 전각으로 씀', 'question-option-mark', true, (source) => {
    const end = source.indexOf('#### Q. 컨테이너에');
    const head = source.slice(0, end).replaceAll('[x]', '［x］').replaceAll('- [ ]', '- ［ ］');
    return [{ source: head + source.slice(end), ...placeOf(source, source.indexOf('- [x] 커널을')) }];
  }),
  slip(
    '맞는 보기를 하나도 표시하지 않음',
    'question-none-right',
    false,
    once('- [x] 커널을', '- [ ] 커널을', '- [ ] 커널을'),
  ),
  slip(
    '보기의 설명을 들여 쓰지 않음',
    'question-feedback-indent',
    true,
    once('  > 컨테이너는 호스트', '> 컨테이너는 호스트', '> 컨테이너는 호스트'),
  ),
  slip(
    '마지막 보기의 설명을 들여 쓰지 않음',
    'question-feedback-indent',
    true,
    once('  > 이름은', '> 이름은', '> 이름은'),
  ),
  slip(
    '빈칸의 괄호를 전각으로 씀',
    'question-blank-form',
    true,
    once('[[커널 / kernel]]', '［［커널 / kernel］］', '［［커널'),
  ),
  slip(
    '빈칸을 괄호 하나로 닫음',
    'question-blank-unclosed',
    true,
    once('kernel]]', 'kernel]', '[[커널 / kernel]'),
  ),
  slip(
    '빈칸을 괄호 하나로 엶',
    'question-blank-unclosed',
    true,
    once('[[커널 / kernel', '[커널 / kernel', ']]만'),
  ),
  slip('빈칸을 비움', 'question-blank-empty', false, once('[[커널 / kernel]]', '[[ ]]', '[[ ]]')),
  slip(
    '빈칸을 닫지 않음',
    'question-blank-unclosed',
    false,
    once('[[커널 / kernel]]', '[[커널 / kernel', '[[커널 / kernel'),
  ),
  slip(
    '빈칸 뒤의 조사가 답을 알려 줌',
    'item-blank-particle',
    true,
    once(']]만 함께', ']]을 함께', ']]을', 2),
  ),
  slip(
    '짝의 오른쪽을 비움',
    'question-side-missing',
    false,
    once('- VM -> 게스트 커널', '- VM ->', '- VM ->'),
  ),
  slip('짝이 하나뿐임', 'question-too-few', false, once('- 컨테이너 -> 호스트 커널\n', '', '- VM -> 게스트')),
  slip(
    '묶음을 비움',
    'question-category-empty',
    false,
    once('  - 런타임\n', '', '- 컨테이너\n\n> 해설: 아래층'),
  ),
  slip('답을 지움', 'question-shape', false, (source) => {
    const spoilt = source.replace('정답: X\n\n', '');
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf('#### Q. 컨테이너는 게스트')) }];
  }),
  slip(
    '정답: 을 목록에 붙여 씀',
    'question-answer-swallowed',
    true,
    once(
      '부팅한다. <!-- q: every-truth -->\n\n정답: X',
      '부팅한다. <!-- q: every-truth -->\n\n- 커널을 떠올릴 것\n정답: X',
      '정답: X',
    ),
  ),
  slip(
    '해설: 없이 글로 씀',
    'question-text-after',
    true,
    once('> 해설: 운영체제의', '운영체제의', '운영체제의'),
  ),
  slip(
    '해설: 없이 인용으로 씀',
    'question-text-after',
    true,
    once('> 해설: 운영체제의 핵심이다.\n', '> 운영체제의 핵심이다.\n>\n', '> 운영체제의', 2),
  ),
  slip(
    '출처에 링크를 빼먹음',
    'question-source-link',
    false,
    once('> 출처: [커널](#커널) "호스트의 커널"', '> 출처: 커널 절', '> 출처: 커널 절', 2),
  ),
  slip(
    '출처의 절 이름을 틀림',
    'link-anchor-broken',
    true,
    once('[커널](#커널) "호스트', '[커널](#커널을) "호스트', '[커널](#커널을)'),
  ),
  slip(
    '출처의 파일 이름을 틀림',
    'link-broken',
    true,
    once('[커널](#커널) "호스트', '[차이](virtual-machin.md) "호스트', '[차이](virtual-machin'),
  ),
  slip('문제 뒤의 절을 더 깊은 제목으로 씀', 'question-heading', false, (source) => {
    const spoilt = `${source.trimEnd()}\n\n###### 만드는 순서\n\n1. 하나\n2. 둘\n`;
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf('###### 만드는')) }];
  }),
  slip('확인 문제에 문제가 없음', 'quiz-empty', false, (source) => {
    const spoilt = `${source.slice(0, source.indexOf('#### Q.'))}글을 다시 읽어 보자.\n`;
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf('### 확인 문제')) }];
  }),
  slip('확인 문제의 제목을 다르게 씀', 'question-outside', true, (source) => {
    const spoilt = source.replace('### 확인 문제', '### 풀어 보기');
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf('#### Q.')) }];
  }),
  slip('문제의 `Q.`와 아이디를 빼먹음', 'question-outside', true, (source) => {
    const spoilt = source.replace(/#### Q\. (컨테이너는 게스트.*) <!-- .* -->/, '#### $1');
    return [{ source: spoilt, ...placeOf(spoilt, spoilt.indexOf('#### 컨테이너는 게스트')) }];
  }),
  slip('문제를 복사함', 'question-id-repeated', true, (source) => {
    const start = source.indexOf('#### Q. 함께 쓰는');
    const copy = source.slice(start, source.indexOf('#### Q. 빈칸'));
    return [{ source: `${source}\n${copy}`, ...placeOf(`${source}\n`, source.length + 1) }];
  }),
  ...MUTATIONS.filter(({ code }) => code === 'heading-skips-level' || code === 'title-missing'),
];
