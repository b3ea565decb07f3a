/** The pages that the browser has or is fetching: one cache for navigation, prefetching, hydration and live edits. */

import { use, useSyncExternalStore } from 'react';
import { encodePath } from '../core/model/address.ts';
import type { PageData, TreeNode } from '../core/model/course.ts';
import { basePath } from './base-path.ts';
import { setCourse } from './course.ts';
import { reloadOnce } from './reload.ts';

const FORMAT = 1;

/** Null once the server has said that there is no such page; an error when a page to be opened did not come. */
const pages = new Map<string, PageData | null | Error>();
const loading = new Map<string, Promise<PageData | null>>();
const listeners = new Set<() => void>();
let tree: Promise<TreeNode[]> | null = null;
const treeFollowers = new Set<(nodes: TreeNode[]) => void>();
/** Counts the edits that a dev server has told of; what was requested before the latest may be out of date. */
let edition = 0;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const notify = () => {
  for (const listener of listeners) listener();
};

/** Paths in the course are NFC and not percent-encoded; an address typed or linked may be either. */
export function toPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return pathname;
  }
}

/** `/docker/compose/` → the address of its data under the base; the course map is `data/index.json`. */
export function dataAddress(path: string): string {
  const name = encodePath(path.slice(1, -1)) || 'index';
  return `${basePath()}/data/${name}.json`;
}

/** Puts pages in without fetching: the first page, prerendering, and pages the dev server sends. */
export function putPages(fresh: readonly PageData[]): void {
  for (const page of fresh) put(page.path, page);
  notify();
}

function put(path: string, page: PageData | null): void {
  pages.set(path, page);
  if (page) setCourse(page.course);
}

/** Says that there is no page at a path. */
export function markMissing(path: string): void {
  pages.set(path, null);
  notify();
}

/** Says that the page at a path cannot be had now. */
export function markUnreachable(path: string): void {
  pages.set(path, new Error(`${path} cannot be had`));
}

/** Fetches a page once; a failed fetch is forgotten, so that the next try starts anew. */
export function loadPage(path: string): Promise<PageData | null> {
  const cached = pages.get(path);
  if (cached !== undefined && !(cached instanceof Error)) return Promise.resolve(cached);
  const underWay = loading.get(path);
  if (underWay) return underWay;
  const fetched = fetchCurrent<PageData>(dataAddress(path))
    .then((page) => {
      if (page && page.format !== FORMAT) {
        void reloadOnce();
        return new Promise<never>(() => {});
      }
      put(path, page);
      notify();
      return page;
    })
    .finally(() => loading.delete(path));
  loading.set(path, fetched);
  return fetched;
}

/** Starts fetching a page that is likely to be opened; failing is silent, opening it will try again. */
export function prefetchPage(path: string): void {
  loadPage(path).catch(() => undefined);
}

/** Whether a page can be drawn at once: its data is here, and its code is part of the first load. */
export function isAtHand(path: string): boolean {
  const page = pages.get(path);
  return (
    page !== undefined && page !== null && 'kind' in page && (page.kind === 'area' || page.kind === 'topic')
  );
}

/** The page at a path, suspending until it is here; null when there is none, an error when it did not come. */
export function usePage(path: string): PageData | null | Error {
  const get = () => pages.get(path);
  const page = useSyncExternalStore(subscribe, get, get);
  return page === undefined ? use(openPage(path)) : page;
}

const opening = new Map<string, Promise<PageData | null | Error>>();

/** Like loadPage, but a failure is a value the page can show. The same promise until it settles. */
function openPage(path: string): Promise<PageData | null | Error> {
  const underWay = opening.get(path);
  if (underWay) return underWay;
  const opened = loadPage(path)
    .catch((cause: unknown) => {
      const error = new Error(`${path} did not load`, { cause });
      pages.set(path, error);
      return error;
    })
    .finally(() => opening.delete(path));
  opening.set(path, opened);
  return opened;
}

/** Tries a page again that did not come. */
export function retryPage(path: string): void {
  loadPage(path).catch(() => undefined);
}

/** The whole topic tree, fetched once and only when latest for; empty, and latest for again, while there is no network. */
export function loadTree(): Promise<TreeNode[]> {
  tree ??= fetchCurrent<TreeNode[]>(`${basePath()}/course/tree.json`)
    .then((nodes) => nodes ?? [])
    .catch(() => {
      tree = null;
      return [];
    });
  return tree;
}

/** Is told of the tree as it is after each edit. */
export function followTree(follower: (nodes: TreeNode[]) => void): () => void {
  treeFollowers.add(follower);
  return () => treeFollowers.delete(follower);
}

/** Forgets what may be out of date after an edit; the page on screen and the tree are fetched again, and change together. */
export async function refreshPages(open: string): Promise<void> {
  edition += 1;
  const editionBefore = edition;
  tree = null;
  for (const path of [...pages.keys()]) if (path !== open) pages.delete(path);
  const [page, nodes] = await Promise.all([fetchJson<PageData>(dataAddress(open)), loadTree()]);
  if (editionBefore !== edition) return;
  if (nodes.length > 0) for (const follower of treeFollowers) follower(nodes);
  const shown = pages.get(open);
  if (shown && page && 'revision' in shown && shown.revision === page.revision) return;
  put(open, page);
  notify();
}

/** Fetches an address; when an edit came meanwhile, once more. */
async function fetchCurrent<T>(address: string): Promise<T | null> {
  for (;;) {
    const editionBefore = edition;
    const data = await fetchJson<T>(address);
    if (editionBefore === edition) return data;
  }
}

async function fetchJson<T>(address: string): Promise<T | null> {
  const response = await fetch(address);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (response.status === 404 || (response.ok && !isJson)) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
