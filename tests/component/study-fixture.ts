/** A record for component tests: the store as if the log had been read, without a log. */

import { dayOf } from '../../src/core/memory/day-number.ts';
import { EMPTY, fold } from '../../src/core/memory/record-state.ts';
import type { Day, StudyEvent } from '../../src/core/model/event.ts';
import type { StudyIndex } from '../../src/core/model/study.ts';
import { OK } from '../../src/store/log/log-state.ts';
import { useStudy } from '../../src/store/study/study.ts';
import { learnedEvents } from '../support/learned.ts';

export const TODAY = '2026-11-24' as Day;

const questions = (prefix: string, count: number, anchor: string | null = null) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${prefix}-${at}`,
    type: 'single' as const,
    anchor,
    hash: 'h' as never,
  }));

const topic = (number: string, title: string, path: string, count: number, anchor: string | null = null) => ({
  path,
  number,
  title,
  file: `${path.slice(1, -1)}.md`,
  area: number.slice(0, 1),
  questions: questions(path, count, anchor),
  cards: [{ facet: '정의', term: '환경', anchor: null }],
  cells: [],
});

/** Fits the tree of fixtures.ts. */
export const index: StudyIndex = {
  format: 1,
  topics: [
    topic('1', '환경관리 툴', '/environment-tools/', 3, '정의'),
    topic('1.3', 'conda', '/environment-tools/conda/', 6),
    topic('1.5', 'Pipenv', '/environment-tools/pipenv/', 5),
    topic('3.3', 'Compose', '/docker/compose/', 4),
  ],
};

/** Three quarters of it begun over ten weeks. */
export const learned = (): StudyEvent[] => learnedEvents(index, 'mlops-infra', TODAY, 0.75, 70);

/** Puts a record into the store; `events` null is a record that has not been read yet. */
export function showStudy(
  events: readonly StudyEvent[] | null,
  more: Partial<ReturnType<typeof useStudy.getState>> = {},
) {
  const state = events === null ? null : events.length > 0 ? fold(events) : EMPTY;
  useStudy.setState({ state, index, log: OK, today: TODAY, ...more });
}

export const dayAfter = (days: number): Day => dayOf(Math.floor(Date.parse(TODAY) / 86_400_000) + days);
