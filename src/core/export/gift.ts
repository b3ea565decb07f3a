/**
 * Writes Moodle's GIFT format. GIFT knows choices, true or false, short answers and matching; other types become one of these.
 * Source: https://docs.moodle.org/en/GIFT_format
 */

import {
  type ExportDocument,
  type Exported,
  type ExportedQuestion,
  globalId,
  type Loss,
  locationOf,
  placesOf,
} from './document.ts';
import { afterwardsOf, headOf } from './print.ts';
import { escaped } from './type-export.ts';
import { EXPORTS, exportOf } from './types/exports.ts';

const TITLE_LENGTH = 80;
/** Moodle's limit of an id number. */
const ID_LENGTH = 100;

/** What is changed or left out on the way; the words are shown after the export. */
const CARDS = '용어 카드는 담지 않습니다. GIFT에는 문제만 있습니다.';
const HINTS = '힌트는 담지 않습니다. GIFT에는 힌트가 없습니다.';
const POOLS =
  '쌍둥이 문제는 모두 담고 `pool:이름` 태그를 답니다. 시험에는 토픽의 범주에서 그 태그가 달린 무작위 문제를 하나 넣으세요.';
const TYPED =
  'Moodle은 쓴 답을 글자 그대로 견줍니다. 띄어쓰기와 붙임표를 바꾼 답은 함께 적지만, 조사나 기호를 붙인 답과 전각으로 쓴 답은 틀린 답이 됩니다.';
const ARROW = '`->`가 든 정답은 뺍니다. GIFT에서는 연결하기로 읽힙니다.';
const REFUSED =
  'Moodle이 받지 않는 문제는 담지 않습니다: 보기나 짝이 하나뿐이거나, 정답인 보기가 열을 넘거나, 남는 정답이 없습니다.';

export function toGift(document: ExportDocument): Exported {
  const places = new Map<string, Set<string>>();
  const lose = (message: string, place: string) => {
    places.set(message, (places.get(message) ?? new Set()).add(place));
  };
  const categories = placesOf(document, categoryName);
  const topics = document.topics.map((topic) => {
    if (topic.cards.length > 0) lose(CARDS, topic.file);
    const questions = topic.questions.flatMap((question) =>
      questionsOf(document, question, (message) => lose(message, locationOf(topic, question))),
    );
    return questions.length === 0 ? [] : [categoryOf(categories.get(topic) ?? []), ...questions];
  });
  const ofTypes = Object.values(EXPORTS).flatMap(({ giftLoss }) => giftLoss?.message ?? []);
  const losses = [CARDS, HINTS, POOLS, ...ofTypes, TYPED, ARROW, REFUSED].flatMap((message): Loss[] => {
    const where = places.get(message);
    return where ? [{ message, places: [...where] }] : [];
  });
  const text = `${topics.flat().join('\n\n')}\n`;
  return { files: topics.flat().length === 0 ? [] : [{ name: 'questions.gift.txt', text }], losses };
}

/** The name of a category as a line of GIFT has it: escapes are read there, and Moodle drops what looks like a tag. */
const categoryName = (title: string): string =>
  title.replace(/\s+/g, ' ').trim().replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('\\', '\\\\');

/** A slash in a name is doubled; blanks keep one at an end apart from the slash that divides the names. */
const categoryOf = (names: readonly string[]): string =>
  `$CATEGORY: ${names.map((name) => name.replaceAll('/', '//').replace(/^\//, ' /').replace(/\/$/, '/ ')).join('/')}`;

/** One question or several; none where Moodle would take none. */
function questionsOf(
  document: ExportDocument,
  question: ExportedQuestion,
  lose: (message: string) => void,
): string[] {
  const { answer } = question;
  const { gift, giftLoss, hasGiftFeedback = false } = exportOf(answer.type);
  if (question.hints.length > 0) lose(HINTS);
  if (question.pool !== null) lose(POOLS);
  if (giftLoss?.applies(answer)) lose(giftLoss.message);
  return gift(answer, (loss) => lose(loss === 'arrow' ? ARROW : TYPED)).flatMap(
    ({ task: ask = '', body }, at, all) => {
      if (body === null) {
        lose(REFUSED);
        return [];
      }
      const suffix = all.length > 1 ? `-${at + 1}` : '';
      const id = globalId(document, question)
        .slice(-(ID_LENGTH - suffix.length))
        .replace(/[[\]]/g, '');
      const title = `${[...question.title.text].slice(0, TITLE_LENGTH).join('')}${suffix === '' ? '' : ` (${at + 1})`}`;
      const afterwards = afterwardsOf(question, { isFeedbackElsewhere: hasGiftFeedback });
      const general = afterwards === '' ? '' : `\n\t####[html]${escaped(afterwards)}`;
      const pool = question.pool === null ? '' : ` [tag:pool:${question.pool}]`;
      return `// [id:${id}${suffix}] [tag:${question.type}]${pool}\n::${escaped(title)}::[html]${escaped(`${headOf(question)}${ask}`)}{${body}${general}\n}`;
    },
  );
}
