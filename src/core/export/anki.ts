/**
 * Writes Anki's text format: a note for each question and recall card. The guid column lets a second import update them.
 * Source: https://docs.ankiweb.net/importing/text-files.html
 */

import { escapeHtml } from '../model/html.ts';
import {
  type ExportDocument,
  type Exported,
  type ExportedQuestion,
  type ExportedTopic,
  globalId,
  withoutId,
} from './document.ts';
import { afterwardsOf, headOf, sheetOf } from './print.ts';

const COLUMNS = ['guid', 'deck', '앞면', '뒷면', 'tags'];
const HEAD = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#deck column:2',
  '#tags column:5',
  `#columns:${COLUMNS.join('\t')}`,
];

export function toAnki(document: ExportDocument): Exported {
  const { course, topics } = document;
  const rows = topics.flatMap((topic) => {
    const deck = [course.title, topic.title].map(deckName).join('::');
    const tags = (kind: string) => `${tagName(course.id ?? course.title)}::${tagPath(topic)} ${kind}`;
    return [
      ...topic.questions.map((question) => [
        globalId(document, question),
        deck,
        frontOf(question),
        `<p><b>${sheetOf(question).key}</b></p>${afterwardsOf(question)}`,
        tags(question.type),
      ]),
      ...topic.cards.map(({ id, facet, term, back }) => [
        `${course.id ?? course.title}/${id}`,
        deck,
        `<p>${escapeHtml([topic.title, facet].filter((part) => part !== '').join(' › '))}</p><p><b>${escapeHtml(term)}</b></p>`,
        back.html,
        tags('term'),
      ]),
    ];
  });
  const text = [...HEAD, ...rows.map((row) => row.map(fieldOf).join('\t'))].join('\n');
  const renamed = withoutId(document);
  return {
    files: [{ name: 'anki.txt', text: `${text}\n` }],
    losses: [
      { message: '채점하지 않습니다. 답을 떠올린 뒤 뒷면과 견주고 스스로 매깁니다.', places: [] },
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

/** Two colons would make a deck within a deck. */
const deckName = (title: string): string => title.replace(/::+/g, ':');
/** A blank would end a tag. */
const tagName = (text: string): string => text.replace(/\s+/g, '_').replace(/::+/g, ':');
const tagPath = ({ path }: ExportedTopic): string =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map(tagName)
    .join('::') || 'index';

/** Quoted where a tab, line break or quote would end the field, or where a `#` at the start would make the line a comment. */
const fieldOf = (text: string): string =>
  /["\t\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
