/** The keys of a question while the focus is in it: digits choose, H shows a hint, Enter submits and goes on, with Ctrl from a long text. */

import type { KeyboardEvent } from 'react';

export interface KeyActions {
  /** Enter, or Shift and Enter for 「헷갈려요」. */
  onEnter: (isUnsure: boolean) => void;
  onHint?: (() => void) | undefined;
}

/** Whether a key belongs to an input method that is putting a syllable together. Safari says so by 229 only. */
const isComposing = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || keyCode === 229;

export function onQuestionKey(event: KeyboardEvent<HTMLElement>, { onEnter, onHint }: KeyActions): void {
  const { altKey, ctrlKey, metaKey, key, code, target } = event;
  if (altKey || isComposing(event) || !(target instanceof HTMLElement)) return;
  // In a long text Enter begins a line.
  if (key === 'Enter' && (ctrlKey || metaKey) && target.matches('textarea') && !event.repeat) {
    event.preventDefault();
    onEnter(event.shiftKey);
  }
  if (ctrlKey || metaKey) return;
  const isTyping = target.matches('input[type=text], textarea');
  // By its place: with the Korean layout on, the same key says ㅗ.
  if (code === 'KeyH' && !isTyping && !event.repeat) onHint?.();
  if (/^[1-9]$/.test(key) && !isTyping) {
    // From outside of a grid, as from the heading where a sitting begins: its first row that is still open.
    const area =
      target.closest('[data-row]') ??
      event.currentTarget.querySelector('.options, .true-false, [data-row][data-open]');
    const input = area?.querySelector<HTMLInputElement>(`input[data-digit="${key}"]:not(:disabled)`);
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.click();
    if (area?.matches('[data-row]')) focusRow(area.nextElementSibling);
  }
  // Buttons, links, folds and long texts have an Enter of their own.
  if (key !== 'Enter' || target.closest('button, a, summary, textarea')) return;
  event.preventDefault();
  // A key that is held down would send the answer and go on past its verdict.
  if (event.repeat) return;
  const next = isTyping && !event.shiftKey ? nextEmpty(event.currentTarget) : null;
  if (next) next.focus();
  else onEnter(event.shiftKey);
}

/** To the first row or blank that is still open (`data-open`), or to where the answering begins. */
export function goToOpen(card: HTMLElement): void {
  const open = card.querySelector<HTMLElement>('[data-open]') ?? card;
  const field = open.matches('input, textarea')
    ? open
    : open.querySelector<HTMLElement>(
        'input:not(:disabled), textarea:not(:disabled), .move-buttons button:not(:disabled)',
      );
  field?.focus({ preventScroll: true });
  (open === card ? field : open)?.scrollIntoView({ block: 'center' });
}

/** A marked row hands the focus on to the next one, if that is still open. */
function focusRow(row: Element | null | undefined): void {
  if (row?.querySelector('input:checked')) return;
  row?.querySelector<HTMLInputElement>('input')?.focus();
}

/** The first blank that is still empty; null when all are filled. */
const nextEmpty = (card: HTMLElement): HTMLInputElement | null =>
  [...card.querySelectorAll<HTMLInputElement>('input.text-answer')].find(
    (input) => input.value.trim() === '',
  ) ?? null;
