/** The state of a course while it is linked: what each pass of compile-course.ts reads, and sets for the later ones. */

import type { Fields } from '../content/source/front-matter.ts';
import { byPrecedence } from '../content/source/paths.ts';
import { isCoursePage, type WrittenTree } from '../content/written-tree.ts';
import type { CourseSettings, PageData, TreeNode } from '../model/course.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Topic } from '../model/topic.ts';
import { type Repository, repositoryAt, repositoryOf } from './repository.ts';
import type { WrittenSettings } from './settings.ts';

/** Where the question stands that owns an id, `file:line`; others with the same id are its copies. */
export type Originals = ReadonlyMap<string, string>;

/** What is wrong with an SVG picture of the notes: parts that could run or load something are left out, or it cannot be read. */
export type SvgFlaw = { kind: 'cleaned'; dropped: readonly string[] } | { kind: 'unreadable'; line: number };

export interface LinkOptions {
  /** The list of links that the author wrote; null makes the tree follow the folders. */
  tree: WrittenTree | null;
  /** Files of the folder that are no notes (pictures, data). */
  files: ReadonlySet<string>;
  /** What is wrong with one of them that is an SVG; null for nothing. */
  svgFlaw?: (file: string) => SvgFlaw | null;
  /** `course.yaml` of the folder; null where there is none. */
  settings?: WrittenSettings | null;
  /** Size in pixels of a picture of the folder. */
  imageSize?: (file: string) => { width: number; height: number } | null;
  /** Shows unlisted topics, after the others, in an area of their own. */
  drafts: boolean;
  /** Base path of the site, `/` by default; ends with `/`. */
  base?: string;
  /** What `_category_.json` says of a folder, by the name of that file. */
  categories?: ReadonlyMap<string, Fields>;
  /** Symbolic links that lead out of the folder of notes, and are not read. */
  outside?: ReadonlySet<string>;
  /** Which of several questions with one id is the original, where something knows; else the first. */
  originals?: Originals;
}

/** A node before it has a number: a file's page, or only a heading when `file` is null. */
export interface ShapeNode {
  title: string;
  file: string | null;
  /** A folder without a page of its own still has an address, where its topics are listed. */
  folder?: string;
  children: ShapeNode[];
}

export interface Shape {
  areas: ShapeNode[];
  /** Files no node shows. */
  drafts: string[];
}

/** A page of the notes that is no draft, as its neighbours name it. */
export interface Stop {
  path: string;
  title: string;
  number: string;
  area: TreeNode;
}

export interface LinkState {
  options: LinkOptions & { base: string };
  settings: CourseSettings;
  /** File of the course page (README.md), and its title; null where there is none. */
  root: string | null;
  title: string;
  /** By file: as they were parsed, and from `fillComparisons` on with their comparisons filled. */
  topics: ReadonlyMap<string, Topic>;
  /** Where the notes lie on their host; null when the course page does not say. */
  repository: Repository | null;
  /** Set by `shapeCourse`; `hidden` are the files without a page in this build. */
  shape: Shape;
  hidden: ReadonlySet<string>;
  /** Path of each file's page, and back. Set by `assignAddresses`. */
  pathOf: ReadonlyMap<string, string>;
  fileOf: ReadonlyMap<string, string>;
  /** The numbered tree. Set by `numberTree`. */
  tree: TreeNode[];
  /** What every page knows of the course. Set by `makePages`. */
  course: PageData['course'];
  /** By path, and the pages of the notes in order of reading. Set by `makePages` and those after it. */
  pages: Map<string, PageData>;
  order: Stop[];
  diagnostics: Diagnostic[];
}

/** The course page: README.md, else index.md, however they are spelt. */
export const rootPageOf = (files: ReadonlyMap<string, unknown>): string | null =>
  [...files.keys()].filter(isCoursePage).sort(byPrecedence)[0] ?? null;

/** The state before the first pass. */
export function startLinking(
  topics: ReadonlyMap<string, Topic>,
  options: LinkOptions,
  settings: CourseSettings,
): LinkState {
  const root = rootPageOf(topics);
  const rootTopic = root === null ? undefined : topics.get(root);
  const title = settings.title ?? (rootTopic?.titleText || options.tree?.title || '강의 노트');
  return {
    options: { ...options, base: options.base ?? '/' },
    settings,
    root,
    title,
    topics,
    pathOf: new Map(),
    fileOf: new Map(),
    shape: { areas: [], drafts: [] },
    hidden: new Set(),
    tree: [],
    repository:
      settings.repository === null ? repositoryOf(rootTopic ?? null) : repositoryAt(settings.repository),
    course: { id: rootTopic?.courseId ?? null, title, areas: [] },
    pages: new Map(),
    order: [],
    diagnostics: [],
  };
}

/** The topic of the course page, as it stands. */
export const rootTopicOf = ({ root, topics }: LinkState): Topic | null =>
  root === null ? null : (topics.get(root) ?? null);

/**
 * Which file a link means, the file itself or the page of a folder (`docker` is docker/README.md, or else docker.md); null for
 * no note. A draft is meant only where no listed file is. NFC names match NFD files.
 */
export function findTopic(
  target: string,
  topics: ReadonlyMap<string, Topic>,
  { drafts }: Pick<Shape, 'drafts'> = { drafts: [] },
): string | null {
  const folder = target === '' ? '' : `${target}/`;
  const candidates = [target, ...FOLDER_PAGES.map((name) => folder + name), `${target}.md`];
  const [first, ...others] = candidates.filter((file) => topics.has(file));
  if (first === undefined) return null;
  return others.length === 0 ? first : ([first, ...others].find((file) => !drafts.includes(file)) ?? first);
}

const FOLDER_PAGES = ['README.md', 'readme.md', 'Readme.md', 'index.md', '_index.md'];

/** Files in their order, those of the list first: what only one of them can have is theirs. */
export function listedFirst(files: Iterable<string>, { drafts }: Pick<Shape, 'drafts'>): string[] {
  const unlisted = new Set(drafts);
  return [...files].sort((a, b) => Number(unlisted.has(a)) - Number(unlisted.has(b)));
}
