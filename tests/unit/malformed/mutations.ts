/** Ways to spoil a good file, each with what the author has to be told and where. Long because it is a list: one entry a slip. */

import type { DiagnosticCode } from '../../../src/core/model/diagnostic.ts';

/** A spoilt source and the place, counted from 1, that the diagnostic has to name. */
export interface Spoilt {
  source: string;
  line: number;
  column: number;
}

export interface Mutation {
  name: string;
  code: DiagnosticCode;
  /** Whether a fix has to be offered. */
  isMendable: boolean;
  /** Every way to spoil a file by it. */
  spoil: (source: string) => Spoilt[];
}

/** Spoils each line for which `change` gives other text; the place is on that line unless `at` says otherwise. */
function byLine(
  change: (line: string, lines: string[], index: number) => string | null,
  column: number | ((line: string, before: string) => number) = 1,
  lineOffset = 0,
): Mutation['spoil'] {
  return (source) => {
    const lines = source.split('\n');
    const code = codeLines(lines);
    return lines.flatMap((line, index): Spoilt[] => {
      const changed = code.has(index) ? null : change(line, lines, index);
      if (changed === null) return [];
      const text = [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n');
      const at = typeof column === 'number' ? column : column(changed, line);
      return [{ source: text, line: index + 1 + lineOffset, column: at }];
    });
  };
}

/** Lines within fences, and their fences. */
function codeLines(lines: string[]): Set<number> {
  const code = new Set<number>();
  let isOpen = false;
  lines.forEach((line, index) => {
    const isFence = /^[\s>]*(?:```|~~~)/.test(line);
    if (isFence || isOpen) code.add(index);
    if (isFence) isOpen = !isOpen;
  });
  return code;
}

/** Replaces in a line; null when there is nothing to replace. */
const swap = (pattern: RegExp, by: string) => (line: string) =>
  pattern.test(line) ? line.replace(pattern, by) : null;

/** A paragraph of its own: blank lines around, no other mark at its start. */
const isParagraph = (line: string, lines: string[], index: number): boolean =>
  /^[가-힣]/.test(line) && lines[index - 1] === '' && (lines[index + 1] ?? '') === '';

const isFirstWord = (line: string): boolean => /^- [가-힣]/.test(line);

const untitled = (source: string): string => source.replace(/^# .*\n+/, '');

/** The line of the first heading, where that becomes the title; 0 without one, of a quiz, or one of several below a text. */
function headingBelow(source: string): number {
  const lines = untitled(source).split('\n');
  const line = lines.findIndex((each) => /^#+ /.test(each));
  const [marks = ''] = lines[line]?.split(' ') ?? [];
  const hasOthers = lines.some((each, at) => at > line && each.startsWith(`${marks} `));
  const isOfQuiz = /^#+ (?:확인 문제|Q)/.test(lines[line] ?? '');
  return isOfQuiz || (line > 0 && hasOthers) ? 0 : line + 1;
}

export const MUTATIONS: Mutation[] = [
  {
    name: '# 제목을 지움',
    code: 'title-missing',
    isMendable: true,
    spoil: (source) => (headingBelow(source) ? [] : [{ source: untitled(source), line: 1, column: 1 }]),
  },
  {
    name: '# 제목을 지워 절의 제목이 첫 제목이 됨',
    code: 'title-level',
    isMendable: true,
    spoil: (source) => {
      const below = headingBelow(source);
      return below ? [{ source: untitled(source), line: below, column: 1 }] : [];
    },
  },
  {
    name: '절의 제목을 # 하나로 씀',
    code: 'title-repeated',
    isMendable: true,
    spoil: byLine((line) => (/^## (?!확인)/.test(line) ? line.slice(1) : null)),
  },
  {
    name: '제목의 단계를 건너뜀',
    code: 'heading-skips-level',
    isMendable: true,
    spoil: byLine((line) => (/^## (?!확인)/.test(line) ? `####${line}` : null)),
  },
  {
    name: '제목 표시를 전각으로 씀',
    code: 'mark-full-width',
    isMendable: true,
    spoil: byLine((line) => (/^## (?!확인)/.test(line) ? line.replace('##', '＃＃') : null)),
  },
  {
    name: '- 뒤의 한 칸을 빼먹음',
    code: 'list-marker',
    isMendable: true,
    spoil: byLine((line) => (isFirstWord(line) ? line.replace('- ', '-') : null)),
  },
  {
    name: '- 대신 • 를 씀',
    code: 'list-marker',
    isMendable: true,
    spoil: byLine((line) => (isFirstWord(line) ? line.replace('- ', '• ') : null)),
  },
  {
    name: '- 대신 전각 － 를 씀',
    code: 'list-marker',
    isMendable: true,
    spoil: byLine((line) => (isFirstWord(line) ? line.replace('- ', '－ ') : null)),
  },
  {
    name: '1. 대신 ① 을 씀',
    code: 'list-marker',
    isMendable: true,
    spoil: byLine((line) => (/^1\. [가-힣]/.test(line) ? line.replace('1. ', '① ') : null)),
  },
  {
    name: '글 바로 아래에 2. 로 시작하는 목록을 씀',
    code: 'list-swallowed',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line}\n2. 둘째` : null),
      1,
      1,
    ),
  },
  {
    name: '글 바로 아래에 구분선을 씀',
    code: 'heading-by-underline',
    isMendable: false,
    spoil: byLine((line, lines, index) => (isParagraph(line, lines, index) ? `${line}\n---` : null)),
  },
  {
    name: '문단 끝에 \\ 를 남김',
    code: 'backslash-stray',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line}\\` : null),
      (line) => line.length,
    ),
  },
  {
    name: '탭으로 들여 씀',
    code: 'indent-by-tab',
    isMendable: true,
    spoil: byLine(swap(/^ {2,4}(?=- )/, '\t'), (line) => line.indexOf('\t') + 1),
  },
  {
    name: '굵은 글씨 안에 괄호를 씀',
    code: 'emphasis-on-github',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} **도커(Docker)**는 도구다.` : null),
      (line) => line.indexOf('**도커(Docker)**') + 1,
    ),
  },
  {
    name: '범위를 ~ 로 두 번 씀',
    code: 'strike-on-github',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} 3~5개와 10~20개` : null),
      (line) => line.indexOf('3~5') + 2,
    ),
  },
  {
    name: '낱자모를 남김',
    code: 'jamo-stray',
    isMendable: false,
    spoil: byLine((line) => (/^- [가-힣]{3}/.test(line) ? `${line.slice(0, 4)}ㄹ${line.slice(4)}` : null), 5),
  },
  {
    name: '쓸 수 없는 태그를 씀',
    code: 'html-dropped',
    isMendable: false,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} <big>주의</big>` : null),
      (line) => line.indexOf('<big') + 1,
    ),
  },
  {
    name: '꺾쇠로 자리를 나타냄',
    code: 'html-shown-as-text',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} docker run <image>` : null),
      (line) => line.indexOf('<image') + 1,
    ),
  },
  {
    name: '주석을 닫지 않음',
    code: 'comment-unclosed',
    isMendable: false,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} <!-- 나중에` : null),
      (line) => line.indexOf('<!-- 나중에') + 1,
    ),
  },
  {
    name: '링크의 파일 이름을 틀림',
    code: 'link-broken',
    isMendable: true,
    spoil: byLine(
      (line) =>
        /^(?!\||\s*- \[).*(?<!!)\[[^\]]*\]\([\w/.-]{3,}\.md/.test(line)
          ? line.replace(/(\]\([\w/.-]*)([\w-])\.md/, '$1$2x.md')
          : null,
      (line) => linkColumn(line, /x\.md/),
    ),
  },
  {
    name: '옮긴 파일을 옛 폴더로 링크함',
    code: 'link-broken',
    isMendable: true,
    spoil: byLine(
      (line) =>
        /^(?!\|).*(?<!!)\[[^\]]*\]\((?:\.\.\/)?[\w-]+\/(?!README)[\w-]+\.md/.test(line) &&
        !line.includes('- [')
          ? line.replace(/(\]\((?:\.\.\/)?)[\w-]+\//, '$1old/')
          : null,
      (line) => linkColumn(line, /old\//),
    ),
  },
  {
    name: '차례에서 파일 이름을 틀림',
    code: 'file-missing',
    isMendable: true,
    spoil: byLine(
      (line) =>
        /^\s*- \[[^\]]+\]\([\w-]+\/[\w-]+\.md\)$/.test(line) && !line.includes('README')
          ? line.replace('.md', 'z.md')
          : null,
      (line) => line.indexOf('[') + 1,
    ),
  },
  {
    name: '링크의 절 이름을 틀림',
    code: 'link-anchor-broken',
    isMendable: true,
    spoil: byLine(
      (line) =>
        /^(?!\|)[^#]*\]\([\w/.-]*#[^)]{3,}\)/.test(line) && !/\]\(http[^)]*#/.test(line)
          ? line.replace(/(\]\([\w/.-]*#[^)]+)\)/, '$1ㅇ)')
          : null,
      (line) => linkColumn(line, /ㅇ\)/),
    ),
  },
  {
    name: '글 사이에 없는 그림을 넣음',
    code: 'image-missing',
    isMendable: false,
    spoil: byLine(
      (line, lines, index) => (isParagraph(line, lines, index) ? `${line} ![구조](images/none.png)` : null),
      (line) => line.indexOf('![구조]') + 1,
    ),
  },
  {
    name: '링크의 괄호를 전각으로 씀',
    code: 'mark-full-width',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) =>
        isParagraph(line, lines, index) ? `${line} ［문서］（https://example.org/a）` : null,
      (line) => line.indexOf('［') + 1,
    ),
  },
  {
    name: '보충의 출처를 지움',
    code: 'supplement-source-missing',
    isMendable: false,
    spoil: (source) => {
      const lines = source.split('\n');
      return lines.flatMap((line, index): Spoilt[] => {
        if (!line.startsWith('> 출처: [') || !line.includes('· 확인')) return [];
        const rest = [...lines.slice(0, index - 1), ...lines.slice(index + 1)];
        const head = rest.slice(0, index - 1).lastIndexOf('> **보충**');
        return head < 0 ? [] : [{ source: rest.join('\n'), line: head + 1, column: 3 }];
      });
    },
  },
  {
    name: '확인한 날짜를 점으로 씀',
    code: 'supplement-date',
    isMendable: true,
    spoil: byLine((line) => (line.startsWith('> 출처: [') ? replaceDate(line, '2026.11.3') : null), 3),
  },
  {
    name: '확인한 날짜가 달력에 없음',
    code: 'supplement-date',
    isMendable: false,
    spoil: byLine((line) => (line.startsWith('> 출처: [') ? replaceDate(line, '2026-13-40') : null), 3),
  },
  {
    name: '코드 블록을 닫지 않음',
    code: 'fence-unclosed',
    isMendable: false,
    spoil: (source) =>
      fences(source)
        .map(({ lines, open, close }) => ({
          source: [...lines.slice(0, close), ...lines.slice(close + 1)].join('\n'),
          line: open + 1,
          column: (lines[open] ?? '').indexOf('`') + 1,
        }))
        .slice(-1),
  },
  {
    name: '코드 블록을 짧게 닫음',
    code: 'fence-unclosed',
    isMendable: true,
    spoil: (source) =>
      fences(source)
        .map(({ lines, open, close }) => ({
          source: lines.with(close, (lines[close] ?? '').slice(0, -1)).join('\n'),
          line: open + 1,
          column: (lines[open] ?? '').indexOf('`') + 1,
        }))
        .slice(-1),
  },
  {
    name: '비교표의 아이디를 지움',
    code: 'comparison-id-missing',
    isMendable: true,
    spoil: (source) => {
      const lines = source.split('\n');
      return lines.flatMap((line, index): Spoilt[] =>
        line.startsWith('<!-- compare:')
          ? [
              {
                source: [...lines.slice(0, index), ...lines.slice(index + 1)].join('\n'),
                line: index + 2,
                column: 3,
              },
            ]
          : [],
      );
    },
  },
  {
    name: '비교표의 마지막 칸을 빼먹음',
    code: 'comparison-ragged',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) => (isComparisonRow(lines, index) ? line.replace(/\|[^|]*\|$/, '|') : null),
      3,
    ),
  },
  {
    name: '비교표의 코드 안에 | 를 씀',
    code: 'comparison-pipe',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) =>
        isComparisonRow(lines, index) ? line.replace(/\|[^|]*\|$/, '| `a | b` |') : null,
      3,
    ),
  },
  {
    name: '표 바로 아래에 글을 씀',
    code: 'comparison-text-row',
    isMendable: true,
    spoil: byLine(
      (line, lines, index) =>
        /^\|.*\|$/.test(line) && lines[index + 1] === '' ? `${line}\n표 아래의 글` : null,
      1,
      1,
    ),
  },
  {
    name: '비교표에 같은 행을 두 번 씀',
    code: 'comparison-row-repeated',
    isMendable: false,
    spoil: byLine(
      (line, lines, index) =>
        isComparisonRow(lines, index) && !/\| \|/.test(line) ? `${line}\n${line}` : null,
      3,
      1,
    ),
  },
];

const replaceDate = (line: string, date: string): string | null =>
  /\d{4}-\d{2}-\d{2}$/.test(line) ? line.replace(/\d{4}-\d{2}-\d{2}$/, date) : null;

/** Where the link stands whose address holds some words. */
function linkColumn(line: string, words: RegExp): number {
  const at = line.search(words);
  return line.lastIndexOf('[', line.lastIndexOf('](', at)) + 1;
}

/** A body row of a comparison: below its header and rule. */
function isComparisonRow(lines: string[], index: number): boolean {
  if (!/^\|.*\|$/.test(lines[index] ?? '')) return false;
  let top = index;
  while (/^\|/.test(lines[top - 1] ?? '')) top--;
  return index >= top + 2 && /^\| *비교 *\|/.test(lines[top] ?? '');
}

/** Fences of three backticks, also in quotes. */
function fences(source: string): { lines: string[]; open: number; close: number }[] {
  const lines = source.split('\n');
  const at = lines.flatMap((line, index) => (/^(?:> )?```/.test(line) ? [index] : []));
  return at.flatMap((open, index) => {
    const close = at[index + 1];
    return index % 2 === 0 && close !== undefined ? [{ lines, open, close }] : [];
  });
}
