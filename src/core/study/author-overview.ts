/** The author's map of the course: where questions, explanations and sources are missing, and which supplements have grown old. */

import { blocksOf, questionsIn, walkBlocks } from '../model/blocks.ts';
import type { Course, PageData } from '../model/course.ts';
import { textOf } from '../model/html.ts';
import type { QuestionType } from '../model/question.ts';
import type { Question, Section, Topic } from '../model/topic.ts';

/** A place in a file of the content folder. */
export interface Spot {
  file: string;
  line: number;
  title: string;
}

export interface TopicCoverage {
  path: string;
  file: string;
  number: string | null;
  title: string;
  draft: boolean;
  minutes: number;
  questions: Partial<Record<QuestionType, number>>;
  /** Sections of the second level that teach something and have no question, nor has the whole topic. */
  withoutQuestions: Spot[];
  withoutExplanation: Spot[];
  withoutSource: Spot[];
  emptySections: Spot[];
}

export interface DatedSupplement extends Spot {
  /** ISO date; null when none is given. */
  checked: string | null;
  /** Checked more than a year ago, or never. */
  isOld: boolean;
}

export interface Coverage {
  topics: TopicCoverage[];
  /** The oldest first. */
  supplements: DatedSupplement[];
  /** Pictures in the folder that no page shows. */
  unusedPictures: string[];
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** `files`: what lies in the folder beside the notes. `today`: an ISO date. */
export function coverageOf(course: Course, files: ReadonlySet<string>, today: string): Coverage {
  const pages = [...course.pages.values()].filter((page) => page.file !== null);
  const topics = pages.flatMap((page) => {
    const topic = course.topics.get(page.file ?? '');
    return topic ? [topicCoverage(page, topic)] : [];
  });
  const limit = yearBefore(today);
  const supplements = [...course.topics.values()]
    .flatMap((topic) => supplementsIn(topic, limit))
    .sort((a, b) => ((a.checked ?? '') < (b.checked ?? '') ? -1 : 1));
  const unusedPictures = [...files].filter((file) => PICTURE.test(file) && !course.assets.has(file)).sort();
  return { topics, supplements, unusedPictures };
}

function topicCoverage(page: PageData, topic: Topic): TopicCoverage {
  const { file } = topic;
  const own = questionsIn(topic.blocks);
  const all = [...own, ...topic.sections.flatMap((section) => questionsIn(section.blocks))];
  const questions: TopicCoverage['questions'] = {};
  for (const { type } of all) if (type !== null) questions[type] = (questions[type] ?? 0) + 1;
  const spotOf = (question: Question): Spot => ({ file, line: question.line, title: textOf(question.title) });
  const read = all.flatMap((question) => (question.answer ? [question] : []));
  const branches = topic.sections.flatMap((section, at) =>
    section.level === 2 ? [branchOf(topic.sections, at)] : [],
  );
  const untested = branches.filter((branch) => branch.some(teaches) && !branch.some(hasQuestion));
  const isTaught = topic.blocks.some((block) => block.kind !== 'quiz') && topic.sections.length === 0;
  return {
    path: page.path,
    file,
    number: page.number,
    title: page.titleText,
    draft: page.draft,
    minutes: page.minutes,
    questions,
    withoutQuestions:
      own.length > 0 || page.kind === 'home'
        ? []
        : [
            ...(isTaught ? [{ file, line: 1, title: topic.titleText }] : []),
            ...untested.flatMap(([first]) =>
              first ? [{ file, line: first.line, title: first.titleText }] : [],
            ),
          ],
    withoutExplanation: read.filter(({ explanation }) => explanation === null).map(spotOf),
    withoutSource: read.filter(({ sources }) => !sources.some(({ href }) => href !== null)).map(spotOf),
    emptySections: topic.sections
      .filter(({ blocks, level }, at) => blocks.length === 0 && (topic.sections[at + 1]?.level ?? 0) <= level)
      .map((section) => ({ file, line: section.line, title: section.titleText })),
  };
}

/** A section and those below it. */
function branchOf(sections: readonly Section[], at: number): Section[] {
  const level = sections[at]?.level ?? 2;
  const end = sections.findIndex((section, index) => index > at && section.level <= level);
  return sections.slice(at, end < 0 ? undefined : end);
}

const teaches = ({ blocks }: Section): boolean =>
  blocks.some(({ kind }) => kind !== 'quiz' && kind !== 'comparison' && kind !== 'notice');

const hasQuestion = ({ blocks }: Section): boolean => questionsIn(blocks).length > 0;

function supplementsIn(topic: Topic, limit: string): DatedSupplement[] {
  const { file, titleText: title } = topic;
  const supplements: DatedSupplement[] = [];
  walkBlocks(blocksOf(topic), null, {
    block: (block) => {
      if (block.kind !== 'notice' || !block.supplement) return undefined;
      const { checked } = block.supplement;
      const isOld = checked === null || checked < limit;
      supplements.push({ file, line: block.line, title, checked, isOld });
      return undefined;
    },
  });
  return supplements;
}

const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
