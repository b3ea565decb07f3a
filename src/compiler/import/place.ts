/** Finds where questions go in a note: to the end of the quiz of a section or of the whole topic, which is begun where there is none. */

import { parse } from '../../core/content/parse.ts';
import { blocksOf, questionsIn } from '../../core/model/blocks.ts';
import type { QuizBlock, Section, Topic } from '../../core/model/topic.ts';
import { nearestTo } from '../../core/quiz/typed-words.ts';
import { AuthorError } from '../folder.ts';

interface Place {
  /** Behind the last line above. */
  offset: number;
  /** The heading of a quiz that is begun; null where there is one. */
  heading: string | null;
  /** Of the headings of questions. */
  level: number;
}

const DEEPEST = 6;

/** `anchor` null: the quiz of the whole topic. */
export function findPlace(source: string, topic: Topic, anchor: string | null): Place {
  const lines = source.split('\n');
  const levelOf = (line: number, otherwise: number) =>
    /^ {0,3}(#{1,6})\s/.exec(lines[line - 1] ?? '')?.[1]?.length ?? otherwise;
  const owner = anchor === null ? null : sectionOf(topic, anchor);
  const quiz = (owner ?? topic).blocks.findLast((block) => block.kind === 'quiz');
  const heads = [...topic.sections, ...quizzesOf(topic)].map(({ line }) => line).sort((a, b) => a - b);
  const endOf = (line: number) => endOfText(lines, heads.find((each) => each > line) ?? lines.length + 1);
  if (quiz) {
    const [first] = quiz.questions;
    const level = levelOf(first?.line ?? 0, levelOf(quiz.line, 2) + 1);
    return { offset: endOf(quiz.line), heading: null, level };
  }
  const above = owner ? levelOf(owner.line, owner.level) : 1;
  if (above + 2 > DEEPEST)
    throw new AuthorError('제목이 너무 깊어 그 아래에 확인 문제를 둘 수 없습니다. 더 높은 절을 고르세요.');
  const offset = owner ? endOf(owner.line) : endOfText(lines, lines.length + 1);
  return { offset, heading: `${'#'.repeat(above + 1)} 확인 문제`, level: above + 2 };
}

function sectionOf({ sections, file }: Topic, wanted: string): Section {
  const name = wanted.normalize('NFC').trim();
  const section =
    sections.find(({ anchor }) => anchor === name) ?? sections.find(({ titleText }) => titleText === name);
  if (section) return section;
  const anchors = sections.map(({ anchor }) => anchor);
  const near = nearestTo(name, anchors) ?? anchors.find((anchor) => anchor.includes(name));
  const help =
    near === undefined ? `쓸 수 있는 절: ${anchors.slice(0, 12).join(', ')}` : `혹시 #${near}인가요?`;
  throw new AuthorError(`${file}에 그런 절이 없습니다: #${name}\n${help}`);
}

const quizzesOf = ({ blocks, sections }: Topic): QuizBlock[] =>
  [blocks, ...sections.map((section) => section.blocks)].flat().filter((block) => block.kind === 'quiz');

/** The offset behind the last line with words above a line, which counts from 1. */
function endOfText(lines: readonly string[], line: number): number {
  const text = lines.slice(0, line - 1).join('\n');
  return text.trimEnd().length;
}

/** A note with questions put in, in the line ends of the note. */
export function putIn(source: string, { offset, heading }: Place, questions: readonly string[]): string {
  const text = ['', ...(heading === null ? [] : [heading]), ...questions].join('\n\n');
  const after = source.slice(offset);
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  return `${source.slice(0, offset)}${text.replaceAll('\n', ending)}${after.trim() === '' ? ending : after}`;
}

/** Whether a note with questions put in says all that it said, the new questions, and no error more. */
export function isWholeWith(file: string, before: string, after: string, ids: readonly string[]): boolean {
  const [old, now] = [before, after].map((text) => parse(text, { file })) as [
    ReturnType<typeof parse>,
    ReturnType<typeof parse>,
  ];
  const errors = ({ diagnostics }: typeof old) =>
    diagnostics.filter(({ severity }) => severity === 'error').length;
  const withoutLines = (value: unknown) =>
    JSON.stringify(value, (name, each: unknown) => (name === 'line' ? 0 : each));
  const isNew = ({ id }: { id: string | null }) => id !== null && ids.includes(id);
  const questions = (topic: Topic) => questionsIn(blocksOf(topic));
  const shape = ({ sections }: Topic) =>
    sections.map(({ anchor, blocks }) => [anchor, blocks.filter(({ kind }) => kind !== 'quiz')]);
  return (
    errors(now) <= errors(old) &&
    withoutLines(shape(now.value)) === withoutLines(shape(old.value)) &&
    withoutLines(questions(now.value).filter((each) => !isNew(each))) ===
      withoutLines(questions(old.value)) &&
    questions(now.value).filter((each) => isNew(each) && each.answer !== undefined).length === ids.length
  );
}
