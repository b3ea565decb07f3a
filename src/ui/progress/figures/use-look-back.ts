/** What the record tells of the past: at once for a small one, worked out in slices for a large one. */

import { useEffect, useMemo, useState } from 'react';
import { type LookBack, lookingBack } from '../../../core/memory/look-back.ts';
import { inSlices } from '../../../core/memory/slices.ts';
import type { State } from '../../../core/memory/state.ts';
import type { ItemId } from '../../../core/model/event.ts';
import { breathing } from '../../../store/breathing.ts';

/** While a large record is looked at, what was seen before; null the first time. `items` as in `lookingBack`. */
export function useLookBack(state: State, items: readonly ItemId[]): LookBack | null {
  const [seen, setSeen] = useState<LookBack | null>(null);
  const { work, first } = useMemo(() => {
    const begun = lookingBack(state, items);
    return { work: begun, first: begun.next() };
  }, [state, items]);

  useEffect(() => {
    if (first.done) {
      setSeen(first.value);
      return;
    }
    let isCurrent = true;
    const breathe = breathing();
    const pause = async () => {
      await breathe();
      // Something has been answered meanwhile, or the page left: this look ends here.
      if (!isCurrent) await new Promise(() => undefined);
    };
    void inSlices(work, pause).then((done) => isCurrent && setSeen(done));
    return () => {
      isCurrent = false;
    };
  }, [work, first]);

  return first.done ? first.value : seen;
}
