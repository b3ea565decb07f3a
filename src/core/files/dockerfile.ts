/**
 * Reads a Dockerfile to be tested; what is no instruction ends in a line that is told. dockerfile-ast, which the tests compare it with,
 * runs in no browser. Source: https://docs.docker.com/reference/dockerfile/
 */

import { brokenFile, MOST_CHARACTERS, type ReadText } from './file-test.ts';

interface Instruction {
  keyword: string;
  /** All that follows the keyword, its spaces evened. */
  given: string;
  /** Where it begins, from 1. */
  line: number;
}

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

export const readDockerfile: ReadText = (text) => {
  if (text.length > MOST_CHARACTERS) return brokenFile(1);
  const all = instructionsOf(text.replace(/^\uFEFF/, '').split(/\r?\n/));
  const first = all.find(({ keyword }) => keyword !== 'ARG');
  if (first?.keyword !== 'FROM') return brokenFile(first?.line ?? 1);
  const wrong = all.find(({ keyword, given }) => !KEYWORDS.has(keyword) || given === '');
  if (wrong) return brokenFile(wrong.line);
  const of = (keyword: string) => all.filter((each) => each.keyword === keyword);
  const keywords = [...new Set(all.map(({ keyword }) => keyword))];
  return {
    brokenLine: null,
    value: Object.fromEntries(keywords.map((keyword) => [keyword, of(keyword).map(({ given }) => given)])),
    steps: all.map(({ keyword, given, line }) => ({ text: `${keyword} ${given}`, line })),
    lineOf: ([keyword = '', place = '0']) => of(keyword)[Number(place)]?.line ?? null,
  };
};

/** Comments and blank lines, which are left out between the lines of an instruction, too. */
const saysNothing = (line = ''): boolean => /^\s*(?:#|$)/.test(line);

function instructionsOf(lines: readonly string[]): Instruction[] {
  const goesOn = goesOnIn(lines);
  const all: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    if (saysNothing(lines[at])) {
      at++;
      continue;
    }
    const line = at + 1;
    let words = '';
    for (let isOpen = true; isOpen && at < lines.length; at++) {
      const each = lines[at] ?? '';
      if (saysNothing(each)) continue;
      isOpen = goesOn.test(each);
      words += `${each.replace(goesOn, '')} `;
    }
    const [, keyword = '', rest = ''] = /^\s*(\S+)(.*)$/s.exec(words) ?? [];
    let given = rest;
    if (/^(?:run|copy|add)$/i.test(keyword)) {
      for (const [, dash, , name] of rest.matchAll(HEREDOC)) {
        const isEnd = (each: string) => (dash ? each.replace(/^\t+/, '') : each) === name;
        const end = lines.findIndex((each, index) => index >= at && isEnd(each));
        const next = end < 0 ? lines.length : end + 1;
        given += ` ${lines.slice(at, next).join(' ')}`;
        at = next;
      }
    }
    all.push({ keyword: keyword.toUpperCase(), given: given.replace(/\s+/g, ' ').trim(), line });
  }
  return all;
}

/** `RUN <<EOF`, `COPY <<-"END" /app/` */
const HEREDOC = /<<(-?)(["']?)([A-Za-z_]\w*)\2/g;

/** What a line ends in that goes on: a backslash, unless `# escape=` at the top names a backtick. */
function goesOnIn(lines: readonly string[]): RegExp {
  for (const line of lines) {
    const [, name, sign] = /^#\s*(\w+)\s*=\s*(\S*)\s*$/.exec(line) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === 'escape' && sign === '`') return /`[ \t]*$/;
  }
  return /\\[ \t]*$/;
}
