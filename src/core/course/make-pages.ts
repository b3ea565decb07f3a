/**
 * Makes the pages of the notes, in order of reading, each with its previous and next page; the course map; and the pages that the app
 * makes itself.
 */

import { toHref } from '../content/source/paths.ts';
import type { WrittenTree } from '../content/written-tree.ts';
import { comparisonsIn } from '../model/blocks.ts';
import type { ComparisonSummary, CourseMap, PageData, PageLink, TreeNode } from '../model/course.ts';
import { escapeHtml } from '../model/html.ts';
import { NOTE_FILES, SITE_PAGE_KINDS, SITE_PAGES } from '../model/site.ts';
import type { Block, Section, Topic } from '../model/topic.ts';
import { countedQuestions } from '../study/questions.ts';
import { hasStudy } from '../study/study-index.ts';
import { type LinkState, rootTopicOf, type Stop } from './link-state.ts';
import { sourceAddress } from './repository.ts';

const CHARACTERS_A_MINUTE = 500;

/** Sets `course`, `pages` and `order` from the numbered tree. */
export function makePages(state: LinkState): void {
  state.course.areas = state.tree.map((area) => ({ ...area, children: [] }));
  if (state.repository) state.course.newIssue = state.repository.newIssue;
  Object.assign(state.course, settingsOf(state));
  for (const area of state.tree) addBranch(state, area, area, []);
  state.order.forEach((stop, index) => {
    const page = state.pages.get(stop.path);
    if (!page) return;
    page.previous = neighbour(state.order[index - 1], stop.area);
    page.next = neighbour(state.order[index + 1], stop.area);
  });
}

/** What `course.yaml` tells of every page; Korean is what the app speaks. */
function settingsOf({
  settings: { language, license, logo },
  options,
}: LinkState): Partial<PageData['course']> {
  return {
    ...(language !== null && language !== 'ko' && { language }),
    ...(license !== null && { license }),
    ...(logo !== null && {
      logo: { href: toHref(options.base, `/${NOTE_FILES}${logo}`), ...options.imageSize?.(logo) },
    }),
  };
}

/** Adds the page of a node, if it has one of its own, and those below it. */
function addBranch(state: LinkState, node: TreeNode, area: TreeNode, crumbs: PageLink[]): void {
  const { path, title, number, draft } = node;
  if (path !== null && node.anchor === null) {
    const topic = state.topics.get(state.fileOf.get(path) ?? '') ?? null;
    addPage(state, topic, path, {
      kind: node === area ? 'area' : 'topic',
      number: number || null,
      draft,
      crumbs,
      area,
      ...(!topic && { titleText: title }),
    });
    if (!draft) state.order.push({ path, title, number, area });
  }
  const inner = path === null ? crumbs : [...crumbs, { path, title, number: number || null }];
  for (const child of node.children) addBranch(state, child, area, inner);
}

/** A neighbour in another area is named by its area, so that renaming a topic changes its own area's pages only. */
function neighbour(to: Stop | undefined, from: TreeNode): PageLink | null {
  if (!to) return null;
  const { title, number } = to.area === from ? to : to.area;
  return { path: to.path, title, number };
}

/** The course's own page: its README and the map of all topics. */
export function addHomePage(state: LinkState): void {
  const { root, tree, title, options, order, pages, settings } = state;
  const rootTopic = rootTopicOf(state);
  const topic = rootTopic && options.tree?.file === root ? withoutTree(rootTopic, options.tree) : rootTopic;
  const [first] = order;
  const map = { tree, first: firstRow(state, tree), minutes: {}, questions: {} };
  addPage(state, topic, '/', {
    map,
    titleText: title,
    ...(settings.title !== null && { title: escapeHtml(title) }),
    kind: 'home',
    next: first ? { path: first.path, title: first.title, number: first.number } : null,
  });
  for (const page of pages.values()) if (page.file !== null) countPage(page, map);
}

/** The first row with something to read: the page of an area, where that says something under its title, or what is below it. */
function firstRow(state: LinkState, nodes: readonly TreeNode[]): CourseMap['first'] {
  for (const { number, title, path, anchor, children } of nodes) {
    const topic = anchor === null ? state.topics.get(state.fileOf.get(path ?? '') ?? '') : undefined;
    const hasText = topic?.blocks.some(({ kind }) => kind !== 'quiz') === true;
    const below = hasText ? null : firstRow(state, children);
    if (below) return below;
    if (path !== null) return { number, title, path, anchor };
  }
  return null;
}

/** The course page without the lists that became the tree, but for what they hold besides notes. */
function withoutTree(topic: Topic, { lists }: WrittenTree): Topic {
  const restOf = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) => {
      const list = lists.find(({ line }) => line === block.line);
      if (list === undefined) return isBreak(block) ? [] : block;
      return list.rest === null ? [] : { kind: 'prose', html: list.rest, line: block.line };
    });
  const sections = topic.sections.map((section) => ({ ...section, blocks: restOf(section.blocks) }));
  return { ...topic, blocks: restOf(topic.blocks), sections: withoutEmpty(sections) };
}

/** `<br>` between two lists. */
const isBreak = (block: Block): boolean => block.kind === 'prose' && /^(?:<\/?p>|<br>|\s)*$/.test(block.html);

/** The sections that say something, or above which one does. */
function withoutEmpty(sections: readonly Section[]): Section[] {
  // Of those between a section and the next one that stays.
  let highest = 0;
  const kept = sections.toReversed().filter(({ level, blocks }) => {
    const stays = blocks.length > 0 || highest > level;
    highest = stays ? level : Math.min(highest, level);
    return stays;
  });
  return kept.toReversed();
}

interface Sums {
  minutes: Record<string, number>;
  questions: Record<string, number>;
}

/** Adds a page's reading time, and its questions to the sums of its path and of `path#anchor` for its sections. */
function countPage(page: PageData, { minutes, questions }: Sums): void {
  minutes[page.path] = page.minutes;
  if (page.draft) return;
  for (const [{ anchor }] of countedQuestions(page)) {
    for (const key of anchor === null ? [page.path] : [page.path, `${page.path}#${anchor}`])
      questions[key] = (questions[key] ?? 0) + 1;
  }
}

/** Adds a page: of a topic, or, where that is null, one that only has a title. */
function addPage(
  { title, course, repository, pages }: LinkState,
  topic: Topic | null,
  path: string,
  rest: Partial<PageData> & Pick<PageData, 'kind'>,
): void {
  const fallback = rest.titleText ?? title;
  pages.set(path, {
    format: 1,
    revision: '',
    path,
    file: topic?.file ?? null,
    number: null,
    title: topic?.title ?? escapeHtml(fallback),
    titleText: topic?.titleText ?? fallback,
    anchor: topic?.anchor ?? '',
    description: topic?.description ?? '',
    draft: false,
    blocks: topic?.blocks ?? [],
    sections: topic?.sections ?? [],
    minutes: Math.max(1, Math.round((topic?.characters ?? 0) / CHARACTERS_A_MINUTE)),
    crumbs: [],
    previous: null,
    next: null,
    course,
    area: null,
    map: null,
    ...(topic && repository && { sourceHref: sourceAddress(repository, topic.file) }),
    ...rest,
  });
}

/**
 * Makes the pages of the app itself (core/model/site.ts), where the course has something for them to show. Runs after
 * `makePages`, and tells the course what it has.
 */
export function addSitePages(state: LinkState): void {
  const { course, pages, order, topics, fileOf } = state;
  const comparisons = order.flatMap(({ path, title, number }) => {
    const topic = topics.get(fileOf.get(path) ?? '');
    return topic ? summarizeComparisons(topic, { path, title, number: number || null }) : [];
  });
  if (comparisons.length > 0) course.hasComparisons = true;
  if ([...pages.values()].some(hasStudy)) course.hasStudy = true;
  const has = {
    topics: order.length > 0,
    comparisons: course.hasComparisons === true,
    study: course.hasStudy === true,
  };
  for (const kind of SITE_PAGE_KINDS) {
    const { path, title: titleText, needs } = SITE_PAGES[kind];
    const own = kind === 'comparisons' ? { comparisons } : {};
    if (has[needs]) addPage(state, null, path, { kind, titleText, anchor: kind, ...own });
  }
}

/** A topic's comparisons in order of reading, each named after its section. Those in quizzes ask and do not sum up. */
function summarizeComparisons(topic: Topic, page: PageLink): ComparisonSummary[] {
  const parts: { title: string; anchor: string | null; blocks: Block[] }[] = [
    { title: topic.titleText, anchor: null, blocks: topic.blocks },
    ...topic.sections.map(({ titleText: title, anchor, blocks }) => ({ title, anchor, blocks })),
  ];
  return parts.flatMap(({ title, anchor, blocks }) =>
    comparisonsIn(blocks.filter(({ kind }) => kind !== 'quiz')).map(({ columns, rows }) => ({
      title,
      page,
      anchor,
      columns: columns.map(({ text }) => text),
      rows: rows.length,
    })),
  );
}
