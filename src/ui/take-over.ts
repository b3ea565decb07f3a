/**
 * Tells React what was chosen or typed in prerendered fields before it hydrated them. The values stay in the page but React does not
 * know of them, so the events that it missed are sent again.
 */

import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { storedValue } from '../store/stored-value.ts';

/** A ref for the element around fields: once hydrated, what was entered in them is told to React. */
export function useTakeOver<T extends Element>(): RefObject<T | null> {
  const box = useRef<T>(null);
  const isTaken = useRef(false);
  useLayoutEffect(() => {
    if (!box.current || isTaken.current) return;
    isTaken.current = true;
    const entries = entriesIn(box.current);
    // Within a commit React would put the fields back before it has heard of them.
    queueMicrotask(() => entries.forEach(tell));
  }, []);
  return box;
}

/** React's own note of a field's last value; against it an event that changes nothing is old news. */
type Field = (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement) & {
  _valueTracker?: { setValue(value: string): void };
};

interface FieldValue {
  field: Field;
  value: string;
  isChecked: boolean;
}

/** The fields that hold something else than the page was made with; of radio buttons the chosen one. */
function entriesIn(box: Element): FieldValue[] {
  return [...box.querySelectorAll<Field>('input, select, textarea')].filter(isEntered).map((field) => ({
    field,
    value: field.value,
    isChecked: isToggle(field) && field.checked,
  }));
}

type Toggle = Field & HTMLInputElement & { type: 'radio' | 'checkbox' };

const isToggle = (field: Field): field is Toggle => field.type === 'radio' || field.type === 'checkbox';

function isEntered(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    return field.querySelector<HTMLOptionElement>('option[selected]')?.selected === false;
  }
  if (!isToggle(field)) return field.value !== field.defaultValue;
  return field.checked !== field.defaultChecked && (field.checked || field.type === 'checkbox');
}

/** Sets the value once more, since an earlier event may have made React reset its neighbours, and sends the event. */
function tell({ field, value, isChecked }: FieldValue): void {
  if (isToggle(field)) {
    if (field.checked !== isChecked) field.checked = isChecked;
    field._valueTracker?.setValue(String(!isChecked));
    // No MouseEvent: that would toggle it.
    field.dispatchEvent(new Event('click', { bubbles: true }));
    return;
  }
  // Not without need: it would move the caret and break off a syllable being composed.
  if (field.value !== value) field.value = value;
  if (!(field instanceof HTMLSelectElement)) field._valueTracker?.setValue(field.defaultValue);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/** The fields of each question by its id: what is written in them, and whether they are checked. */
const entered = storedValue(
  'study.entered',
  v.record(v.string(), v.array(v.tuple([v.string(), v.boolean()]))),
  { area: 'session' },
);
/** The questions that React has not hydrated: only these have their key folded beside them. */
const PRERENDERED = 'li:has(> .question-key) > [id^="q:"]';

const inputsIn = (question: Element) => [
  ...question.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
];

/**
 * A question whose code never came has no unsent answer: what is entered in it stays over a reload of the tab, which a new
 * version may need. Called before the page is hydrated.
 */
export function keepEnteredOverReload(): void {
  for (const [id, fields] of Object.entries(entered.read() ?? {})) {
    const inputs = inputsIn(document.getElementById(id) ?? document.createElement('p'));
    if (inputs.length !== fields.length) continue;
    for (const [at, [value, isChecked]] of fields.entries()) {
      const input = inputs[at];
      if (!input) continue;
      if (isToggle(input)) input.checked = isChecked;
      else input.value = value;
    }
  }
  entered.write(null);
  addEventListener('pagehide', () => {
    const questions = [...document.querySelectorAll(PRERENDERED)].filter(
      (question) => entriesIn(question).length > 0,
    );
    if (questions.length === 0) return;
    entered.write(
      Object.fromEntries(
        questions.map((question) => [
          question.id,
          inputsIn(question).map((input): [string, boolean] => [
            input.value,
            isToggle(input) && input.checked,
          ]),
        ]),
      ),
    );
  });
}

const never = () => () => {};

/** Whether React has hydrated this place; false while prerendering and in the first client render. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
