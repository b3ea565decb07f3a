/** What a reader entered in the prerendered quiz before its code was there, and where the focus was. */

/** The fold of the key is only in the prerendered quiz. */
const FOCUSABLE = ':is(input, button, a[href], [tabindex]):not(.q-key *)';

export interface Entered {
  inputs: { at: number; isChecked: boolean; text: string }[];
  /** Index among all that can have it; -1 when the focus was elsewhere. */
  focus: number;
}

export function takeEntered(box: HTMLElement): Entered {
  const inputs = [...box.querySelectorAll('input')].map((input, at) => ({
    at,
    isChecked: input.checked,
    text: input.type === 'text' ? input.value : '',
    isChanged: input.checked !== input.defaultChecked || (input.type === 'text' && input.value !== ''),
  }));
  const focus = [...box.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement ?? document.body);
  return { inputs: inputs.filter(({ isChanged }) => isChanged), focus };
}

/** Enters it again as a reader would, so that it is taken as an answer. */
export function putEntered(box: HTMLElement, { inputs, focus }: Entered): void {
  for (const { at, isChecked, text } of inputs) {
    const input = box.querySelectorAll('input')[at];
    if (!input) continue;
    if (input.type !== 'text' && input.checked !== isChecked) input.click();
    if (input.type === 'text' && text !== '') {
      // React listens to the value's own setter.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  if (focus >= 0) box.querySelectorAll<HTMLElement>(FOCUSABLE)[focus]?.focus({ preventScroll: true });
}
