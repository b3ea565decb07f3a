/** Fetches the study index, once, when something needs it. */

import type { StudyIndex } from '../../core/model/study.ts';
import { fetchJson } from '../network.ts';
import { basePath } from '../site.ts';

const FORMAT = 1;
let index: Promise<StudyIndex> | null = null;

/** Rejects while there is no network; the next call tries again. */
export function loadStudyIndex(): Promise<StudyIndex> {
  index ??= fetchIndex().catch((cause: unknown) => {
    index = null;
    throw cause;
  });
  return index;
}

/** After an edit of the notes. */
export function forgetStudyIndex(): void {
  index = null;
}

async function fetchIndex(): Promise<StudyIndex> {
  const address = `${basePath()}/course/study.json`;
  const fetched = await fetchJson<StudyIndex>(address);
  if (fetched?.format !== FORMAT || !Array.isArray(fetched.topics))
    throw new Error(`${address}: format ${fetched?.format}`);
  return fetched;
}
