/**
 * The repository of the notes on GitHub, GitLab or Forgejo: the link 저장소 (or repository) of the course page leads to its folder, or
 * `course.yaml` says where that is.
 */

import type { IssueForm } from '../model/course.ts';
import type { Topic } from '../model/topic.ts';

export interface Repository {
  /** Address of the folder of notes, to which a file's path is added. */
  files: string;
  /** The query that asks the host for a file's lines instead of its rendered text. */
  asSource: string;
  newIssue: IssueForm;
}

const LABEL = /^(?:저장소|repository)$/i;
const HOSTS: [RegExp, (parts: string[]) => Repository][] = [
  // GitLab, also of one's own: /-/tree/main/content
  [
    /^(https:\/\/[^/]+\/.+?)\/-\/tree\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => ({
      files: `${base}/-/blob/${branch}${folder}`,
      asSource: 'plain=1',
      newIssue: { href: `${base}/-/issues/new`, title: 'issue[title]', body: 'issue[description]' },
    }),
  ],
  // Forgejo, Gitea: /src/branch/main/content
  [
    /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/src\/branch\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => ({
      files: `${base}/src/branch/${branch}${folder}`,
      asSource: 'display=source',
      newIssue: titleAndBody(base),
    }),
  ],
  [
    /^(https:\/\/github\.com\/[^/]+\/[^/?#]+)\/tree\/([^/?#]+)(\/[^?#]*)?$/,
    ([base, branch, folder]) => ({
      files: `${base}/blob/${branch}${folder}`,
      asSource: 'plain=1',
      newIssue: titleAndBody(base),
    }),
  ],
  // A bare GitHub address: the notes are in content/ of the branch that is shown first.
  [
    /^(https:\/\/github\.com\/[^/]+\/[^/?#]+?)(?:\.git)?\/?$/,
    ([base]) => ({ files: `${base}/blob/HEAD/content`, asSource: 'plain=1', newIssue: titleAndBody(base) }),
  ],
];

const titleAndBody = (base = ''): IssueForm => ({ href: `${base}/issues/new`, title: 'title', body: 'body' });

/** The repository that the course page names; null without a link to a host that is known. */
export function repositoryOf(root: Topic | null): Repository | null {
  const link = root?.links.find(({ label }) => label !== undefined && LABEL.test(label));
  return repositoryAt(link?.href ?? '');
}

/** The repository of an address; null for a host that is not known. */
export function repositoryAt(address: string): Repository | null {
  for (const [pattern, read] of HOSTS) {
    const parts = pattern.exec(address);
    if (!parts) continue;
    const repository = read(parts.slice(1).map((part = '') => part));
    return { ...repository, files: repository.files.replace(/\/+$/, '') };
  }
  return null;
}

/** A file as its source on the host, up to the number of the line. */
export const sourceAddress = ({ files, asSource }: Repository, file: string): string =>
  `${files}/${file.split('/').map(encodeURIComponent).join('/')}?${asSource}#L`;
