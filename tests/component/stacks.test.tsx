/** The figure of layers: its words state the counts, and the number of applications can be chosen. */

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { StacksFigure } from '../../src/ui/comparison/stacks-figure.tsx';
import { renderAt } from './render.tsx';

test('draws and says one, two or three of each', async () => {
  const layers = [
    { text: '커널', kind: 'shared' as const },
    { text: '앱', kind: 'each' as const },
  ];
  const block = {
    kind: 'stacks' as const,
    title: '두 모습',
    stacks: [{ name: 'Container', layers }],
    line: 1,
  };
  const { container } = renderAt('/', <StacksFigure block={block} />);
  expect(screen.getByRole('figure', { name: '두 모습' })).toBeDefined();
  const picture = () => screen.getByRole('img').getAttribute('aria-label');
  expect(picture()).toBe('Container, 애플리케이션 3개. 하나뿐인 층: 커널(함께 씀). 3개씩 있는 층: 앱.');
  expect(container.querySelectorAll('[data-kind=each] > rect')).toHaveLength(3);
  await userEvent.click(screen.getByRole('radio', { name: '앱 1개' }));
  expect(picture()).toContain('애플리케이션 1개');
  expect(container.querySelectorAll('[data-kind=each] > rect')).toHaveLength(1);
  expect(container.querySelector('[style]')).toBeNull();
});
