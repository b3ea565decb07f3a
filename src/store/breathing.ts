/** Cuts long work into slices, so that the page can answer in between. */

/** The longest slice. */
const BUDGET_MILLIS = 8;

/** Returns a function that pauses when a slice has taken its time; for `inSlices`. */
export function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BUDGET_MILLIS) return;
    await pause();
    since = performance.now();
  };
}

/** `scheduler.yield` where there is one; otherwise a timer, which takes longer to come back. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};
