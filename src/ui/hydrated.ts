/** Whether the page has been taken over by scripts; false while prerendering and in the first client render. */

import { useSyncExternalStore } from 'react';

const never = () => () => {};

export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
