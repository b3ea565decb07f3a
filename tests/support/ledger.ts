/**
 * A learner's own list of answers, and every number that follows from it, counted apart from the app's code: when a question comes
 * back is asked of ts-fsrs alone. Days are numbers, since 1970.
 */

import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs';

export interface Asked {
  id: string;
  path: string;
  anchor: string | null;
  area: string;
}

interface Given {
  id: string;
  day: number;
  isRight: boolean;
  isSure: boolean;
}

/** 기억, 복습, 오답, 안 풂. */
export type Four = readonly [remembered: number, due: number, wrong: number, fresh: number];

const DAY_MILLIS = 86_400_000;
const HOUR_MILLIS = 3_600_000;
/** Before an exam everything is asked once in so many days. */
const LAST_DAYS = 10;

/** The day of a moment, which begins at 4 in the morning by the clock on the wall. */
export function studyDay(at: Date): number {
  const early = new Date(at.getTime() - 4 * HOUR_MILLIS);
  return Date.UTC(early.getFullYear(), early.getMonth(), early.getDate()) / DAY_MILLIS;
}

const scheduler = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });
const dateOf = (day: number) => new Date(day * DAY_MILLIS);
const numberOf = (date: Date) => Math.round(date.getTime() / DAY_MILLIS);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

interface Known {
  id: string;
  due: number;
  last: number;
}

export class Ledger {
  readonly asked: readonly Asked[];
  readonly given: Given[] = [];
  today = 0;
  exam: number | null = null;
  private counted: { moment: string; dues: Map<string, number> } | null = null;

  constructor(asked: readonly Asked[]) {
    this.asked = asked;
  }

  answer(id: string, isRight: boolean, isSure: boolean): void {
    this.given.push({ id, day: this.today, isRight, isSure });
  }

  /** What is known of a question by some answers: the first one of each day counts. */
  private known(id: string, answers: readonly Given[]): Known | null {
    let card: Card | null = null;
    let last = -1;
    for (const { day, isRight, isSure } of answers.filter((each) => each.id === id)) {
      if (day === last) continue;
      const rating = isRight ? (isSure ? Rating.Good : Rating.Hard) : Rating.Again;
      card = scheduler.next(card ?? createEmptyCard(dateOf(day)), dateOf(day), rating).card;
      last = day;
    }
    return card && { id, due: numberOf(card.due), last };
  }

  private allKnown(answers: readonly Given[]): Known[] {
    return this.asked.flatMap(({ id }) => this.known(id, answers) ?? []);
  }

  /** The day of each question that was answered. */
  dues(): ReadonlyMap<string, number> {
    const moment = [this.given.length, this.today, this.exam].join();
    if (this.counted?.moment !== moment) this.counted = { moment, dues: this.countDues() };
    return this.counted.dues;
  }

  private countDues(): Map<string, number> {
    const now = this.allKnown(this.given);
    const dues = new Map(now.map(({ id, due }) => [id, due]));
    if (this.exam === null || this.exam <= this.today) return dues;
    // What the exam asks of a day is settled in its morning.
    const morning = this.given.filter(({ day }) => day < this.today);
    const ofToday = this.pulledForward(this.allKnown(morning), this.today);
    const isLeft = ({ id, last }: Known) => last < this.today && ofToday.get(id) === this.today;
    const others = this.pulledForward(
      now.filter((each) => !isLeft(each)),
      this.today + 1,
    );
    for (const [id, day] of others) dues.set(id, day);
    for (const each of now) if (isLeft(each)) dues.set(each.id, this.today);
    return dues;
  }

  /**
   * What would come back after the eve of the exam and was not asked in the last days goes, one by one, where there is least to do,
   * the later day of two; then the days take the soonest due first.
   */
  private pulledForward(known: readonly Known[], first: number): Map<string, number> {
    const eve = (this.exam ?? 0) - 1;
    const begin = eve - LAST_DAYS + 1;
    const days = Array.from({ length: eve + 1 - Math.max(first, begin) }, (_, at) => eve - at);
    const own = (day: number) => known.filter(({ due }) => Math.max(due, this.today) === day).length;
    const loads = new Map(days.map((day) => [day, own(day)]));
    const taken = new Map(days.map((day) => [day, 0]));
    const waiting = known.filter(({ due, last }) => due > eve && last < begin);
    for (const _ of waiting) {
      const least = days.toSorted((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0))[0];
      if (least === undefined) break;
      loads.set(least, (loads.get(least) ?? 0) + 1);
      taken.set(least, (taken.get(least) ?? 0) + 1);
    }
    const soonest = waiting.toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
    const result = new Map<string, number>();
    for (const day of days.toReversed())
      for (const { id } of soonest.splice(0, taken.get(day))) result.set(id, day);
    return result;
  }

  private lastOf(id: string): Given | undefined {
    return this.given.findLast((each) => each.id === id);
  }

  /** The questions whose last answer was not right, and whether that was sure. */
  wrong(): (Asked & { isSure: boolean })[] {
    return this.asked.flatMap((each) => {
      const last = this.lastOf(each.id);
      return last && !last.isRight ? [{ ...each, isSure: last.isSure }] : [];
    });
  }

  /** Never answered, else due, else wrong, else remembered; of the questions that a test takes. */
  four(isMeant: (question: Asked) => boolean = () => true): Four {
    const dues = this.dues();
    const four: [number, number, number, number] = [0, 0, 0, 0];
    for (const { id } of this.asked.filter(isMeant)) {
      const last = this.lastOf(id);
      if (!last) four[3] += 1;
      else if ((dues.get(id) ?? 0) <= this.today) four[1] += 1;
      else if (!last.isRight) four[2] += 1;
      else four[0] += 1;
    }
    return four;
  }

  /** Of what is due, and of what an exam asks to begin today, the ids. */
  todo(): { due: string[]; fresh: string[] } {
    const due = [...this.dues()].flatMap(([id, day]) => (day <= this.today ? [id] : []));
    const unseen = this.asked.filter(({ id }) => !this.lastOf(id)).map(({ id }) => id);
    return { due, fresh: unseen.slice(0, this.newOn(0)) };
  }

  /** How many are to be begun so many days from now: today's share is settled in its morning, that of the others by what is known. */
  private newOn(offset: number): number {
    const days = this.exam === null ? 0 : this.exam - 1 - this.today;
    if (days <= 0 || offset >= days) return 0;
    const unseen = this.asked.filter(({ id }) => !this.lastOf(id)).length;
    const begun = this.asked.filter(
      ({ id }) => this.given.find((each) => each.id === id)?.day === this.today,
    ).length;
    const early = this.allKnown(this.given.filter(({ day }) => day < this.today));
    const pulled = this.pulledForward(early, this.today);
    const inMorning = early.map(({ id, due }) => pulled.get(id) ?? due);
    const share = this.beginEvenly(unseen + begun, this.loads(inMorning, days))[0] ?? 0;
    const now = Math.min(unseen, Math.max(0, share - begun));
    if (offset === 0) return now;
    const later = this.loads([...this.dues().values()], days).slice(1);
    return this.beginEvenly(unseen - now, later)[offset - 1] ?? 0;
  }

  /** How much comes back on each of the next days; what is overdue on the first. */
  private loads(dues: readonly number[], days: number): number[] {
    return Array.from(
      { length: days },
      (_, at) => dues.filter((day) => Math.max(day, this.today) === this.today + at).length,
    );
  }

  /** One by one to the day that begins least, the earlier of two, among those that are not yet as full as the mean of all. */
  private beginEvenly(unseen: number, dues: readonly number[]): number[] {
    const most = Math.ceil((dues.reduce((sum, due) => sum + due, 0) + unseen) / dues.length);
    const begins = dues.map(() => 0);
    for (let left = unseen; left > 0; left -= 1) {
      const open = [...begins.keys()].filter((at) => (dues[at] ?? 0) + (begins[at] ?? 0) < most);
      const least = open.toSorted((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0) || a - b)[0];
      if (least !== undefined) begins[least] = (begins[least] ?? 0) + 1;
    }
    return begins;
  }

  /** What comes back, and what is begun, on each of the next days; today holds what is overdue. */
  forecast(days: number): { due: number; fresh: number }[] {
    const dues = [...this.dues().values()].map((day) => Math.max(day, this.today));
    return Array.from({ length: days }, (_, offset) => ({
      due: dues.filter((day) => day === this.today + offset).length,
      fresh: this.newOn(offset),
    }));
  }

  /** The answers that moved a schedule: the first of a question on a day. */
  scheduled(): Given[] {
    return this.given.filter(
      ({ id, day }, at) => this.given.findIndex((each) => each.id === id && each.day === day) === at,
    );
  }

  /** How many different questions were answered on a day. */
  questionsOn(day: number): number {
    return new Set(this.given.filter((each) => each.day === day).map(({ id }) => id)).size;
  }

  /** What the answers from one on have changed: what was known and comes back later than it did, what is new and right, what comes tomorrow. */
  gainsSince(mark: number) {
    const before = this.given.slice(0, mark);
    const dues = this.dues();
    const steps = [...new Set(this.given.slice(mark).map(({ id }) => id))].map((id) => {
      const [earlier, now] = [this.known(id, before), this.known(id, this.given)];
      const due = dues.get(id) ?? 0;
      const first = this.given.find((each) => each.id === id && each.day === this.today);
      return {
        before: earlier && earlier.due - earlier.last,
        after: due - (now?.last ?? 0),
        isRight: first?.isRight ?? false,
        isTomorrow: due === this.today + 1,
      };
    });
    const longer = steps.filter((step) => step.before !== null && step.after > step.before);
    const begun = steps.filter((step) => step.before === null && step.isRight);
    return {
      longer: {
        count: longer.length,
        before: mean(longer.map((step) => step.before ?? 0)),
        after: mean(longer.map(({ after }) => after)),
      },
      begun: { count: begun.length, after: mean(begun.map(({ after }) => after)) },
      tomorrow: steps.filter(({ isTomorrow }) => isTomorrow).length,
    };
  }
}
