/** What stands below a question's title: the rest of its stem, and how many to choose where the title does not say. */

import type { PlacedQuestion } from '../../core/study/questions.ts';
import { Blocks } from '../topic/blocks.tsx';

export function StemRest({ question }: Pick<PlacedQuestion, 'question'>) {
  return (
    <>
      <Blocks blocks={question.stem} level={6} />
      {question.type === 'multiple' && !question.title.includes('모두') && (
        <p className="ask">모두 고르세요.</p>
      )}
    </>
  );
}
