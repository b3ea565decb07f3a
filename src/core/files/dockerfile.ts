/** Reads a Dockerfile to be tested. The parser takes everything; what is no instruction ends in a line that is told. */

import { DockerfileParser } from 'dockerfile-ast';
import { Util } from 'dockerfile-ast/lib/util.js';
import { MOST_CHARACTERS, type ReadFile, type ReadText } from './file-test.ts';

// It asks for this with Node's Buffer, which no browser has.
Util.isUTF8BOM = (char) => char === '\uFEFF';

// Source: https://docs.docker.com/reference/dockerfile/
const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

export const readDockerfile: ReadText = (text) => {
  const broken = (line: number): ReadFile => ({
    brokenLine: line,
    value: null,
    steps: [],
    lineOf: () => null,
  });
  if (text.length > MOST_CHARACTERS) return broken(1);
  const steps = DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const keyword = instruction.getKeyword();
      const given = (instruction.getArgumentsContent() ?? '')
        .replace(/\\\r?\n/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { keyword, given, text: `${keyword} ${given}`, line: instruction.getRange().start.line + 1 };
    });
  const first = steps.find(({ keyword }) => keyword !== 'ARG');
  if (first?.keyword !== 'FROM') return broken(first?.line ?? 1);
  const wrong = steps.find(({ keyword, given }) => !KEYWORDS.has(keyword) || given === '');
  if (wrong) return broken(wrong.line);
  const of = (keyword: string) => steps.filter((step) => step.keyword === keyword);
  const keywords = [...new Set(steps.map(({ keyword }) => keyword))];
  return {
    brokenLine: null,
    value: Object.fromEntries(keywords.map((keyword) => [keyword, of(keyword).map(({ given }) => given)])),
    steps,
    lineOf: ([keyword = '', place = '0']) => of(keyword)[Number(place)]?.line ?? null,
  };
};
