/**
 * Writes Moodle's GIFT format. GIFT knows choices, true or false, short answers and matching; other types become one of these.
 * Source: https://docs.moodle.org/en/GIFT_format
 */

import { globalId } from './collect.ts';
import type {
  ExportDocument,
  Exported,
  ExportedAnswer,
  ExportedQuestion,
  ExportedTopic,
  Loss,
  Rich,
} from './document.ts';
import { locationOf } from './document.ts';
import { afterwardsOf, clozeOf, headOf } from './worksheet.ts';

/** Shares of the mark that Moodle accepts, by the number of right options. */
const SHARES = ['100', '50', '33.33333', '25', '20', '16.66667', '14.28571', '12.5', '11.11111', '10'];
const TITLE_LENGTH = 80;
/** Moodle's limit of an id number. */
const ID_LENGTH = 100;

/** What is changed or left out on the way; the words are shown after the export. */
const LOSSES = {
  cards: '용어 카드는 담지 않습니다. GIFT에는 문제만 있습니다.',
  hints: '힌트는 담지 않습니다. GIFT에는 힌트가 없습니다.',
  ordering: '순서 문제는 항목과 차례를 잇는 문제가 됩니다.',
  categories: '분류하기는 항목과 묶음을 잇는 문제가 됩니다.',
  blanks: '빈칸이 여럿이면 빈칸마다 한 문제가 됩니다.',
  arrow: '`->`가 든 정답은 뺍니다. GIFT에서는 연결하기로 읽힙니다.',
  small:
    'Moodle이 받지 않는 문제는 담지 않습니다: 보기나 짝이 하나뿐이거나, 정답인 보기가 열을 넘거나, 남는 정답이 없습니다.',
} as const;
type LossName = keyof typeof LOSSES;

export function toGift(document: ExportDocument): Exported {
  const places = new Map<LossName, string[]>();
  const lose = (name: LossName, place: string) => {
    places.set(name, [...(places.get(name) ?? []), place]);
  };
  const topics = document.topics.map((topic) => {
    if (topic.cards.length > 0) lose('cards', topic.file);
    const questions = topic.questions.flatMap((question) =>
      questionOf(document, question, (name) => lose(name, locationOf(topic, question))),
    );
    return questions.length === 0 ? [] : [categoryOf(document, topic), ...questions];
  });
  const losses = (Object.keys(LOSSES) as LossName[]).flatMap((name): Loss[] => {
    const where = places.get(name);
    return where ? [{ message: LOSSES[name], places: where }] : [];
  });
  const text = `${topics.flat().join('\n\n')}\n`;
  return { files: topics.flat().length === 0 ? [] : [{ name: 'questions.gift.txt', text }], losses };
}

/** A slash in a name is doubled. */
const categoryOf = ({ course }: ExportDocument, { title }: ExportedTopic): string =>
  `$CATEGORY: ${[course.title, title].map((name) => name.replace(/\s+/g, ' ').replaceAll('/', '//')).join('/')}`;

/** One question, or one for each blank; none where Moodle would take none. */
function questionOf(
  document: ExportDocument,
  question: ExportedQuestion,
  lose: (name: LossName) => void,
): string[] {
  const { answer } = question;
  if (question.hints.length > 0) lose('hints');
  const blanks = answer.type === 'cloze' ? answer.parts.filter((part) => part.kind === 'blank').length : 0;
  if (blanks > 1) lose('blanks');
  if (answer.type === 'ordering' || answer.type === 'categories') lose(answer.type);
  const blankIndices = blanks > 0 ? Array.from({ length: blanks }, (_, at) => at) : [0];
  return blankIndices.flatMap((at) => {
    const body = bodyOf(answer, at, lose);
    if (body === null) {
      lose('small');
      return [];
    }
    const suffix = blanks > 1 ? `-${at + 1}` : '';
    const id = globalId(document, question)
      .slice(-(ID_LENGTH - suffix.length))
      .replace(/[[\]]/g, '');
    const title = `${[...question.title.text].slice(0, TITLE_LENGTH).join('')}${suffix === '' ? '' : ` (${at + 1})`}`;
    const text = `${headOf(question)}${blanks > 0 ? blanksOf(answer, at, blanks) : ''}`;
    const afterwards = afterwardsOf(isSaidBeside(answer) ? { ...question, answer: NOTHING_SAID } : question);
    const general = afterwards === '' ? '' : `\n\t####[html]${escaped(afterwards)}`;
    return `// [id:${id}${suffix}] [tag:${question.type}]\n::${escaped(title)}::[html]${escaped(text)}{${body}${general}\n}`;
  });
}

const NOTHING_SAID: ExportedAnswer = { type: 'true-false', isTrue: true };
/** Choices carry their own feedback; of other items it is told with the explanation. */
const isSaidBeside = ({ type }: ExportedAnswer): boolean => type === 'single' || type === 'multiple';

function blanksOf(answer: ExportedAnswer, blank: number, count: number): string {
  if (answer.type !== 'cloze') return '';
  const text = clozeOf(answer.parts, (at) => (count > 1 ? `(${at + 1}) _____` : '_____'));
  return `<p>${text}</p>${count > 1 ? `<p>(${blank + 1})에 들어갈 말을 쓰세요.</p>` : ''}`;
}

/** What stands in the braces; null where Moodle would refuse it. */
function bodyOf(answer: ExportedAnswer, blank: number, lose: (name: LossName) => void): string | null {
  switch (answer.type) {
    case 'single':
    case 'multiple': {
      const { options } = answer;
      const share = SHARES[options.filter(({ isRight }) => isRight).length - 1];
      if (share === undefined || options.length < 2) return null;
      const marks =
        answer.type === 'single'
          ? { right: '=', wrong: '~' }
          : { right: `~%${share}%`, wrong: `~%-${share}%` };
      return options
        .map(({ html, isRight, feedback }) => {
          const said = feedback === null ? '' : `#[html]${escaped(feedback.html)}`;
          return `\n\t${isRight ? marks.right : marks.wrong}[html]${escaped(html)}${said}`;
        })
        .join('');
    }
    case 'true-false':
      return answer.isTrue ? 'TRUE' : 'FALSE';
    case 'short':
      return typedOf(answer.variants, lose);
    case 'cloze': {
      const blanks = answer.parts.flatMap((part) => (part.kind === 'blank' ? [part.variants] : []));
      return typedOf(blanks[blank] ?? [], lose);
    }
    case 'matching':
      return pairsOf([
        ...answer.pairs.map(({ left, right }) => [left.html, right] as const),
        ...answer.decoys.map((decoy) => ['', decoy] as const),
      ]);
    case 'ordering':
      return pairsOf(answer.items.map((item, at) => [item.html, { text: String(at + 1) }] as const));
    case 'categories':
      return pairsOf(
        answer.categories.flatMap(({ name, items }) => items.map((item) => [item.html, name] as const)),
      );
  }
}

/** An asterisk stands for anything in a typed answer, unless it is escaped. */
function typedOf(variants: readonly string[], lose: (name: LossName) => void): string | null {
  const writable = variants.filter((variant) => !variant.includes('->'));
  if (writable.length < variants.length) lose('arrow');
  if (writable.length === 0) return null;
  return writable.map((variant) => `\n\t=%100%${escaped(variant.replaceAll('*', '\\*'))}`).join('');
}

/** Right sides are plain text in Moodle. */
function pairsOf(pairs: readonly (readonly [left: string, right: Pick<Rich, 'text'>])[]): string | null {
  if (pairs.length < 2) return null;
  return pairs
    .map(([left, { text }]) => `\n\t=${left === '' ? '' : `[html]${escaped(left)} `}-> ${escaped(text)}`)
    .join('');
}

/** On one line, since a blank line ends a question. */
const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
