/** The overview of comparisons: what each is called, where it stands, and how large it is. */

import { comparisonsIn } from '../model/blocks.ts';
import type { ComparisonSummary, PageLink } from '../model/course.ts';
import type { Block, Topic } from '../model/topic.ts';

/** A topic's comparisons in order of reading, each named after its section. Those in quizzes ask and do not sum up. */
export function summarizeComparisons(topic: Topic, page: PageLink): ComparisonSummary[] {
  const parts: { title: string; anchor: string | null; blocks: Block[] }[] = [
    { title: topic.titleText, anchor: null, blocks: topic.blocks },
    ...topic.sections.map(({ titleText: title, anchor, blocks }) => ({ title, anchor, blocks })),
  ];
  return parts.flatMap(({ title, anchor, blocks }) =>
    comparisonsIn(blocks.filter(({ kind }) => kind !== 'quiz')).map((block) => ({
      title,
      page,
      anchor,
      columns: block.columns.map((column) => column.text),
      rows: block.rows.length,
    })),
  );
}
