/**
 * The pages the app makes itself, beside those of the notes: their addresses, titles and what they need. Addresses,
 * routes, menus and the sitemap are all made from this one list; a new page is a row here and a component.
 */

interface SitePage {
  /** Address under the base; its name is also the page's anchor, and no note may be served there. */
  path: `/${string}/`;
  title: string;
  /** What a course must have for the page to be made. */
  needs: 'topics' | 'comparisons' | 'study';
  /** Whether it holds something of its own for search engines; a page that is a tool does not. */
  isIndexed: boolean;
}

/** By kind, in the order in which a course lists them. */
export const SITE_PAGES = {
  comparisons: { path: '/comparisons/', title: '비교', needs: 'comparisons', isIndexed: true },
  practice: { path: '/practice/', title: '문제', needs: 'study', isIndexed: false },
  review: { path: '/review/', title: '복습', needs: 'study', isIndexed: false },
  mistakes: { path: '/mistakes/', title: '오답', needs: 'study', isIndexed: false },
  progress: { path: '/progress/', title: '학습 기록', needs: 'study', isIndexed: false },
  search: { path: '/search/', title: '찾기', needs: 'topics', isIndexed: false },
} as const satisfies Record<string, SitePage>;

export type SitePageKind = keyof typeof SITE_PAGES;

export const SITE_PAGE_KINDS = Object.keys(SITE_PAGES) as SitePageKind[];

export const isSitePage = (kind: string): kind is SitePageKind => Object.hasOwn(SITE_PAGES, kind);
