/** Work in time: cut into slices, so that the page can answer in between; given up when it takes too long; tried again later. */

/** The longest slice. */
const BUDGET_MILLIS = 8;
/** With nothing coming from the network for so long, it is given up. */
const PATIENCE_MILLIS = 15_000;

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

/** Rejects with a TimeoutError when `work` has not settled after so long: some requests are never answered. */
export function inTime<T>(work: Promise<T>, millis = PATIENCE_MILLIS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), millis);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Resolves when the network is back, or after so long: a public network that was just logged in to says nothing of it. */
export function nextTry(millis: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, millis);
    addEventListener('online', go);
  });
}
