/** The way from a page to its questions, one a screen. */

import type { PageData } from '../../core/model/course.ts';
import type { Block } from '../../core/model/topic.ts';
import { TopicLink } from '../shell/topic-link.tsx';

export function Practise({ page }: { page: PageData }) {
  const count = [page, ...page.sections].reduce((sum, { blocks }) => sum + countIn(blocks), 0);
  return (
    count > 0 && (
      <TopicLink className="num js" path={`/practice/?topic=${encodeURIComponent(page.path)}`}>
        문제 {count}개 풀기
      </TopicLink>
    )
  );
}

/** Questions that can be answered; of two with one id the second is none of its own, and rare enough. */
const countIn = (blocks: readonly Block[]): number =>
  blocks
    .flatMap((block) => (block.kind === 'quiz' ? block.questions : []))
    .filter(({ answer }) => answer !== undefined).length;
