/** One option to choose. */

import { keySigns, notesOf, Options, OptionsKey, PlainChoices } from './choices.tsx';
import { type AreaProps, CONFIRM_KEYS, circled, DIGIT_KEYS, type TypeView } from './type-view.ts';

function SingleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'single'>) {
  return (
    <Options
      {...answer}
      {...rest}
      chosen={response?.option ? [response.option] : []}
      isGraded={grade !== null}
      onToggle={(option) => onChange({ type: 'single', option })}
    />
  );
}

export const single: TypeView<'single'> = {
  label: '하나 고르기',
  author: { column: '하나', level: '가려내기' },
  todo: '하나를 고르세요.',
  keyHints: [DIGIT_KEYS, ...CONFIRM_KEYS],
  Area: SingleArea,
  Plain: ({ answer, seed }) => <PlainChoices answer={answer} seed={seed} name={(at) => `${at + 1}.`} />,
  Key: ({ answer, seed }) => <OptionsKey answer={answer} seed={seed} name={(at) => String(at + 1)} />,
  keyWords: (answer, seed) => keySigns(answer, seed, circled),
  notes: (answer, seed) => notesOf(answer, seed, circled),
};
