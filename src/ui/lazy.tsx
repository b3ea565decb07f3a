/**
 * What is drawn later. `lazyPart` is prerendered and hydrated where it stands, below a Suspense boundary; `late` shows nothing until its
 * code is here; a value of `useAfterPaint` changes only after the next frame.
 */

import { type ComponentType, lazy, type ReactNode, startTransition, useEffect, useState } from 'react';
import { create } from 'zustand';
import { inTime } from '../store/timing.ts';
import { afterPaint } from './after-paint.ts';

/** What prerendering has to load before it begins; grows while the parts themselves are loaded. */
const parts = new Set<() => Promise<unknown>>();

export async function loadAllParts(): Promise<void> {
  for (const load of parts) await load();
}

/** For parts that have failed: React draws them again before it shows the error, and would ask for their code for ever. */
const renewals = new Set<() => void>();

/** Called when a boundary draws what has failed once more. */
export function renewFailedParts(): void {
  for (const renew of renewals) renew();
  renewals.clear();
}

type LazyPart<P extends object> = ComponentType<P> & {
  load: () => Promise<ComponentType<P>>;
  /** Whether its code failed to load; it is loaded again when the network is back. */
  useHasFailed: () => boolean;
};

interface LazyOptions {
  /** Code that does not come is an error for the boundary around, which can try again. */
  throwsOnFailure?: boolean;
}

/**
 * Once its code is here it is drawn with the rest of the page, without the fallback of its boundary. Code that does not
 * come is waited for and asked for again: until then the prerendered markup stays as it is.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { throwsOnFailure = false }: LazyOptions = {},
): LazyPart<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<ComponentType<P>> | null = null;
  const useHasFailed = create(() => false);
  const fail = () => useHasFailed.setState(true);
  const loadUntilHere = async () => {
    for (;;) {
      const coming = load();
      try {
        const soon = inTime(coming);
        if (!throwsOnFailure) soon.catch(fail);
        // A script that hangs cannot be asked for again.
        loaded = await (throwsOnFailure ? soon : coming);
        useHasFailed.setState(false);
        return loaded;
      } catch (error) {
        if (throwsOnFailure) throw error;
        fail();
        await nextChance();
      }
    }
  };
  const loadOnce = () => {
    loading ??= loadUntilHere().catch((error) => {
      loading = null;
      renewals.add(renew);
      throw error;
    });
    return loading;
  };
  const makeLazy = () => lazy(async () => ({ default: await loadOnce() }));
  let Lazy = makeLazy();
  const renew = () => {
    Lazy = makeLazy();
  };
  parts.add(loadOnce);
  function Part(props: P) {
    const [Loaded] = useState<ComponentType<P>>(() => loaded ?? Lazy);
    return <Loaded {...props} />;
  }
  return Object.assign(Part, { load: loadOnce, useHasFailed: () => useHasFailed() });
}

interface LateProps {
  /** Shown until the part is here. */
  fallback?: ReactNode;
}

/** `load` gives null where there is nothing to show; it is asked again when another such part appears. */
export function late<P extends object>(
  load: () => Promise<ComponentType<P> | null>,
): ComponentType<P & LateProps> {
  const useLoaded = create<{ Loaded: ComponentType<P> | null }>(() => ({ Loaded: null }));
  let isLoading = false;
  const loadOnce = async () => {
    if (isLoading || useLoaded.getState().Loaded) return;
    isLoading = true;
    // Without a network the page reads as it does without this part.
    const Loaded = await load().catch(() => null);
    isLoading = false;
    if (Loaded) useLoaded.setState({ Loaded });
  };
  return function Late(props: P & LateProps) {
    const { Loaded } = useLoaded();
    useEffect(() => void loadOnce(), []);
    return Loaded ? <Loaded {...props} /> : props.fallback;
  };
}

/** When the network is back, or the reader turns to something on the page, as to a button that says so. */
export function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    // While capturing: React stops events on what it has not hydrated yet.
    for (const type of ['online', 'focusin', 'click'])
      addEventListener(type, () => resolve(), { once: true, capture: true });
  });
}

/**
 * The value as it was in the frame before, and a frame later as it is; `first` instead of it on the first frame. Unlike a
 * deferred value, which React may begin to draw before that frame, it never holds the frame up.
 */
export function useAfterPaint<T>(value: T, first: T = value): T {
  const [seen, setSeen] = useState(first);
  useEffect(
    () => (seen === value ? undefined : afterPaint(() => startTransition(() => setSeen(value)))),
    [seen, value],
  );
  return seen;
}
