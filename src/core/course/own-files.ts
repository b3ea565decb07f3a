/**
 * Other names of the notes: `https://github.com/me/notes/blob/main/docker/compose.md#설치`, by which GitHub knows them, and
 * `compose.html`, into which other tools turn them. Links by these names lead within the site. The repository is the one the course
 * page names, or one to whose files the notes link that lie here, too.
 */

import { isAddress } from '../content/markdown/links.ts';
import type { OwnFile } from '../content/source/context.ts';
import { folderOf, isMarkdown, resolveFile } from '../content/source/paths.ts';
import type { Topic } from '../model/topic.ts';
import { findTopic, rootPageOf } from './link-state.ts';
import { repositoryOf } from './repository.ts';

/** Where a file lies in a repository on GitHub. */
interface Address {
  owner: string;
  /** `me/notes`, in lower case. */
  repository: string;
  /** Decoded, with what follows the first `#`, which may be part of a name. */
  path: string;
}

const BLOB = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)\/(?:blob|tree|raw)\/([^/]+)\/(.+)$/i;
const RAW =
  /^https?:\/\/raw\.githubusercontent\.com\/([\w.-]+)\/([\w.-]+)\/(?:refs\/heads\/)?([^/]+)\/(.+)$/i;
/** What was there at one commit, and certain lines of a file, only GitHub shows. */
const COMMIT = /^[\da-f]{40}$/i;
const LINES = /#L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;

function addressOf(href: string): Address | null {
  const [, owner = '', name = '', branch = '', path = ''] = BLOB.exec(href) ?? RAW.exec(href) ?? [];
  if (path === '' || COMMIT.test(branch) || LINES.test(path)) return null;
  return {
    owner: owner.toLowerCase(),
    repository: `${owner}/${name}`.toLowerCase(),
    path: path.normalize('NFC'),
  };
}

/** What a course is asked for: its topics, the names of its other files, and which notes its list names; null where it has none. */
interface Files {
  topics: ReadonlyMap<string, Topic>;
  files: ReadonlySet<string>;
  listed: ReadonlySet<string> | null;
}

/** Finds a course's own notes and pictures by their other names. A draft has no page here, but is there on GitHub. */
export function ownFiles({ topics, files, listed }: Files): OwnFile {
  const folders = repositoriesOf(topics);
  return (href, kind, from) => {
    const page = kind === 'link' ? noteOfPage(href, from, { topics, files }) : null;
    if (page) return page;
    const address = addressOf(href);
    const folder = address && folders.get(address.repository);
    if (!address || folder === undefined || folder === null) return null;
    for (const { path, anchor } of readings(withoutFolder(address.path, folder))) {
      const file = kind === 'image' ? (files.has(path) ? path : null) : noteAt(path, topics);
      // A page that links to itself on GitHub means GitHub: to mend it there, or to show the original of a translation.
      if (file !== null && file !== from && (kind === 'image' || listed?.has(file) !== false))
        return { file, anchor };
    }
    return null;
  };
}

const PAGE = /^(?![a-z][a-z\d+.-]*:|\/\/)([^#?]+)\.html?(?:\?[^#]*)?(?:#(.*))?$/is;

/** `../docker/compose.html#설치` and `docker/index.html`, where no such file lies in the folder. */
function noteOfPage(
  href: string,
  from: string,
  { topics, files }: Omit<Files, 'listed'>,
): ReturnType<OwnFile> {
  const [, name, anchor = ''] = PAGE.exec(href) ?? [];
  const stem = name === undefined ? null : resolveFile(from, name);
  if (stem === null || files.has(`${stem}.html`) || files.has(`${stem}.htm`)) return null;
  const file = topics.has(`${stem}.md`)
    ? `${stem}.md`
    : /(?:^|\/)index$/.test(stem)
      ? findTopic(folderOf(stem), topics)
      : null;
  return file === null ? null : { file, anchor: anchor || null };
}

/** Whether some links of a topic lead elsewhere than `own` says: read again, they follow it. An address that shows is meant as such. */
export const hasOtherLinks = ({ file, links }: Topic, own: OwnFile): boolean =>
  links.some((link) => {
    const isFull = addressOf(link.href) !== null;
    if (!isFull && !PAGE.test(link.href)) return false;
    if (link.kind === 'link' && isAddress(link.label ?? link.href)) return false;
    const wanted = own(link.href, link.kind, file)?.file;
    // Where nothing is found, a link by another name that was followed before is followed no more.
    return wanted === undefined
      ? link.file !== null && (isFull || isMarkdown(link.file))
      : wanted !== link.file;
  });

/** `a#b.md#c` is the part `c` of `a#b.md`, or else the part `b.md#c` of `a`. */
function readings(path: string): { path: string; anchor: string | null }[] {
  const plain = (text: string) => text.replace(/\?[^#]*$/, '').replace(/\/+$/, '');
  const all = [{ path: plain(path), anchor: null as string | null }];
  for (let at = path.lastIndexOf('#'); at > 0; at = path.lastIndexOf('#', at - 1))
    all.push({ path: plain(path.slice(0, at)), anchor: path.slice(at + 1) || null });
  return all;
}

const withoutFolder = (path: string, folder: string): string =>
  folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';

/** A note, or the page of a folder; not the whole folder of notes, by which one means the repository. */
function noteAt(path: string, topics: Files['topics']): string | null {
  if (path === '') return null;
  const file = findTopic(path, topics);
  return file === path || (file !== null && folderOf(file) === path) ? file : null;
}

/** The repositories of the notes, each with the folder in it that is theirs: `''` for all of it. */
function repositoriesOf(topics: Files['topics']): Map<string, string> {
  const root = topics.get(rootPageOf(topics) ?? '') ?? null;
  const folders = new Map<string, string>();
  const named = addressOf(`${repositoryOf(root)?.files ?? ''}/.`);
  if (named) return folders.set(named.repository, named.path.replace(/\/?\.$/, ''));
  const linked = linkedRepositories(topics);
  const isOfOwner = (name: string) =>
    [...folders.keys()].some((each) => each.split('/')[0] === name.split('/')[0]);
  for (const [name, { here, folder, all }] of linked)
    if (!folders.has(name) && here >= 2 && here * 2 > all) folders.set(name, folder);
  // Renamed, a repository is known by its former name, too.
  for (const [name, { here, folder, all }] of linked)
    if (!folders.has(name) && here === all && isOfOwner(name)) folders.set(name, folder);
  return folders;
}

interface Evidence {
  /** How many of the notes that are linked there lie here, below which folder, and how many are linked. */
  here: number;
  folder: string;
  all: number;
}

/** Every repository to whose notes some topic links. A README is in every repository, and proves nothing. */
function linkedRepositories(topics: Files['topics']): Map<string, Evidence> {
  const paths = new Map<string, Map<string, Set<string>>>();
  for (const { file, links } of topics.values()) {
    for (const { kind, href } of links) {
      const address = kind === 'link' ? addressOf(href) : null;
      if (!address) continue;
      const known = paths.get(address.repository) ?? new Map<string, Set<string>>();
      paths.set(address.repository, known);
      known.set(address.path, (known.get(address.path) ?? new Set()).add(file));
    }
  }
  return new Map(
    [...paths].flatMap(([name, linkedFrom]): [string, Evidence][] => {
      const evidence = evidenceIn(linkedFrom, topics);
      return evidence === null ? [] : [[name, evidence]];
    }),
  );
}

function evidenceIn(
  linkedFrom: ReadonlyMap<string, ReadonlySet<string>>,
  topics: Files['topics'],
): Evidence | null {
  const found = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const [path, from] of linkedFrom) {
    const [plain] = readings(path).slice(-1);
    if (!plain || /\.\w{1,8}$/.test(plain.path) !== isMarkdown(plain.path)) continue;
    all.add(plain.path);
    for (const { path: each } of readings(path)) {
      for (const [folder, file] of placesOf(each, topics)) {
        if (![...from].some((one) => one !== file)) continue;
        found.set(folder, (found.get(folder) ?? new Set()).add(file));
      }
    }
  }
  const [best] = [...found].sort(([a, one], [b, two]) => two.size - one.size || a.length - b.length);
  return best ? { here: best[1].size, folder: best[0], all: all.size } : null;
}

/** `docs/docker/compose.md` may be here as `docker/compose.md`, where `docs` is the folder of notes. */
function* placesOf(path: string, topics: Files['topics']): Generator<[folder: string, file: string]> {
  for (let at = 0; at >= 0 && at < path.length; at = path.indexOf('/', at) + 1 || path.length) {
    const file = noteAt(path.slice(at), topics);
    if (file !== null && !/^(?:readme|license|contributing)\.md$/i.test(file))
      yield [path.slice(0, at).replace(/\/$/, ''), file];
  }
}
