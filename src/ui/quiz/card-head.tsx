/** What stands above a question: its number in a quiz, or alone on a screen where it comes from; its type and star. */

import { isChanged } from '../../core/memory/item.ts';
import { type ContentHash, questionItem } from '../../core/model/event.ts';
import { contentHash } from '../../core/quiz/content-hash.ts';
import type { PlacedQuestion } from '../../core/study/questions.ts';
import { useStudy } from '../../store/study/study.ts';
import { Hand, VERDICTS } from './marks.tsx';
import type { QuestionPlace } from './question-place.ts';
import { StarButton } from './star-button.tsx';
import { viewOf } from './types/table.ts';
import type { Result } from './use-attempt.ts';

interface CardHeadProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  number: number;
  variant: 'flow' | 'single';
  isRetry: boolean;
  result: Result | null;
}

export function CardHead({ placed, place, number, variant, isRetry, result }: CardHeadProps) {
  const type = isRetry ? '다시 풀기' : viewOf(placed.question.type).label;
  const star = <StarButton item={questionItem(placed.id)} name={`문제 ${number}`} />;
  if (variant === 'single') {
    return (
      <div className="qno">
        <p className="t crumb">
          <span>
            {place.number && <span className="num">{place.number} </span>}
            {place.title}
            {placed.section && ` › ${placed.section}`}
          </span>
          <span>
            {type}
            <ChangedTag placed={placed} />
          </span>
        </p>
        {star}
      </div>
    );
  }
  return (
    <div className="qno">
      <span className="n">
        <span className="vh">문제 </span>
        {number}
        {result && <Hand verdict={result.grade.verdict} />}
      </span>
      <span className="t">
        {result ? VERDICTS[result.grade.verdict] : type}
        <ChangedTag placed={placed} />
      </span>
      {star}
    </div>
  );
}

/** 「수정됨」: the options or the key are not what they were when it was last answered. */
function ChangedTag({ placed: { id, question } }: { placed: PlacedQuestion }) {
  const isOther = useStudy(({ state }) => {
    const known = state?.items.get(questionItem(id));
    return known !== undefined && isChanged(known, contentHash(question) as ContentHash);
  });
  return isOther && <span className="changed">수정됨</span>;
}
