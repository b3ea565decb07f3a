/**
 * The topic tree: shaped by the list in README.md, or by folders and file names, and then numbered `1`, `1.3`, `1.3.2`. An area's
 * own sections and its topics form one sequence.
 */

import { diagnose } from '../content/source/diagnostics.ts';
import type { Fields } from '../content/source/front-matter.ts';
import { byPrecedence, folderOf, isFolderPage, nameInWords } from '../content/source/paths.ts';
import type { TreeItem, WrittenTree } from '../content/written-tree.ts';
import { pushAll } from '../lists.ts';
import type { TreeNode } from '../model/course.ts';
import { findTopic, type LinkState, type Shape, type ShapeNode } from './link-state.ts';

/** Sets `shape` and `hidden`. */
export function shapeCourse(state: LinkState): void {
  const { tree, drafts } = state.options;
  const areas = tree === null ? [] : areasOf(tree, state);
  // A list of notes that are still to be written hides none that are there.
  if (areas.some(hasPage)) state.shape = withDrafts(areas, state);
  else {
    state.options = { ...state.options, tree: null };
    state.shape = shapeFromFolders(state);
  }
  state.hidden = new Set(drafts ? [] : state.shape.drafts);
}

const hasPage = ({ file, children }: ShapeNode): boolean => file !== null || children.some(hasPage);

/** Follows the list the author wrote; missing files and repeated ones are told and left out. */
function areasOf(tree: WrittenTree, { topics, root, options, diagnostics }: LinkState): ShapeNode[] {
  const seen = new Map<string, number>();
  const visit = (item: TreeItem): ShapeNode[] => {
    const place = { file: tree.file, line: item.line, column: item.column };
    const file = item.file === null ? null : findTopic(item.file, topics);
    const children = item.children.flatMap(visit);
    if (item.file !== null && file === null) {
      const code = options.outside?.has(item.file) ? 'file-outside' : 'file-missing';
      diagnostics.push(diagnose(code, place, { href: item.file }));
      return children.length > 0 ? [{ title: item.title, file: null, children }] : [];
    }
    if (file !== null && file === root) {
      // Other tools name the first page in their lists, too.
      if (tree.file === root)
        diagnostics.push(diagnose('file-listed-twice', place, { href: file, line: null }));
      return children;
    }
    const before = file === null ? undefined : seen.get(file);
    if (file !== null && before !== undefined) {
      diagnostics.push(diagnose('file-listed-twice', place, { href: file, line: before }));
      return children;
    }
    if (file !== null) seen.set(file, item.line);
    else if (children.length === 0) return [];
    const title = item.title || (file === null ? '' : (topics.get(file)?.titleText ?? file));
    return [{ title, file, children }];
  };
  return tree.items.flatMap(visit);
}

/** What no node shows is a draft. */
function withDrafts(areas: ShapeNode[], { topics, root, diagnostics }: LinkState): Shape {
  const seen = new Set(root === null ? [] : [root]);
  const collect = (nodes: readonly ShapeNode[]): void => {
    for (const { file, children } of nodes) {
      if (file !== null) seen.add(file);
      collect(children);
    }
  };
  collect(areas);
  const drafts = [...topics.keys()].filter((file) => !seen.has(file)).sort();
  for (const file of drafts) {
    diagnostics.push(diagnose('file-unlisted', { file, line: 1, column: 1 }));
  }
  return { areas, drafts };
}

interface Folder {
  name: string;
  path: string;
  page: string | null;
  files: string[];
  folders: Map<string, Folder>;
}

const byName = new Intl.Collator('ko', { numeric: true, sensitivity: 'base' });

/**
 * Follows folders and files: first those whose front matter or `_category_.json` gives a place, then by name. Files at the top come
 * first, in an area of the course's own name.
 */
function shapeFromFolders({ topics, root, title: courseTitle, options, diagnostics }: LinkState): Shape {
  const categories = new Map<string, Fields>();
  for (const [file, category] of options.categories ?? []) {
    categories.set(`/${folderOf(file)}`, category);
    const { brokenLine } = category;
    if (brokenLine !== null)
      diagnostics.push(diagnose('front-matter', { file, line: brokenLine + 1, column: 1 }));
  }
  const top: Folder = { name: courseTitle, path: '', page: root, files: [], folders: new Map() };
  const folderAt = (path: string): Folder => {
    let folder = top;
    for (const part of path.split('/').filter(Boolean)) {
      let inner = folder.folders.get(part);
      if (!inner) {
        inner = { name: part, path: `${folder.path}/${part}`, page: null, files: [], folders: new Map() };
        folder.folders.set(part, inner);
      }
      folder = inner;
    }
    return folder;
  };
  for (const file of [...topics.keys()].sort(byPrecedence)) {
    if (file === root) continue;
    const folder = folderAt(folderOf(file));
    if (isFolderPage(file) && folder.page === null && folder !== top) folder.page = file;
    else folder.files.push(file);
  }
  const titleOf = (file: string) => topics.get(file)?.titleText ?? file;
  const fileNodes = (folder: Folder): ShapeNode[] =>
    folder.files
      .sort((a, b) => byName.compare(a, b))
      .map((file) => ({ title: titleOf(file), file, children: [] as ShapeNode[] }));
  const folderNode = (folder: Folder): ShapeNode => ({
    title:
      folder.page === null
        ? (categories.get(folder.path)?.title ?? nameInWords(folder.name))
        : titleOf(folder.page),
    file: folder.page,
    ...(folder.page === null && { folder: `${folder.path}/` }),
    children: childrenOf(folder),
  });
  const orderOf = ({ file, folder }: ShapeNode): number => {
    const page = file === null ? undefined : topics.get(file);
    const path = folder?.slice(0, -1) ?? (file !== null && isFolderPage(file) ? `/${folderOf(file)}` : '');
    return page?.order ?? categories.get(path)?.order ?? Number.POSITIVE_INFINITY;
  };
  /** `part.md` beside `part/` without a page of its own is the page of `part/`. */
  const childrenOf = (folder: Folder): ShapeNode[] => {
    const files = fileNodes(folder);
    const folders = [...folder.folders.values()].sort((a, b) => byName.compare(a.name, b.name));
    const rest: ShapeNode[] = [];
    for (const inner of folders) {
      const twin = files.find((node) => node.file?.replace(/^.*\/|\.[^.]*$/g, '') === inner.name);
      if (twin && inner.page === null) pushAll(twin.children, childrenOf(inner));
      else rest.push(folderNode(inner));
    }
    return sortedBy([...files, ...rest], orderOf);
  };
  const nodes = childrenOf(top);
  const loose = nodes.filter(
    (node) => node.children.length === 0 && node.file !== null && isLoose(node.file),
  );
  const areas = nodes.filter((node) => !loose.includes(node));
  if (loose.length > 0) areas.unshift({ title: courseTitle, file: null, children: loose });
  return { areas, drafts: [] };
}

/** Equal ones keep their order. */
const sortedBy = <T>(items: T[], orderOf: (item: T) => number): T[] =>
  items.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b))));

const isLoose = (file: string): boolean => !file.includes('/');

/** Sets `tree`. Drafts, where they are shown, come last, in an area of their own and without numbers. */
export function numberTree(state: LinkState): void {
  const { shape, options, topics } = state;
  state.tree = shape.areas.map((area, index) => numberNode(state, area, String(index + 1), { isArea: true }));
  if (!options.drafts || shape.drafts.length === 0) return;
  const children = shape.drafts.map((file): ShapeNode => {
    return { title: topics.get(file)?.titleText ?? file, file, children: [] };
  });
  state.tree.push(numberNode(state, { title: '초안', file: null, children }, '', { draft: true }));
}

/** Numbers a node and all below it. */
function numberNode(
  state: LinkState,
  node: ShapeNode,
  number: string,
  { isArea = false, draft = false }: { isArea?: boolean; draft?: boolean },
): TreeNode {
  const { topics, pathOf } = state;
  const path = node.file === null ? (node.folder ?? null) : (pathOf.get(node.file) ?? null);
  const topic = node.file === null ? undefined : topics.get(node.file);
  const sections = isArea ? (topic?.sections.filter((section) => section.level === 2) ?? []) : [];
  const nth = (index: number) => (number === '' ? '' : `${number}.${index + 1}`);
  const own: TreeNode[] = sections.map((section, index) => ({
    number: nth(index),
    title: withoutNumber(section.titleText, nth(index)),
    path,
    anchor: section.anchor,
    draft,
    children: [],
  }));
  const children = node.children.map((child, index) =>
    numberNode(state, child, nth(own.length + index), { draft }),
  );
  const title = withoutNumber(node.title, number);
  return { number, title, path, anchor: null, draft, children: [...own, ...children] };
}

/** `1. Interview` as the first area, or `2) 볼륨` as 3.2: the number that the author counted is the one that stands before it. */
function withoutNumber(title: string, number: string): string {
  const [written = '', counted] = /^(\d{1,4})[.)]\s+(?=\S)/.exec(title) ?? [];
  return counted !== undefined && counted === number.split('.').at(-1) ? title.slice(written.length) : title;
}
