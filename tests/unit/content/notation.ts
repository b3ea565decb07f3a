/** A topic as a short outline, so that a test can say what it expects in a few lines. */

import { parse } from '../../../src/core/content/parse.ts';
import type { Diagnostic, DiagnosticCode, Parsed } from '../../../src/core/model/diagnostic.ts';
import { type Html, shownText } from '../../../src/core/model/html.ts';
import type { Block, Entry, Topic } from '../../../src/core/model/topic.ts';

export const read = (source: string, file = 'area/topic.md'): Parsed<Topic> => parse(source, { file });

/** The blocks under the title, a line each; deeper ones are indented. `term | text` for entries. */
export function shapeOf(source: string): string {
  const { blocks, sections } = read(`# 제목\n\n${source}`).value;
  const lines = blocks.flatMap(ofBlock);
  for (const section of sections) {
    lines.push(`${'#'.repeat(section.level)} ${section.titleText}`, ...section.blocks.flatMap(ofBlock));
  }
  return lines.join('\n');
}

/** Every line without its first newline and the indent of the expectation. */
export const lines = (...expected: string[]): string => expected.join('\n');

const plain = (html: Html | null): string => (html === null ? '' : shownText(html));
const indent = (lines: string[]): string[] => lines.map((line) => `  ${line}`);

function ofBlock(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
      return [`prose ${/^<(\w+)/.exec(block.html)?.[1]}: ${plain(block.html)}`];
    case 'outline':
      return [
        `${block.list}${block.start === 1 ? '' : ` ${block.start}`}`,
        ...indent(block.entries.flatMap(ofEntry)),
      ];
    case 'case':
      return ['case', ...indent(block.steps.flatMap(({ step, entry }) => [step, ...indent(ofEntry(entry))]))];
    case 'notice':
      return [`${block.supplement ? '보충' : block.tone}`, ...indent(block.blocks.flatMap(ofBlock))];
    case 'code':
      return [`code ${block.language}: ${block.code.replace(/\n/g, '⏎')}`];
    case 'stacks':
      return block.stacks.map(
        ({ name, layers }) => `stack ${name}: ${layers.map((layer) => layer.text).join(' / ')}`,
      );
    case 'comparison':
      return [
        `comparison ${block.columns.map((column) => column.text).join(' / ')}`,
        ...indent(
          block.rows.map(
            (row) => `${row.name}: ${row.cells.map((cell) => cell.text || cell.origin).join(' / ')}`,
          ),
        ),
      ];
    case 'quiz':
      return [
        `quiz ${plain(block.title)}`,
        ...indent(block.intro.flatMap(ofBlock)),
        ...indent(
          block.questions.flatMap((each) => [
            `${each.type} ${plain(each.title)}`,
            ...indent((each.answer ? each.stem : each.blocks).flatMap(ofBlock)),
          ]),
        ),
      ];
  }
}

function ofEntry(entry: Entry): string[] {
  const head = entry.term === null ? `| ${plain(entry.text)}` : `${plain(entry.term)} | ${plain(entry.text)}`;
  return [head.trim(), ...indent(entry.blocks.flatMap(ofBlock)), ...indent(entry.points.flatMap(ofEntry))];
}

/** `code line:column` of everything that was told. */
export const told = (source: string, file?: string): string[] =>
  read(source, file).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

/** The diagnostics of one code. */
export const toldOf = (source: string, code: DiagnosticCode): Diagnostic[] =>
  read(source).diagnostics.filter((found) => found.code === code);

/** The source with a diagnostic's edits made. */
export function mend(source: string, { fix }: Diagnostic): string {
  return (fix?.edits ?? [])
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

/** Every `Html` of a topic. */
export function htmlOf(topic: Topic): Html[] {
  const found: Html[] = [topic.title];
  const add = (html: Html | null) => {
    if (html !== null) found.push(html);
  };
  /** Markup in the options, pairs and parts of an answer. */
  const addWithin = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if ((name === 'html' || name === 'feedback') && typeof each === 'string') add(each as Html);
      else addWithin(each);
    }
  };
  const entry = (each: Entry) => {
    add(each.term);
    add(each.text);
    each.blocks.forEach(block);
    each.points.forEach(entry);
  };
  const block = (each: Block): void => {
    if (each.kind === 'prose' || each.kind === 'code') add(each.html);
    else if (each.kind === 'outline') each.entries.forEach(entry);
    else if (each.kind === 'case') for (const step of each.steps) entry(step.entry);
    else if (each.kind === 'notice') {
      add(each.supplement?.source ?? null);
      each.blocks.forEach(block);
    } else if (each.kind === 'comparison') {
      for (const column of each.columns) add(column.head);
      for (const row of each.rows) for (const cell of row.cells) add(cell.html);
    } else if (each.kind === 'quiz') {
      add(each.title);
      each.intro.forEach(block);
      for (const question of each.questions) {
        add(question.title);
        (question.answer ? question.stem : question.blocks).forEach(block);
        if (question.answer) {
          addWithin(question.answer);
          question.hints.forEach(add);
          add(question.explanation);
        }
      }
    }
  };
  topic.blocks.forEach(block);
  for (const section of topic.sections) {
    add(section.title);
    section.blocks.forEach(block);
  }
  return found;
}
