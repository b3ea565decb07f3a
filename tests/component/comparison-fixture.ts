/** Comparisons for tests, from rows of plain text; an empty cell is empty on purpose. */

import { escapeHtml } from '../../src/core/model/html.ts';
import type { ComparisonBlock } from '../../src/core/model/topic.ts';
import { columnsKey } from '../../src/ui/comparison/view.ts';

export function comparisonOf(id: string, columns: string[], rows: Record<string, string[]>): ComparisonBlock {
  return {
    kind: 'comparison',
    id,
    columns: columns.map((text, at) => ({ head: escapeHtml(text), text, target: null, line: 1, column: at })),
    rows: Object.entries(rows).map(([name, cells], at) => ({
      name,
      aliases: [],
      line: at + 3,
      cells: cells.map((text, column) => ({
        origin: text === '' ? 'none' : 'typed',
        html: escapeHtml(text),
        text,
        source: null,
        line: at + 3,
        column,
      })),
    })),
    line: 1,
  };
}

export const tools = comparisonOf('tools', ['conda', 'Virtualenv', 'Pipenv'], {
  정의: ['패키지 관리 시스템', '가상환경 도구', '둘을 합친 도구'],
  플랫폼: ['Linux, macOS에서 작동', 'Linux, macOS', 'Linux macOS'],
  라이선스: ['무료', '무료', '무료.'],
  보안: ['', '', '해시'],
});

export const toolsKey = columnsKey('tools', 1);
