/** All right options to choose. */

import { keySigns, notesOf, Options, OptionsKey, PlainChoices } from './choices.tsx';
import { type AreaProps, CONFIRM_KEYS, DIGIT_KEYS, letterOf, type TypeView } from './type-view.ts';

function MultipleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'multiple'>) {
  const chosen = response?.options ?? [];
  const toggle = (key: string) =>
    onChange({
      type: 'multiple',
      options: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key],
    });
  return <Options {...answer} {...rest} chosen={chosen} isGraded={grade !== null} onToggle={toggle} />;
}

export const multiple: TypeView<'multiple'> = {
  label: '모두 고르기',
  author: { column: '모두', level: '가려내기' },
  ask: '모두 고르세요.',
  todo: '하나 이상 고르세요.',
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: MultipleArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={letterOf} />,
  Key: ({ answer, seed }) => <OptionsKey answer={answer} seed={seed} name={letterOf} />,
  keyWords: (answer, seed) => keySigns(answer, seed, letterOf),
  notes: (answer, seed) => notesOf(answer, seed, letterOf),
  partialWords({ options }, { parts }) {
    const right = options.flatMap((option, at) => (option.isRight ? [at] : []));
    const hits = right.filter((at) => parts[at]?.verdict === 'correct').length;
    return hits < right.length
      ? `정답 ${right.length}개 중 ${hits}개를 골랐습니다`
      : '정답이 아닌 것도 골랐습니다';
  },
};
