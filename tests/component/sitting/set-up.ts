/** What tests of sittings begin with, imported first: storage, a clock that stands, a course without a network, a new visit each. */

import 'fake-indexeddb/auto';
import { beforeEach, vi } from 'vitest';
import { loadPage } from '../../../src/store/pages.ts';
import { pageOf, startVisit } from './course.ts';

vi.mock('../../../src/store/study/study-day.ts', async () => {
  const { clock } = await import('./course.ts');
  return { dayAt: () => clock.today, followDay: () => () => undefined };
});
vi.mock('../../../src/store/study/study-index.ts', async () => {
  const { index } = await import('./course.ts');
  return { loadStudyIndex: async () => index, forgetStudyIndex: () => undefined };
});
vi.mock('../../../src/store/pages.ts', async (original) => ({
  ...(await original<typeof import('../../../src/store/pages.ts')>()),
  prefetchPage: vi.fn(),
  loadTree: async () => [],
  loadPage: vi.fn(),
}));

beforeEach(async () => {
  vi.mocked(loadPage).mockImplementation(pageOf);
  await startVisit();
});
