/** Writes an exam sheet for paper and its answer key, as two HTML files that need nothing else. */

import { escapeHtml } from '../model/html.ts';
import {
  drawPools,
  type ExportDocument,
  type Exported,
  type ExportedQuestion,
  locationOf,
  pooledIn,
} from './document.ts';
import type { Sheet } from './type-export.ts';
import { exportOf } from './types/exports.ts';

const CSS = `@page{size:A4;margin:18mm 16mm}
:root{color-scheme:light}
body{max-width:178mm;margin:0 auto;padding:8mm;background:#fff;color:#111;font:10.5pt/1.6 Pretendard,"Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
h1{margin:0;font-size:17pt;line-height:1.3}
h2{margin:9mm 0 3mm;padding-bottom:1mm;border-bottom:.5pt solid #111;font-size:11pt;break-after:avoid}
.fields{display:flex;flex-wrap:wrap;gap:2mm 8mm;margin:4mm 0 0;padding:3mm 0;border-block:.5pt solid #111}
ol.questions{margin:0;padding:0;list-style:none}
ol.questions>li{display:grid;grid-template-columns:9mm 1fr;margin:0 0 6mm;break-inside:avoid}
.number{font-weight:700;font-variant-numeric:tabular-nums}
p{margin:0 0 1mm}
ul,ol{margin:0 0 1mm;padding-left:5mm}
ul{list-style:disc}
pre{margin:1mm 0;padding:2mm;border:.5pt solid #999;white-space:pre-wrap;font-size:9pt}
code{font-family:ui-monospace,Consolas,monospace;font-size:.92em}
table{border-collapse:collapse}
th,td{padding:1mm 2mm;border:.5pt solid #999;text-align:left}
blockquote{margin:1mm 0;padding-left:3mm;border-left:1.5pt solid #999}
.key{margin-bottom:1mm}
.said{font-size:9pt;color:#333}
a{color:inherit}
@media print{body{padding:0}}`;

/** Both in the same order and numbers: the seed decides them. */
export function toPrint(whole: ExportDocument, seed: string): Exported {
  const document = drawPools(whole, seed);
  const { title } = document.course;
  const all = document.topics.flatMap(({ questions }) => questions);
  const name = seed === '' ? '' : ` (${seed})`;
  const fields = `<p class="fields"><span>이름: ______________</span><span>학번: ______________</span><span>점수: ______ / ${all.length}</span></p>`;
  const hinted = document.topics.flatMap((topic) =>
    topic.questions.filter(({ hints }) => hints.length > 0).map((question) => locationOf(topic, question)),
  );
  const carded = document.topics.filter(({ cards }) => cards.length > 0).map(({ file }) => file);
  const files = () => [
    {
      name: 'exam.html',
      text: pageOf(`${title} 확인 문제${name}`, fields, document, (question) => {
        return `${headOf(question)}${sheetOf(question, seed).task}`;
      }),
    },
    {
      name: 'answers.html',
      text: pageOf(`${title} 정답과 해설${name}`, '', document, (question) => {
        const said = afterwardsOf(question);
        return `<p class="key"><b>${sheetOf(question, seed).key}</b></p><div class="said">${said}</div>`;
      }),
    },
  ];
  return {
    files: all.length === 0 ? [] : files(),
    losses: [
      { message: '힌트는 담지 않습니다.', places: hinted },
      { message: '용어 카드는 담지 않습니다.', places: carded },
      {
        message: '쌍둥이 문제는 그중 하나만 담습니다. --seed의 말을 바꾸면 다른 문제가 나옵니다.',
        places: pooledIn(whole),
      },
    ].filter(({ places }) => places.length > 0),
  };
}

function pageOf(
  title: string,
  head: string,
  { topics }: ExportDocument,
  body: (question: ExportedQuestion) => string,
): string {
  let number = 0;
  const parts = topics
    .filter(({ questions }) => questions.length > 0)
    .map((topic) => {
      const items = topic.questions.map((question) => {
        number++;
        return `<li><span class="number">${number}.</span><div>${body(question)}</div></li>`;
      });
      return `<h2>${escapeHtml([topic.number, topic.title].filter(Boolean).join(' '))}</h2>\n<ol class="questions">\n${items.join('\n')}\n</ol>`;
    });
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${CSS}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${head}
${parts.join('\n')}
</body>
</html>
`;
}

/** Title and stem; a title that asks for several says so. */
export function headOf({ title, stem, answer }: ExportedQuestion): string {
  const { titleNote = '' } = exportOf(answer.type);
  return `<p><b>${title.html}</b>${/모두/.test(title.text) ? '' : titleNote}</p>${stem?.html ?? ''}`;
}

/** A question on paper in a shuffled order, and its key with the same numbers. */
export const sheetOf = ({ id, answer }: ExportedQuestion, seed = ''): Sheet =>
  exportOf(answer.type).sheet(answer, `${seed}${id}`);

/** What is told after the answer: each feedback beside its item unless that is told elsewhere, the explanation, the sources. */
export function afterwardsOf(
  { answer, explanation, sources }: ExportedQuestion,
  { isFeedbackElsewhere = false } = {},
): string {
  const said = isFeedbackElsewhere ? [] : exportOf(answer.type).feedback(answer);
  const feedback = said.map(([item, words]) => `<li>${item.html}: ${words.html}</li>`);
  return [
    feedback.length > 0 ? `<ul>${feedback.join('')}</ul>` : '',
    explanation === null ? '' : asBlock(explanation.html),
    ...sources.map(({ label, address, quote }) => {
      const name = escapeHtml(label);
      const link = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
      return `<p>출처: ${link}${quote === null ? '' : ` “${escapeHtml(quote)}”`}</p>`;
    }),
  ].join('');
}

/** An explanation of several paragraphs has them already. */
const asBlock = (html: string): string =>
  /^<(?:p|ul|ol|pre|table|blockquote)\b/.test(html) ? html : `<p>${html}</p>`;
