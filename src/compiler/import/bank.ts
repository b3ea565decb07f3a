/** A question bank of another program as it is read: its questions in plain HTML, and what of it has no place in the notes. */

import { greatest, least, pushAll } from '../../core/lists.ts';
import { distinctSpellings, spellingsOf } from '../../core/quiz/answer-text.ts';
import { decimalText, negated, plus, readDecimal } from '../../core/quiz/quantity.ts';
import { AuthorError } from '../folder.ts';

/** In the author's order; words are HTML as `cleanHtml` makes it, variants are text. */
export type BankAnswer =
  | { type: 'options'; options: (BankItem & { isRight: boolean })[] }
  | { type: 'true-false'; isTrue: boolean }
  | { type: 'short'; variants: string[] }
  /** Decimals as they are written. */
  | { type: 'number'; low: string; high: string; unit: string }
  | { type: 'cloze'; parts: (string | { variants: string[] })[] }
  | {
      type: 'matching';
      pairs: { left: string; right: string; feedback: string | null }[];
      decoys: BankItem[];
    }
  | { type: 'ordering'; items: BankItem[] }
  | { type: 'categories'; categories: { name: string; items: BankItem[] }[] };

export interface BankItem {
  html: string;
  feedback: string | null;
}

export interface BankQuestion {
  /** Where it begins in the bank, from 1. */
  line: number;
  /** As the bank has it; null without one. */
  id: string | null;
  /** Of questions that are one another's siblings, as our own export tags them. */
  pool?: string;
  /** One line of HTML. */
  title: string;
  /** What is asked below the title; may be empty. */
  stem: string;
  answer: BankAnswer;
  hints: string[];
  /** May be empty. */
  explanation: string;
}

/** Something that is not brought in as it stands in the bank, in Korean. */
export interface BankLoss {
  line: number;
  message: string;
}

export interface Bank {
  questions: BankQuestion[];
  losses: BankLoss[];
}

/** A question that has no place in the notes: the reader goes on with the next one. */
export class Unfit extends Error {
  override name = 'Unfit';
}

/** Something that nobody writes into a question by chance: nothing of the bank is brought in. */
export class Hostile extends Error {
  override name = 'Hostile';
}

/** A bank of which nothing is brought in. */
export const flaw = (line: number, message: string): AuthorError => new AuthorError(`${line}줄: ${message}`);

/** Collects what readers find; a question that is unfit is told, and what is lost with it is not. */
export class BankBuilder implements Bank {
  readonly questions: BankQuestion[] = [];
  readonly losses: BankLoss[] = [];

  add(line: number, read: (lose: (message: string) => void) => Omit<BankQuestion, 'line'>): void {
    const lost: BankLoss[] = [];
    try {
      this.questions.push({ line, ...read((message) => void lost.push({ line, message })) });
      pushAll(this.losses, lost);
    } catch (error) {
      if (error instanceof Hostile) throw flaw(line, error.message);
      if (!(error instanceof Unfit)) throw error;
      this.losses.push({ line, message: `옮기지 않습니다. ${error.message}` });
    }
  }
}

/** What several formats know: options with the share of the mark that each gives, from −100 to 100. */
export function optionsAnswer(
  options: readonly (BankItem & { share: number })[],
  isSingle: boolean,
  lose: (message: string) => void,
): BankAnswer {
  if (options.length < 2) throw new Unfit('보기가 둘은 있어야 합니다.');
  const shares = options.map(({ share }) => share).filter((share) => share > 0);
  const most = greatest(shares, 0);
  if (most === 0) throw new Unfit('맞는 보기가 없습니다.');
  const isRight = (share: number) => (isSingle ? share === most : share > 0);
  const right = shares.filter(isRight).length;
  if (isSingle && right > 1) throw new Unfit('하나만 고르는 문제에 맞는 보기가 둘입니다.');
  if (isSingle ? shares.length > 1 || most < 100 : most - least(shares) > 0.01)
    lose('배점을 나누어 주는 보기가 있습니다. 노트에서는 맞거나 틀리거나 둘 가운데 하나입니다.');
  return {
    type: 'options',
    options: options.map(({ html, feedback, share }) => ({ html, feedback, isRight: isRight(share) })),
  };
}

/** Typed answers with their shares; only those of the whole mark are kept. */
export function typedAnswer(
  answers: readonly { text: string; share: number }[],
  lose: (message: string) => void,
): BankAnswer {
  const whole = answers.filter(({ share }) => share >= 100).map(({ text }) => text);
  if (answers.some(({ share }) => share > 0 && share < 100))
    lose('일부만 맞는 답은 옮기지 않습니다. 노트의 단답은 맞거나 틀립니다.');
  const isPattern = (text: string) => /(?<!\\)\*/.test(text);
  if (whole.some(isPattern)) lose('`*`가 아무 글자나 뜻하는 답은 옮기지 않습니다.');
  const variants = whole.filter((text) => !isPattern(text)).map((text) => text.replaceAll('\\*', '*').trim());
  if (variants.every((variant) => variant === '')) throw new Unfit('맞는 답이 없습니다.');
  return { type: 'short', variants: ownVariants(variants.filter((variant) => variant !== '')) };
}

/** Without the spellings that our own export adds for programs that compare letters. */
function ownVariants(variants: readonly string[]): string[] {
  const own: string[] = [];
  for (const variant of variants) {
    const before = distinctSpellings(own.flatMap(spellingsOf));
    if (distinctSpellings([...before, variant]).length > before.length) own.push(variant);
  }
  return own;
}

/** Numbers with what they may be off by, and their shares: the one of the whole mark. */
export function numberAnswer(
  answers: readonly { number: string; tolerance: string; share: number }[],
  lose: (message: string) => void,
): BankAnswer {
  const [only, ...more] = answers.filter(({ share }) => share >= 100);
  if (!only) throw new Unfit('맞는 답이 없습니다.');
  if (more.length > 0) throw new Unfit('맞는 수가 여럿입니다.');
  if (answers.some(({ share }) => share > 0 && share < 100))
    lose('일부만 맞는 수는 옮기지 않습니다. 노트에서는 범위 안이면 맞습니다.');
  const [value, off] = [only.number, only.tolerance || '0'].map(readDecimal);
  if (!value || !off) throw new Unfit(`수가 아닙니다: ${only.number}`);
  const [low, high] = [plus(value, negated(off)), plus(value, off)];
  return { type: 'number', low: decimalText(low), high: decimalText(high), unit: '' };
}
