/** Where the frame speaks of versions and of the network: parts of a chunk that comes last of all, nothing until then. */

import { type ComponentType, createContext, startTransition, useEffect, useState } from 'react';
import type { PageData } from '../../core/model/course.ts';

/** After the page has loaded, so that it competes with nothing the reader waits for. */
const WAIT_MILLIS = 2_000;

export interface VersionParts {
  /** In the footer: what of the notes this is, and whether it can be read without a network. */
  FootState: ComponentType<{ page: PageData | null }>;
  /** In the top bar while there is no network. */
  OfflineTag: ComponentType;
  UpdateNotice: ComponentType;
  /** On the course map: what changed in the notes since the learner saw them. */
  ChangedNotes: ComponentType<{ page: PageData }>;
  /** In a row of the contents. */
  NoteMark: ComponentType<{ path: string }>;
}

export const VersionPartsContext = createContext<VersionParts | null>(null);

let loaded: VersionParts | null = null;

export function useVersionParts(): VersionParts | null {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    if (loaded) return;
    let timer: ReturnType<typeof setTimeout>;
    const load = () => {
      import('../version/version-parts.tsx')
        .then(({ versionParts, startVersion }) => {
          loaded = versionParts;
          startVersion();
          startTransition(() => setParts(versionParts));
        })
        .catch(() => undefined);
    };
    const wait = () => {
      timer = setTimeout(load, WAIT_MILLIS);
    };
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
    return () => {
      removeEventListener('load', wait);
      clearTimeout(timer);
    };
  }, []);
  return parts;
}
