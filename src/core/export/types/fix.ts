/** A file to mend: on paper with its conditions; Moodle grades it by hand. */

import { escapeHtml } from '../../model/html.ts';
import type { AnswerOf, WrittenFile } from '../../model/question.ts';
import type { PlainHtml } from '../plain-html.ts';
import {
  type ExportedItem,
  feedbackOf,
  lines,
  list,
  numberOf,
  object,
  orNull,
  part,
  TEXT,
  type TypeExport,
} from '../type-export.ts';

type ExportedFile = Pick<WrittenFile, 'language' | 'title' | 'code'>;

export interface ExportedFix {
  type: 'fix';
  file: ExportedFile;
  /** `tests` as the author wrote them: all have to hold. */
  checks: (ExportedItem & { tests: string[] })[];
  solution: ExportedFile;
}

const FILE = object({ language: TEXT, title: orNull(TEXT), code: TEXT });

const toFile = ({ language, title, code }: WrittenFile): ExportedFile => ({ language, title, code });

export const fix: TypeExport<AnswerOf<'fix'>, ExportedFix> = {
  toExport: ({ file, checks, solution }, plain: PlainHtml) => ({
    type: 'fix',
    file: toFile(file),
    checks: checks.map((check) => ({
      ...plain.item(check),
      tests: check.tests.map(({ written }) => written),
    })),
    solution: toFile(solution),
  }),
  schema: {
    file: FILE,
    checks: list(object({ html: TEXT, text: TEXT, feedback: orNull(part('rich')), tests: list(TEXT) })),
    solution: FILE,
  },
  sheet: (answer) => ({ task: asked(answer), key: codeOf(answer.solution) }),
  asked,
  feedback: ({ checks }) => feedbackOf(checks),
  // An essay has no key.
  gift: (answer) => [{ task: asked(answer), body: '' }],
  giftLoss: {
    message: '파일 고치기는 손으로 채점하는 서술형이 되고, 강사의 풀이는 담지 않습니다.',
    applies: () => true,
  },
};

function asked({ file, checks }: ExportedFix): string {
  return `${codeOf(file)}${lines(checks, numberOf)}`;
}

function codeOf({ title, code }: ExportedFile): string {
  const name = title === null ? '' : `<p><b>${escapeHtml(title)}</b></p>`;
  return `${name}<pre>${escapeHtml(code)}</pre>`;
}
