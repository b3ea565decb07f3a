/** The keys that serve what is on the screen, told to those who have a keyboard. */

import type { QuestionType } from '../../core/model/question.ts';
import { viewOf } from '../quiz/types/table.ts';
import type { KeyHint } from '../quiz/types/type-view.ts';

const CARD: readonly KeyHint[] = [
  [['Space'], '열기'],
  [['1', '2', '3'], '떠올림, 가물가물, 못 떠올림'],
];
const NEXT: readonly KeyHint[] = [[['Enter'], '다음 문제']];

export function KeyHints({ type, isAnswered }: { type: QuestionType | 'card'; isAnswered: boolean }) {
  const hints = isAnswered ? NEXT : type === 'card' ? CARD : viewOf(type).keyHints;
  return (
    <ul className="s-keys" aria-label="단축키">
      {hints.map(([keys, does]) => (
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
