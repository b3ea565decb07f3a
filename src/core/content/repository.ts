/** Where the notes lie on their host: the course page's link 저장소 (or repository) leads to the folder. */

import type { Topic } from '../model/topic.ts';

const LABEL = /^(?:저장소|repository)$/i;
const HOSTS: [RegExp, (parts: string[]) => string][] = [
  // GitLab, also of one's own: /-/tree/main/content
  [
    /^(https:\/\/[^/]+\/.+?)\/-\/tree\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => `${base}/-/blob/${branch}${folder}`,
  ],
  // Forgejo, Gitea: /src/branch/main/content
  [
    /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/src\/branch\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => `${base}/src/branch/${branch}${folder}`,
  ],
  [
    /^(https:\/\/github\.com\/[^/]+\/[^/?#]+)\/tree\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => `${base}/blob/${branch}${folder}`,
  ],
  // A bare GitHub address: the notes are in content/ of the branch that is shown first.
  [/^(https:\/\/github\.com\/[^/]+\/[^/?#]+?)(?:\.git)?\/?$/, ([base]) => `${base}/blob/HEAD/content`],
];

/** The address of the folder's files, from the course page; null without a link to a host that is known. */
export function repositoryOf(root: Topic | null): string | null {
  const link = root?.links.find(({ label }) => label !== undefined && LABEL.test(label));
  for (const [pattern, address] of HOSTS) {
    const parts = pattern.exec(link?.href ?? '');
    if (parts) return address(parts.slice(1).map((part = '') => part)).replace(/\/+$/, '');
  }
  return null;
}

/** A file as its source on the host, at a line. */
export const sourceAddress = (repository: string, file: string, line: number): string =>
  `${repository}/${file.split('/').map(encodeURIComponent).join('/')}?plain=1#L${line}`;
