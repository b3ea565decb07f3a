/** What follows a frame later: never drawn before the frame it waits for, and only the last of several. */

import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAfterPaint } from '../../src/ui/lazy.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const drawn: string[] = [];

function Later({ value, first = value }: { value: string; first?: string }) {
  const seen = useAfterPaint(value, first);
  drawn.push(seen);
  return <output>{seen}</output>;
}

const shown = () => screen.getByRole('status').textContent;
const frame = () => act(() => vi.advanceTimersToNextFrame());
/** The task after the frame, and what it sets going. */
const settle = () => act(() => vi.runAllTimers());

test('the value before stays for the frame, whatever else there is time for', async () => {
  const { rerender } = render(<Later value="1.1" />);
  rerender(<Later value="1.2" />);
  await act(() => vi.advanceTimersByTime(1));
  expect(shown()).toBe('1.1');
  frame();
  settle();
  expect(shown()).toBe('1.2');
});

test('one who goes on at once never sees what lay between', () => {
  drawn.length = 0;
  const { rerender } = render(<Later value="1.1" />);
  rerender(<Later value="1.2" />);
  rerender(<Later value="1.3" />);
  frame();
  settle();
  expect(shown()).toBe('1.3');
  expect(drawn).not.toContain('1.2');
});

test('the first frame may show something else', () => {
  render(<Later value="다" first="일부" />);
  expect(shown()).toBe('일부');
  frame();
  settle();
  expect(shown()).toBe('다');
});
