/**
 * A file to mend: a code block whose info string ends in `fix`, below it the conditions as a list, each with its tests in comments, and the
 * author's own solution in a block that ends in `solution`. The solution has to meet every condition, and the file to miss one.
 */

import type { Token } from 'markdown-it';
import { parse } from 'yaml';
import { readDockerfile } from '../../../files/dockerfile.ts';
import {
  type Compare,
  type FileLanguage,
  type FileTest,
  languageOf,
  type ReadText,
  readPlain,
  runTest,
} from '../../../files/file-test.ts';
import { readYaml } from '../../../files/yaml.ts';
import type { AnswerOf, FileCheck, WrittenFile } from '../../../model/question.ts';
import { keyOfCheck } from '../../../quiz/types/fix.ts';
import { itemsOf } from '../../blocks/outline-run.ts';
import { commentsOf } from '../../markdown/author-html.ts';
import { readCode } from '../../markdown/code.ts';
import { isList, lineOf, type Node } from '../../markdown/nodes.ts';
import { type Context, report } from '../../source/context.ts';
import type { AnswerReader } from '../answer-block.ts';
import { checkRepeated, checkWords, readItem } from '../items.ts';

const WORD = /^(\S+(?:\s.*)?)\s+(fix|solution)\s*$/s;

/** `fix` or `solution`, for a block of code that ends in it. */
export const roleOf = ({ type, info }: Token): string | null =>
  type === 'fence' ? (WORD.exec(info)?.[2] ?? null) : null;

const READERS: Record<ReturnType<typeof languageOf>, ReadText> = {
  yaml: readYaml,
  dockerfile: readDockerfile,
  text: readPlain,
};

const CHECK = /^<!--\s*check\s*:\s*([\s\S]*?)\s*-->$/;

const isCheckList = (node: Node): boolean =>
  isList(node) && node.tokens.slice(node.start, node.end).some((token) => testsIn(token).length > 0);

const testsIn = (token: Token): string[] =>
  commentsOf(token).flatMap((comment) => CHECK.exec(comment)?.[1] ?? []);

export const fix: AnswerReader<AnswerOf<'fix'>> = {
  isEnd: (node) => roleOf(node.token) !== null || isCheckList(node),
  claim({ nodes, last }, context) {
    const first = nodes.findIndex(({ token }) => roleOf(token) === 'fix');
    if (first < 0 || first > last) return null;
    return {
      first,
      divide: (node) => (roleOf(node.token) !== null || isList(node) ? { answer: node } : { stem: node }),
      read: (answer) => readFix(answer, context),
    };
  },
};

function readFix(nodes: Node[], context: Context): AnswerOf<'fix'> | null {
  const [broken, ...others] = nodes.filter(({ token }) => roleOf(token) === 'fix');
  const solutions = nodes.filter(({ token }) => roleOf(token) === 'solution');
  const [own, another] = solutions;
  const lists = nodes.filter(isList);
  const line = broken ? lineOf(broken) - 1 : 0;
  const tell = (slip: 'twice' | 'conditions' | 'solution', at: number) => {
    report(context, 'question-file', { line: at, params: { slip } });
    return null;
  };
  const second = others[0] ?? another;
  if (second) return tell('twice', lineOf(second) - 1);
  if (lists.length === 0) return tell('conditions', line);
  if (!broken || !own) return tell('solution', line);
  const file = writtenFile(broken);
  const written = writtenFile(own);
  const solution = { ...written, title: written.title ?? file.title };
  const told = context.diagnostics.length;
  const checks = lists.flatMap(itemsOf).map((item) => readCheck(item, file, context));
  checkWords(checks, context);
  checkRepeated(checks, context);
  if (context.diagnostics.slice(told).some(({ severity }) => severity === 'error')) return null;
  tryOut({ file, checks, solution }, context);
  return { type: 'fix', file, checks, solution };
}

function writtenFile({ token }: Node): WrittenFile {
  const plain = Object.assign(Object.create(token), { info: WORD.exec(token.info)?.[1] ?? token.info });
  const { kind: _, ...file } = readCode(plain);
  return file;
}

/** A condition in words, and its tests, which no reader sees. */
function readCheck(item: Node, { language }: WrittenFile, context: Context): FileCheck {
  const at = lineOf(item) - 1;
  const written = item.tokens.slice(item.start, item.end).flatMap(testsIn);
  const tests = written.flatMap((words) => {
    const test = readTest(words, languageOf(language));
    if (!test) report(context, 'question-file', { line: at, params: { slip: 'test', written: words } });
    return test ?? [];
  });
  if (written.length === 0) report(context, 'question-file', { line: at, params: { slip: 'untested' } });
  return { ...readItem({ node: item, loose: [] }, context), tests };
}

/** The solution has to meet every condition; the file as it stands has to miss one. */
function tryOut({ file, checks, solution }: Omit<AnswerOf<'fix'>, 'type'>, context: Context): void {
  const read = READERS[languageOf(file.language)];
  const missedBy = ({ code }: WrittenFile): FileCheck | undefined => {
    const given = read(code);
    return checks.find(({ tests }) => tests.some((test) => !runTest(test, code, given).isMet));
  };
  const missed = missedBy(solution);
  if (missed)
    report(context, 'question-file', {
      line: missed.line - 1,
      params: { slip: 'unmet', written: keyOfCheck(missed) },
    });
  else if (!missedBy(file))
    report(context, 'question-file', { line: file.line - 1, params: { slip: 'whole' } });
}

// Reads the test of a condition, as it stands in its comment: `<!-- check: yaml spec.replicas = 3 -->`.

const NUMBERED = /^lines\s+(<=|>=|!=|=|<|>)\s+(\d+)$/;
const VALUED = /^(yaml|dockerfile)\s+(\S+)(?:\s+(<=|>=|!=|=|<|>|contains)\s+(\S.*))?$/s;
const STEP = /"([^"]+)"|\[([*?]|-?\d+)\]|([^.[\]"]+)/y;

/** Null for what is no test, or none of a file in this language. */
export function readTest(comment: string, language: FileLanguage): FileTest | null {
  const written = comment.replace(/\s+/g, ' ').trim();
  const isNot = written.startsWith('!');
  const words = isNot ? written.slice(1).trim() : written;
  const whole = { written, isNot };
  if (words === 'parses') return language === 'text' ? null : { ...whole, kind: 'parses' };
  const [, sign, count] = NUMBERED.exec(words) ?? [];
  if (sign) return { ...whole, kind: 'lines', compare: sign as Compare, value: Number(count) };
  const [, text] = /^contains\s+(\S.*)$/.exec(words) ?? [];
  if (text) return { ...whole, kind: 'contains', text };
  if (words.startsWith('order ')) {
    const steps = words.slice('order '.length).split(/\s+<\s+/);
    return language === 'dockerfile' && steps.length > 1 ? { ...whole, kind: 'order', steps } : null;
  }
  const [, named, place = '', compare = null, given = ''] = VALUED.exec(words) ?? [];
  const path = readPath(place);
  if (named !== language || path === null) return null;
  // An instruction may be given several times: one of them is enough.
  if (language === 'dockerfile' && compare !== null && path.length === 1) path.push('?');
  const isText = language !== 'yaml' || compare === 'contains';
  const value =
    compare === null
      ? { value: null }
      : isText
        ? { value: given.replace(/^("|')(.*)\1$/, '$2') }
        : readValue(given);
  return value && { ...whole, kind: 'value', path, compare: compare as Compare | null, ...value };
}

/** `services.web.ports[0]`, `spec.containers[*].image`, `labels."app.kubernetes.io/name"`. */
function readPath(place: string): string[] | null {
  const path: string[] = [];
  for (let at = 0; at < place.length; ) {
    STEP.lastIndex = at;
    const [step, quoted, index, name] = STEP.exec(place) ?? [];
    if (step === undefined) return null;
    path.push(quoted ?? index ?? name ?? '');
    at += step.length;
    if (place[at] === '.') at++;
    else if (at < place.length && place[at] !== '[') return null;
  }
  return path.length > 0 && !place.endsWith('.') ? path : null;
}

/** As YAML means it: 3 is a number and "3" is a text. */
function readValue(given: string): { value: unknown } | null {
  try {
    return { value: parse(given) };
  } catch {
    return null;
  }
}
