/** When a page fails to draw, and what an author is told while writing. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { DiagnosticsStrip, sortForReading } from '../../src/ui/dev/diagnostics-strip.tsx';
import type { FixAnswer } from '../../src/ui/dev/editor.tsx';
import { ErrorBoundary } from '../../src/ui/shell/trouble.tsx';
import { renderAt } from './render.tsx';

vi.mock('../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../src/store/pages.ts')>()),
  loadTree: vi.fn(),
  prefetchPage: vi.fn(),
}));
afterEach(() => vi.restoreAllMocks());

function Fragile({ state }: { state: { isBroken: boolean } }) {
  if (state.isBroken) throw new Error('broken');
  return <h1>나은 페이지</h1>;
}

test('a page that fails to draw says what to do, and can be tried again', async () => {
  const user = userEvent.setup();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const state = { isBroken: true };
  renderAt(
    '/docker/',
    <ErrorBoundary>
      <Fragile state={state} />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('페이지를 보여 드리지 못했습니다');
  expect(screen.getByRole('link', { name: '차례로' }).getAttribute('href')).toBe('/');
  state.isBroken = false;
  await user.click(screen.getByRole('button', { name: '다시 시도' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('나은 페이지');
});

const diagnostics: Diagnostic[] = [
  {
    severity: 'warning',
    code: 'jamo-stray',
    message: '낱자가 섞인 낱말입니다.',
    file: 'conda.md',
    line: 26,
    column: 10,
  },
  {
    severity: 'error',
    code: 'link-broken',
    message: '이 파일이 없습니다.',
    file: 'docker/README.md',
    line: 3,
    column: 5,
    fix: { label: '`compose.md`로 바꾸기', edits: [] },
  },
];

test('the strip counts first, then lists errors before warnings and opens their places', async () => {
  const user = userEvent.setup();
  const onOpen = vi.fn();
  const onMend = vi.fn(async (): Promise<FixAnswer> => ({ isMended: false }));
  renderAt(
    '/',
    <DiagnosticsStrip
      diagnostics={diagnostics}
      openFile={null}
      toolsAddress="/author/"
      onOpen={onOpen}
      onMend={onMend}
    />,
  );
  const head = screen.getByRole('button', { name: /강사 진단.*오류 1.*주의 1/ });
  expect(screen.queryByRole('list')).toBeNull();
  await user.click(head);
  const places = screen.getAllByRole('button', { name: /:\d+:\d+$/ });
  expect(places.map((place) => place.textContent)).toEqual(['docker/README.md:3:5', 'conda.md:26:10']);
  await user.click(places[0] as HTMLElement);
  expect(onOpen).toHaveBeenCalledWith(diagnostics[1]);
  await user.click(screen.getByRole('button', { name: /^고치기: .*compose.md.*로 바꾸기$/ }));
  expect(onMend).toHaveBeenCalledWith(diagnostics[1]);
  // The file had changed meanwhile.
  const again = screen.getByRole('button', { name: '저장한 뒤 다시 누르세요' });
  // Something would be lost by it.
  onMend.mockResolvedValueOnce({ isMended: false, refusal: '고치면 문제가 없어집니다.' });
  await user.click(again);
  expect(screen.getByText('고치면 문제가 없어집니다.').role).toBe('status');
  expect(screen.getByRole('button', { name: /^고치기/ })).toHaveProperty('disabled', true);
});

test('messages of the open page come before those of others', () => {
  const warnings = diagnostics.map((one) => ({ ...one, severity: 'warning' as const }));
  expect(sortForReading(warnings, 'docker/README.md').map(({ file }) => file)).toEqual([
    'docker/README.md',
    'conda.md',
  ]);
});

test('of many of a kind the strip shows the first few, and all when asked', async () => {
  const user = userEvent.setup();
  const many = Array.from({ length: 30 }, (_, at) => ({
    ...(diagnostics[0] as Diagnostic),
    file: `note-${at % 3}.md`,
    line: at + 1,
  }));
  renderAt(
    '/',
    <DiagnosticsStrip
      diagnostics={many}
      openFile="note-2.md"
      toolsAddress="/author/"
      onOpen={() => {}}
      onMend={async () => ({ isMended: true })}
    />,
  );
  await user.click(screen.getByRole('button', { name: /강사 진단.*주의 30/ }));
  const places = () => screen.getAllByRole('button', { name: /:\d+:\d+$/ }).map((one) => one.textContent);
  expect(places()).toHaveLength(5);
  expect(places().every((place) => place?.startsWith('note-2.md'))).toBe(true);
  await user.click(screen.getByRole('button', { name: /외 25곳\(파일 3개\) 모두 보기$/ }));
  expect(places()).toHaveLength(30);
});

test('with nothing to say, the strip says so and leads to the tools', () => {
  renderAt(
    '/',
    <DiagnosticsStrip
      diagnostics={[]}
      openFile={null}
      toolsAddress="/author/"
      onOpen={() => {}}
      onMend={async () => ({ isMended: true })}
    />,
  );
  expect(screen.getByText('고칠 곳이 없습니다')).toBeDefined();
  expect(screen.getByRole('link', { name: '강사 도구' }).getAttribute('href')).toBe('/author/');
});
