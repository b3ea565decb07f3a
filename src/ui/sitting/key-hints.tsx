/** The keys that serve what is on the screen, told to those who have a keyboard. */

import type { QuestionType } from '../../core/model/question.ts';

type Asked = QuestionType | 'card';
type Hint = readonly [keys: readonly string[], does: string];

const CONFIRM: readonly Hint[] = [
  [['Enter'], '답 확인'],
  [['Shift', 'Enter'], '헷갈림으로 제출'],
];
const DIGITS: Hint = [['1', '2', '3'], '고르기'];
const HINTS: Record<Asked, readonly Hint[]> = {
  single: [DIGITS, ...CONFIRM],
  multiple: [DIGITS, ...CONFIRM],
  'true-false': [[['1', '2'], 'O, X'], ...CONFIRM],
  short: CONFIRM,
  cloze: [[['Enter'], '다음 빈칸, 답 확인'], CONFIRM[1] as Hint],
  matching: [DIGITS, ...CONFIRM],
  ordering: [[['↑', '↓'], '옮기기'], ...CONFIRM],
  categories: [DIGITS, ...CONFIRM],
  card: [
    [['Space'], '열기'],
    [['1', '2', '3'], '떠올림, 가물가물, 못 떠올림'],
  ],
};
const NEXT: readonly Hint[] = [[['Enter'], '다음 문제']];

export function KeyHints({ type, isAnswered }: { type: Asked; isAnswered: boolean }) {
  return (
    <ul className="s-keys" aria-label="단축키">
      {(isAnswered ? NEXT : HINTS[type]).map(([keys, does]) => (
        <li key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {does}
        </li>
      ))}
    </ul>
  );
}
