import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import type { NoticeBlock } from '../../../src/core/model/topic.ts';
import { lines, read, shapeOf, told } from './notation.ts';

const notice = (...body: string[]): NoticeBlock =>
  read(`# 제목\n\n${body.map((line) => `> ${line}`).join('\n')}`).value.blocks[0] as NoticeBlock;
const toldOf = (...body: string[]): string[] =>
  told(`# 제목\n\n${body.map((line) => `> ${line}`).join('\n')}`);

describe('alerts', () => {
  test('have the tone of their mark, in any case, and blocks of their own', () => {
    expect(shapeOf('> [!warning]\n> 조심\n>\n> 1. 가\n> - a\n>\n> ```sh\n> ls\n> ```')).toBe(
      lines('warning', '  prose p: 조심', '  label', '    가 |', '      | a', '  code sh: ls'),
    );
  });

  test('have words beside the mark, or a mark of another tool, which GitHub does not read', () => {
    expect(shapeOf('> [!NOTE] 말')).toBe('note\n  prose p: 말');
    expect(shapeOf('> [!note]- 말')).toBe('note\n  prose p: 말');
    expect(shapeOf('> [!DANGER]\n> 말')).toBe('caution\n  prose p: 말');
    expect(shapeOf('> [!주의]\n> 말')).toBe('warning\n  prose p: 말');
    expect(told('> [!NOTE] 말\n\n> [!주의]\n> 말')).toEqual(
      expect.arrayContaining(['notice-mark 1:3', 'notice-mark 3:3']),
    );
  });

  test('stay quotes where the mark is none', () => {
    expect(shapeOf('> [!MEMO]\n> 말')).toBe('prose blockquote: [!MEMO] 말');
    expect(shapeOf('> [참고] 말')).toBe('prose blockquote: [참고] 말');
    expect(told('# 제목\n\n> [참고] 말')).toEqual([]);
  });

  test('may be empty', () => {
    expect(shapeOf('> [!TIP]')).toBe('tip');
  });
});

describe('a supplement', () => {
  test('names its source and the day it was checked', () => {
    const block = notice(
      '[!NOTE]',
      '**보충**',
      '이제 다르다.',
      '출처: [문서](https://a.example/x) · 확인 2026-11-23',
    );
    expect(block.supplement).toEqual({
      source: '<a href="https://a.example/x" rel="noopener noreferrer">문서</a>',
      checked: '2026-11-23',
    });
    expect(block.blocks).toMatchObject([{ kind: 'prose', html: '<p>이제 다르다.</p>\n' }]);
  });

  test('may keep its source in a paragraph of its own, after a list', () => {
    const block = notice('[!NOTE]', '**보충**', '', '- 용어: 설명', '', '출처: 책 · 확인 2024-02-29');
    expect(block.supplement).toEqual({ source: '책', checked: '2024-02-29' });
    expect(block.blocks).toMatchObject([{ kind: 'outline' }]);
  });

  test('is no supplement under another tone or another word', () => {
    expect(notice('[!TIP]', '**보충**', '말').supplement).toBeNull();
    expect(notice('[!NOTE]', '보충', '말').supplement).toBeNull();
    expect(notice('[!NOTE]', '**보충 설명**', '말').supplement).toBeNull();
  });

  test.each(['2023-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-5'])(
    'tells of the day %s',
    (day) => {
      const source = ['[!NOTE]', '**보충**', '말', `출처: [문서](https://a.example) · 확인 ${day}`];
      expect(notice(...source).supplement?.checked).toBeNull();
      expect(toldOf(...source)).toEqual(['supplement-date 6:3']);
    },
  );

  test('tells what is missing', () => {
    expect(toldOf('[!NOTE]', '**보충**', '말')).toEqual(['supplement-source-missing 4:3']);
    expect(toldOf('[!NOTE]', '**보충**', '말', '출처: 책')).toEqual(['supplement-date 6:3']);
    expect(toldOf('[!NOTE]', '**보충**')).toEqual(['supplement-source-missing 4:3']);
  });
});

test('a supplement was not checked on a day to come', () => {
  const source = '> [!NOTE]\n> **보충**\n>\n> 글.\n>\n> 출처: [x](https://a.b) · 확인 2027-01-02';
  const toldOn = (latestDay?: string) =>
    parse(source, { file: 'a.md', ...(latestDay && { latestDay }) }).diagnostics.map(
      ({ code, line }) => `${code} ${line}`,
    );
  expect(toldOn('2027-01-01')).toContain('supplement-date 6');
  expect(toldOn('2027-01-02')).not.toContain('supplement-date 6');
  expect(toldOn()).not.toContain('supplement-date 6');
});
