/**
 * Components whose code is loaded later. `lazyPart` is prerendered and hydrated where it stands, below a Suspense boundary; `late`
 * shows nothing until its code is here.
 */

import { type ComponentType, lazy, type ReactNode, useEffect, useState } from 'react';
import { create } from 'zustand';

/** What prerendering has to load before it begins; grows while the parts themselves are loaded. */
const parts = new Set<() => Promise<unknown>>();

export async function loadAllParts(): Promise<void> {
  for (const load of parts) await load();
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
  const loadUntilHere = async () => {
    for (;;) {
      try {
        loaded = await load();
        useHasFailed.setState(false);
        return loaded;
      } catch (error) {
        if (throwsOnFailure) throw error;
        useHasFailed.setState(true);
        await nextChance();
      }
    }
  };
  const loadOnce = () => {
    loading ??= loadUntilHere().catch((error) => {
      loading = null;
      Lazy = makeLazy();
      throw error;
    });
    return loading;
  };
  const makeLazy = () => lazy(async () => ({ default: await loadOnce() }));
  let Lazy = makeLazy();
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

/** When the network is back, or the reader turns to something on the page. */
function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    // While capturing: React stops events on what it has not hydrated yet.
    for (const type of ['online', 'focusin'])
      addEventListener(type, () => resolve(), { once: true, capture: true });
  });
}
