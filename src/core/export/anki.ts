/**
 * Writes Anki's text format: a note for each question and recall card. The guid column lets a second import update them.
 * Source: https://docs.ankiweb.net/importing/text-files.html, and Anki's own importer (rslib/src/import_export/text).
 */

import { escapeHtml } from '../model/html.ts';
import {
  type ExportDocument,
  type Exported,
  type ExportedQuestion,
  globalId,
  placesOf,
  pooledIn,
  withoutId,
} from './document.ts';
import { afterwardsOf, headOf, sheetOf } from './print.ts';

/**
 * Columns are found by their place, since their names differ by language. Tags stand in no column: Anki would put them in the
 * place of those that a learner has given. Of the note types it takes the last that is there.
 */
const HEAD = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#notetype:기본',
  '#guid column:1',
  '#deck column:2',
];

export function toAnki(document: ExportDocument): Exported {
  const { course, topics } = document;
  const decks = placesOf(document, deckName);
  const rows = topics.flatMap((topic) => {
    const deck = decks.get(topic)?.join('::') ?? '';
    return [
      ...topic.questions.map((question) => [
        globalId(document, question),
        deck,
        frontOf(question),
        `<p><b>${sheetOf(question).key}</b></p>${afterwardsOf(question)}`,
      ]),
      ...topic.cards.map(({ id, facet, term, back }) => [
        `${course.id ?? course.title}/${id}`,
        deck,
        `<p>${escapeHtml([topic.title, facet].filter((part) => part !== '').join(' › '))}</p><p><b>${escapeHtml(term)}</b></p>`,
        back.html,
      ]),
    ];
  });
  const head = [...HEAD, `#tags:${tagName(course.id ?? course.title)}`];
  const text = [...head, ...rows.map((row) => row.map(fieldOf).join('\t'))].join('\n');
  const renamed = withoutId(document);
  const pooled = pooledIn(document);
  return {
    files: [{ name: 'anki.txt', text: `${text}\n` }],
    losses: [
      { message: '채점하지 않습니다. 답을 떠올린 뒤 뒷면과 견주고 스스로 매깁니다.', places: [] },
      ...(pooled.length > 0
        ? [
            {
              message: '쌍둥이 문제는 저마다 카드가 되고, Anki는 카드마다 따로 복습할 날을 셉니다.',
              places: pooled,
            },
          ]
        : []),
      ...(renamed.length > 0
        ? [
            {
              message:
                '아이디가 없는 문제는 글을 고친 뒤 다시 가져오면 새 카드가 됩니다. npm run check -- --fix가 아이디를 붙입니다.',
              places: renamed,
            },
          ]
        : []),
    ],
  };
}

function frontOf(question: ExportedQuestion): string {
  const hints = question.hints.map(({ html }) => `<details><summary>힌트</summary>${html}</details>`);
  return `${headOf(question)}${sheetOf(question).task}${hints.join('')}`;
}

/** Two colons would make a deck within a deck, and so would one at an end beside those that part the names. */
const deckName = (title: string): string => title.replace(/::+/g, ':').replace(/^[\s:]+|[\s:]+$/g, '');
/** A blank would end a tag. */
const tagName = (text: string): string => text.replace(/\s+/g, '_').replace(/::+/g, ':');

/** Quoted where a tab, line break or quote would end the field, or where a `#` at the start would make the line a comment. */
const fieldOf = (text: string): string =>
  /["\t\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
