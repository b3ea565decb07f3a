/** Takes the bars of the app away while something is answered that wants the whole screen. */

import { useLayoutEffect } from 'react';

export function useFocusMode(): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.sitting = '';
    return () => {
      delete root.dataset.sitting;
    };
  }, []);
}
