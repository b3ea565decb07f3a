/** The study index: everything in the course that can be learned. It is made from the compiled pages and written beside them. */

import type { PageData } from '../model/course.ts';
import type { Sibling, StudyIndex, StudySection, StudyTopic } from '../model/study.ts';
import { contentHash } from '../quiz/grade.ts';
import { cardsOf, cellsOf, tablesOn } from './cards.ts';
import { countedQuestions, type PlacedQuestion, questionsOf } from './questions.ts';

/** Pages in order of reading; those with nothing to learn and drafts are left out. */
export function studyIndexOf(pages: Iterable<PageData>): StudyIndex {
  const all = [...pages];
  const compared = comparedPaths(all);
  const topics = all.flatMap(studyTopicOf).map((topic) => {
    const comparedWith = compared.get(topic.path);
    return comparedWith ? { ...topic, comparedWith: [...comparedWith] } : topic;
  });
  return { format: 1, topics };
}

/** By path, the other columns of the comparisons that a page is a column of. */
function comparedPaths(pages: readonly PageData[]): Map<string, Set<string>> {
  const pathOf = new Map(pages.flatMap(({ file, path }) => (file === null ? [] : [[file, path] as const])));
  const compared = new Map<string, Set<string>>();
  for (const page of pages) {
    for (const { table } of tablesOn(page)) {
      const paths = table.columns.flatMap(({ target }) => pathOf.get(target?.file ?? '') ?? []);
      for (const path of paths) {
        const others = compared.get(path) ?? new Set();
        for (const other of paths) if (other !== path) others.add(other);
        if (others.size > 0) compared.set(path, others);
      }
    }
  }
  return compared;
}

/** Whether a page has a question or a term to ask about; cheaper than the index. */
export const hasStudy = (page: PageData): boolean =>
  page.file !== null && !page.draft && (questionsOf(page).length > 0 || cardsOf(page).length > 0);

function studyTopicOf(page: PageData): StudyTopic[] {
  const { path, number, titleText: title, file } = page;
  if (file === null || page.draft) return [];
  const topic: StudyTopic = {
    path,
    number,
    title,
    file,
    area: page.area?.number ?? '',
    questions: countedQuestions(page).map(([first, ...others]) => ({
      ...siblingOf(first),
      ...(others.length > 0 && { siblings: others.map(siblingOf) }),
    })),
    cards: cardsOf(page).map(({ facet, term, anchor }) => ({ facet, term, anchor })),
    cells: cellsOf(page),
  };
  const size = topic.questions.length + topic.cards.length + topic.cells.length;
  if (size === 0) return [];
  const sections = sectionsOf(page, topic);
  return [sections ? { ...topic, sections } : topic];
}

const siblingOf = ({ id, question, anchor }: PlacedQuestion): Sibling => ({
  id,
  type: question.type,
  anchor,
  hash: contentHash(question),
});

/** 1.1 and 1.2, as the map names what stands on the page of area 1; null where that would leave a question out. */
function sectionsOf({ area }: PageData, { path, questions }: StudyTopic): StudySection[] | null {
  if (questions.length === 0) return null;
  const sections = (area?.children ?? []).flatMap(({ number, title, anchor, path: stands }) =>
    stands === path && anchor !== null && questions.some((question) => question.anchor === anchor)
      ? { number, title, anchor }
      : [],
  );
  const isNamed = (at: string | null) => sections.some(({ anchor }) => anchor === at);
  return questions.every(({ anchor }) => isNamed(anchor)) ? sections : null;
}
