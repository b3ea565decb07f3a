/** Long work cut into slices: a generator that stops now and then, run at once or with pauses that the caller gives. */

/** Work that yields after a few milliseconds' worth and returns its result. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Runs to the end at once. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Runs with a pause between slices; what `pause` does (and whether it waits at all) is the caller's. */
export async function inSlices<T>(work: Slices<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
  }
}

/** Counts steps and is true at each `SLICE`th: when to yield. */
export function counter(): (steps?: number) => boolean {
  let count = 0;
  return (steps = 1) => {
    count += steps;
    if (count < SLICE) return false;
    count = 0;
    return true;
  };
}

/** Events: about 2 ms on a laptop, 10 ms on a slow phone. */
const SLICE = 500;
