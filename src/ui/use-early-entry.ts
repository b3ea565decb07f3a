/** What was chosen or typed in prerendered fields before their code came: React leaves it there and does not know of it. */

import { type RefObject, useEffect } from 'react';

/**
 * Tells once, on arrival, the values of the fields in a box, in their order and of radio buttons the chosen one's, unless
 * they are the values `shown`.
 */
export function useEarlyEntry(
  box: RefObject<HTMLElement | null>,
  shown: readonly (string | number)[],
  adopt: (...values: string[]) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was there on arrival
  useEffect(() => {
    const fields = box.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'select, input:not([type="radio"]), input:checked',
    );
    const values = Array.from(fields ?? [], (field) => field.value);
    if (values.some((value, at) => value !== String(shown[at]))) adopt(...values);
  }, []);
}
