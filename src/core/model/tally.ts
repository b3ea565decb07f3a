/** Where questions stand with the learner, as it is shown. What decides it is `core/study/tally.ts`. */

/** In the order in which they are told, and in which a bar draws them. */
export const STANDINGS = ['remembered', 'due', 'wrong', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Their names for the learner. */
export const STANDING_NAMES: Record<Standing, string> = {
  remembered: '기억',
  due: '복습',
  wrong: '오답',
  new: '안 풂',
};

/** Numbers of questions; cards and cells are no questions and are counted apart. */
export type Tally = Record<Standing | 'all', number>;

/** As before anything is answered. */
export const newTally = (all: number): Tally => ({ all, remembered: 0, due: 0, wrong: 0, new: all });

/** 10문제 중 기억 6, 복습 2, 오답 2, 안 풂 0. */
export const tallyWords = (tally: Tally): string =>
  `${tally.all}문제 중 ${STANDINGS.map((each) => `${STANDING_NAMES[each]} ${tally[each]}`).join(', ')}`;
