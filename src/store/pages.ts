/**
 * The pages that the browser has or is fetching: one cache for navigation, prefetching, hydration and live edits. A newer version of the
 * site comes with the next page that is opened.
 */

import { use, useSyncExternalStore } from 'react';
import { create, createStore } from 'zustand';
import type { PageData, TreeNode } from '../core/model/course.ts';
import { dataFile, encodePath } from '../core/model/site.ts';
import { fetchJson } from './network.ts';
import { leaveTo, reloadOnce } from './reload.ts';
import { basePath, setCourse } from './site.ts';
import { useSourceVisit } from './source-visit.ts';

const FORMAT = 1;

/**
 * Null once the server has said, of a page to be opened, that there is none; an error when it did not come. Both are asked for
 * again when the reader goes there again.
 */
type Known = PageData | null | Error;

/** By path. */
const pages = createStore<Record<string, Known>>(() => ({}));
/** The topic tree as it is after the latest edit; followed by those who have fetched it before. */
const editedTree = createStore<{ nodes: TreeNode[] }>(() => ({ nodes: [] }));
const loading = new Map<string, Promise<PageData | null>>();
let tree: Promise<TreeNode[]> | null = null;
/** Counts the edits that a dev server has told of; what was requested before the latest may be out of date. */
let edition = 0;

/** Paths in the course are NFC and not percent-encoded; an address typed or linked may be either. */
export function toPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return pathname;
  }
}

/** The address of a page's data. */
const dataAddress = (path: string): string => `${basePath()}/${encodePath(dataFile(path))}`;

/** Puts in pages that the dev server has sent. */
export function putPages(fresh: readonly PageData[]): void {
  for (const page of fresh) put(page.path, page);
}

/** The one page that prerendering knows. */
export function putOnlyPage(path: string, page: Known): void {
  pages.setState({}, true);
  put(path, page);
}

function put(path: string, page: Known): void {
  pages.setState({ [path]: page });
  if (page && !(page instanceof Error)) setCourse(page.course);
}

/** Fetches a page once; null where there is none. Only a page that came is kept: the next try starts anew. */
export function loadPage(path: string): Promise<PageData | null> {
  const cached = pages.getState()[path];
  if (cached && !(cached instanceof Error)) return Promise.resolve(cached);
  const underWay = loading.get(path);
  if (underWay) return underWay;
  const fetched = fetchCurrent<PageData>(dataAddress(path))
    .then((page) => {
      if (page && page.format !== FORMAT) {
        // Of a newer app, or of something that is not this site.
        if (typeof page.format === 'number') void reloadOnce();
        throw new Error(`${path}: format ${page.format}`);
      }
      if (page) put(path, page);
      return page;
    })
    .finally(() => loading.delete(path));
  loading.set(path, fetched);
  return fetched;
}

/** Fetches a page that is likely to be opened, or did not come before; failing is silent, opening it will try again. */
export function prefetchPage(path: string): void {
  loadPage(path).catch(() => undefined);
}

/** Tries once more for a page that did not come; whoever shows it follows. Never rejects. */
export async function retryPage(path: string): Promise<void> {
  await loadPage(path).then(
    (page) => put(path, page),
    () => undefined,
  );
}

/** What did not come, or was missing, is asked for anew when the reader goes there again. */
export function forgetFailure(path: string): void {
  const { [path]: known, ...rest } = pages.getState();
  if (known === null || known instanceof Error) pages.setState(rest, true);
}

/** Whether a page can be drawn at once: its data is here, and its code is part of the first load. */
export function isAtHand(path: string): boolean {
  const page = pages.getState()[path];
  return (
    page !== undefined && page !== null && 'kind' in page && (page.kind === 'area' || page.kind === 'topic')
  );
}

/** The page at a path, suspending until it is here; null when there is none, an error when it did not come. */
export function usePage(path: string): PageData | null | Error {
  const get = () => pages.getState()[path];
  const page = useSyncExternalStore(pages.subscribe, get, get);
  return page === undefined ? use(openPage(path)) : page;
}

const opening = new Map<string, Promise<PageData | null | Error>>();

/** Like loadPage, but a failure is a value that is kept, for the page to show. The same promise until it settles. */
export function openPage(path: string): Promise<PageData | null | Error> {
  const underWay = opening.get(path);
  if (underWay) return underWay;
  const opened = loadPage(path)
    .catch((cause: unknown) => new Error(`${path} did not load`, { cause }))
    .then((page) => {
      put(path, page);
      return page;
    })
    .finally(() => opening.delete(path));
  opening.set(path, opened);
  return opened;
}

/** The whole topic tree, fetched once and only when needed; empty, and fetched again the next time, while there is no network. */
export function loadTree(): Promise<TreeNode[]> {
  tree ??= fetchCurrent<TreeNode[]>(`${basePath()}/course/tree.json`)
    .then((nodes) => {
      if (!nodes) throw new Error('no tree');
      return nodes;
    })
    .catch(() => {
      tree = null;
      return [];
    });
  return tree;
}

/** Calls `follower` with the new tree after each edit. */
export const followTree = (follower: (nodes: TreeNode[]) => void): (() => void) =>
  editedTree.subscribe(({ nodes }) => follower(nodes));

let openPath = '';
let refreshing: Promise<void> | null = null;

/**
 * Forgets what may be out of date after an edit; the page on screen and the tree are fetched again, and change together. A
 * checkout makes hundreds of edits at once: those that come while the page is on its way cost one more fetch, not one each.
 */
export function refreshPages(open: string): Promise<void> {
  edition += 1;
  tree = null;
  openPath = open;
  const shown = pages.getState()[open];
  pages.setState(shown === undefined ? {} : { [open]: shown }, true);
  refreshing ??= fetchOpenPage().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function fetchOpenPage(): Promise<void> {
  for (;;) {
    const [editionBefore, path] = [edition, openPath];
    const fetched = await Promise.all([fetchJson<PageData>(dataAddress(path)), loadTree()]).catch((error) => {
      if (editionBefore === edition) throw error;
      return null;
    });
    if (fetched === null || editionBefore !== edition) continue;
    const [page, nodes] = fetched;
    if (nodes.length > 0) editedTree.setState({ nodes });
    const now = pages.getState()[path];
    if (now && page && 'revision' in now && now.revision === page.revision) return;
    return put(path, page);
  }
}

/** Fetches an address; when an edit came meanwhile, once more. */
async function fetchCurrent<T extends object>(address: string): Promise<T | null> {
  for (;;) {
    const editionBefore = edition;
    const data = await fetchJson<T>(address);
    if (editionBefore === edition) return data;
  }
}

export const useUpdate = create<{ isReady: boolean }>(() => ({ isReady: false }));

/** Loads the page at `href` as a document if a newer version is ready and nothing is under way; returns whether it did. */
export function leaveForUpdate(href: string): boolean {
  const isUnderWay =
    'sitting' in document.documentElement.dataset || useSourceVisit.getState().visit !== null;
  if (!useUpdate.getState().isReady || isUnderWay) return false;
  leaveTo(href);
  return true;
}
