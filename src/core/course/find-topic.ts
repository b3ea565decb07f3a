/** Which file a link means: `docker` is docker/README.md, or else docker.md. */

import type { Topic } from '../model/topic.ts';

/** The file itself, or the page of the folder it names; null for no note. NFC names match NFD files. */
export function findTopic(target: string, topics: ReadonlyMap<string, Topic>): string | null {
  const folder = target === '' ? '' : `${target}/`;
  const candidates = [
    target,
    `${folder}README.md`,
    `${folder}readme.md`,
    `${folder}index.md`,
    `${target}.md`,
  ];
  return candidates.find((file) => topics.has(file)) ?? null;
}
