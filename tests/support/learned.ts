/** A record as months of study leave it, made from a course's index; the same for the same day, without a clock. */

import { dayNumber, dayOf } from '../../src/core/memory/day-number.ts';
import { type Memory, ratingOf, recallOn, review } from '../../src/core/memory/schedule.ts';
import {
  type AnswerEvent,
  cellItem,
  type Day,
  type ItemId,
  questionItem,
} from '../../src/core/model/event.ts';
import type { StudyIndex } from '../../src/core/model/study.ts';
import { numbersFrom } from '../../src/core/quiz/shuffle.ts';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportFile } from '../../src/store/log/record-file.ts';

interface LearnedItem {
  item: ItemId;
  kind: 'question' | 'cell';
  contentHash: string;
}

/** Questions of the course in order of reading, then the cells of its comparisons. */
function itemsOf({ topics }: StudyIndex): LearnedItem[] {
  const questions = topics.flatMap((topic) =>
    topic.questions.map(({ id, hash }) => ({
      item: questionItem(id),
      kind: 'question' as const,
      contentHash: hash as string,
    })),
  );
  const cells = topics.flatMap((topic) =>
    topic.cells.map(({ compare, row, column }) => ({
      item: cellItem(compare, row, column),
      kind: 'cell' as const,
      contentHash: '',
    })),
  );
  return [...questions, ...cells];
}

/** Answers to the first `share` of the course, begun over `days` days up to yesterday and reviewed when due. */
export function learnedEvents(index: StudyIndex, course: string, today: Day, share: number, days: number) {
  const items = itemsOf(index);
  const chosen = items.slice(0, Math.ceil(items.length * share));
  const last = dayNumber(today) - 1;
  const random = numbersFrom('learned');
  const events: AnswerEvent[] = [];
  for (const [at, { item, kind, contentHash }] of chosen.entries()) {
    let day = last - days + 1 + Math.floor((at / chosen.length) * days * 0.8);
    let memory: Memory | null = null;
    while (day <= last) {
      const isRight: boolean = random() < (memory ? recallOn(memory, day) : 0.7);
      const isSure = random() < (isRight ? 0.85 : 0.4);
      const known = isRight ? 'known' : 'missed';
      const verdict = kind === 'cell' ? known : isRight ? 'correct' : 'incorrect';
      events.push({
        schema: 1,
        id: `learned-${at}-${day}`,
        course,
        device: 'notebook',
        at: day * 86_400_000 + 36_000_000 + at * 20_000,
        day: dayOf(day),
        type: 'answer',
        kind,
        item,
        contentHash,
        answer: null,
        verdict,
        score: isRight ? 1 : 0,
        confidence: isSure ? 'sure' : 'unsure',
        hints: 0,
        elapsedMillis: 5_000 + Math.floor(random() * 20_000),
      } as unknown as AnswerEvent);
      memory = review(memory, ratingOf(verdict, isSure ? 'sure' : 'unsure', 0), day, 0.9);
      // Now and then a day or two late, as people are.
      day = memory.dueDay + Math.floor(random() * random() * 6);
    }
  }
  return events;
}

/** As the app exports it. */
export function recordFile(course: string, events: ExportFile['events']): string {
  const file: ExportFile = { format: EXPORT_FORMAT, version: EXPORT_VERSION, course, exportedAt: 0, events };
  return JSON.stringify(file);
}
