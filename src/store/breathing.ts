/** Long work lets the page go first. */

/** What the page may be held up for at once. */
const BUDGET_MILLIS = 8;

/** Pauses, once the work since the last pause has taken its time; for `inSlices`. */
export function breathing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BUDGET_MILLIS) return;
    await pause();
    since = performance.now();
  };
}

/** Where the browser cannot be asked to go first, a timer does it, which comes back later. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};
