/** Topics become a course: tree and numbers, addresses, pages in reading order, checked links. */

import { diagnose } from '../content/source/diagnostics.ts';
import type { WrittenTree } from '../content/written-tree.ts';
import type { Course, PageData, PageLink, TreeNode } from '../model/course.ts';
import type { Diagnostic, Parsed } from '../model/diagnostic.ts';
import { escapeHtml } from '../model/html.ts';
import { SITE_PAGE_KINDS, SITE_PAGES } from '../model/site-pages.ts';
import type { Topic } from '../model/topic.ts';
import { questionsOf } from '../study/questions.ts';
import { hasStudy } from '../study/study-index.ts';
import { assignAddresses } from './addresses.ts';
import { checkLinks } from './check-links.ts';
import { checkQuotes } from './check-quotes.ts';
import { summarizeComparisons } from './comparison-summaries.ts';
import { fillComparisons } from './fill-comparisons.ts';
import { numberer } from './number-tree.ts';
import { checkQuestionIds, type Originals } from './question-ids.ts';
import { repositoryOf, sourceAddress } from './repository.ts';
import { type Shape, type ShapeNode, shapeFromFolders, shapeFromTree } from './shape.ts';

export interface LinkOptions {
  /** Root README.md's list of links; null makes the tree follow the folders. */
  tree: WrittenTree | null;
  /** Files of the folder that are no notes (pictures, data). */
  files: ReadonlySet<string>;
  /** Shows unlisted topics, after the others, in an area of their own. */
  drafts: boolean;
  /** Base path of the site, `/` by default; ends with `/`. */
  base?: string;
  /** Which of several questions with one id is the original, where something knows; else the first. */
  originals?: Originals;
}

const CHARACTERS_A_MINUTE = 500;
const ROOT_PAGES = ['README.md', 'readme.md', 'Readme.md', 'index.md'];

/** Links parsed topics (by file) to a course. Never throws; whatever is off is a diagnostic. */
export function link(parsed: ReadonlyMap<string, Topic>, options: LinkOptions): Parsed<Course> {
  const root = ROOT_PAGES.find((file) => parsed.has(file)) ?? null;
  const title = (root === null ? null : parsed.get(root)?.titleText) || '강의 노트';
  const diagnostics: Diagnostic[] = [];
  const collect = <T>(parsed: Parsed<T>): T => {
    diagnostics.push(...parsed.diagnostics);
    return parsed.value;
  };

  const addresses = collect(assignAddresses(parsed.keys()));
  const shape: Shape =
    options.tree === null
      ? shapeFromFolders(parsed, root, title)
      : collect(shapeFromTree(options.tree, parsed, root));
  const hidden = new Set(options.drafts ? [] : shape.drafts);
  const { pathOf } = addresses;
  const topics = collect(fillComparisons(parsed, { pathOf, base: options.base ?? '/', hidden }));
  const rootTopic = root === null ? null : (topics.get(root) ?? null);
  if (root !== null && options.tree === null && topics.size > 1) {
    diagnostics.push(diagnose('tree-missing', { file: root, line: 1, column: 1 }));
  }
  if (root !== null && rootTopic?.courseId === null) {
    diagnostics.push(
      diagnose('course-id-missing', { file: root, line: 1, column: 1 }, { suggestion: 'my-course' }),
    );
  }
  const isTold = ({ file, line, column }: Diagnostic) =>
    diagnostics.some(
      ({ code, ...at }) =>
        (code === 'comparison-link' || code === 'file-missing') &&
        at.file === file &&
        at.line === line &&
        at.column === column,
    );
  const broken = checkLinks(topics, options.files, shape.drafts, options.drafts);
  diagnostics.push(...broken.filter((diagnostic) => !isTold(diagnostic)));
  diagnostics.push(...checkQuotes(topics, hidden, options.base ?? '/'));

  diagnostics.push(...checkQuestionIds(parsed, options.originals ?? new Map()));

  const number = numberer(topics, addresses.pathOf);
  const tree = shape.areas.map((area, index) => number(area, String(index + 1), true, false));
  if (options.drafts && shape.drafts.length > 0) {
    const children = shape.drafts.map((file) => ({
      title: topics.get(file)?.titleText ?? file,
      file,
      children: [] as ShapeNode[],
    }));
    tree.push(number({ title: '초안', file: null, children }, '', false, true));
  }

  const areas = tree.map((area) => ({ ...area, children: [] as TreeNode[] }));
  const repository = repositoryOf(rootTopic);
  const course: PageData['course'] = {
    id: rootTopic?.courseId ?? null,
    title,
    areas,
    ...(repository && { newIssue: repository.newIssue }),
  };
  const pages = new Map<string, PageData>();
  const minutes: Record<string, number> = {};
  const questions: Record<string, number> = {};
  const assets = new Set<string>();
  for (const topic of topics.values()) {
    for (const { file } of topic.links) if (file !== null && options.files.has(file)) assets.add(file);
  }

  const add = (topic: Topic | null, path: string, rest: Partial<PageData> & Pick<PageData, 'kind'>) => {
    const fallback = rest.titleText ?? title;
    const readingMinutes = Math.max(1, Math.round((topic?.characters ?? 0) / CHARACTERS_A_MINUTE));
    if (topic) minutes[path] = readingMinutes;
    if (topic && !rest.draft) countQuestions(topic, path, questions);
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
      minutes: readingMinutes,
      crumbs: [],
      previous: null,
      next: null,
      course,
      area: null,
      map: null,
      ...(topic && repository !== null && { sourceHref: sourceAddress(repository, topic.file) }),
      ...rest,
    });
  };

  const order: { path: string; title: string; number: string; area: TreeNode }[] = [];
  const walk = (node: TreeNode, area: TreeNode, crumbs: PageLink[]) => {
    if (node.path !== null && node.anchor === null) {
      const file = addresses.fileOf.get(node.path);
      const kind = node === area ? ('area' as const) : ('topic' as const);
      const { number: at, draft } = node;
      const topic = file === undefined ? null : (topics.get(file) ?? null);
      add(topic, node.path, {
        kind,
        number: at || null,
        draft,
        crumbs,
        area,
        ...(!topic && { titleText: node.title }),
      });
      if (!draft) order.push({ path: node.path, title: node.title, number: at, area });
    }
    const here = { path: node.path ?? '', title: node.title, number: node.number || null };
    const inner = node.path === null ? crumbs : [...crumbs, here];
    for (const child of node.children) walk(child, area, inner);
  };
  for (const area of tree) walk(area, area, []);
  order.forEach((place, index) => {
    const page = pages.get(place.path);
    if (!page) return;
    const before = order[index - 1];
    const after = order[index + 1];
    page.previous = before ? neighbour(before, place.area) : null;
    page.next = after ? neighbour(after, place.area) : null;
  });

  const comparisons = order.flatMap(({ path, title: name, number: at }) => {
    const topic = topics.get(addresses.fileOf.get(path) ?? '');
    return topic ? summarizeComparisons(topic, { path, title: name, number: at || null }) : [];
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
    if (has[needs]) add(null, path, { kind, titleText, anchor: kind, ...own });
  }

  const home: Partial<PageData> = { map: { tree, minutes, questions }, titleText: title };
  const intro = rootTopic && options.tree ? withoutTree(rootTopic, options.tree.line) : rootTopic;
  const first = order[0];
  add(intro, '/', {
    ...home,
    kind: 'home',
    next: first ? { path: first.path, title: first.title, number: first.number } : null,
  });
  const description = rootTopic?.description ?? '';
  return {
    value: { id: course.id, title, description, tree, pages, topics: new Map(topics), assets },
    diagnostics,
  };
}

/** A neighbour in another area is named by its area, so that renaming a topic changes its own area's pages only. */
function neighbour(
  to: { path: string; title: string; number: string; area: TreeNode },
  from: TreeNode,
): PageLink {
  const named = to.area === from ? to : to.area;
  return { path: to.path, title: named.title, number: named.number };
}

/** Adds a page's questions to the sums of its path, and of `path#anchor` for its sections. */
function countQuestions(topic: Topic, path: string, sums: Record<string, number>): void {
  for (const { anchor } of questionsOf(topic)) {
    for (const key of anchor === null ? [path] : [path, `${path}#${anchor}`])
      sums[key] = (sums[key] ?? 0) + 1;
  }
}

/** The course page without the list that became the tree. */
function withoutTree(topic: Topic, line: number): Topic {
  const keep = (block: { line: number }) => block.line !== line;
  return {
    ...topic,
    blocks: topic.blocks.filter(keep),
    sections: topic.sections
      .map((section) => ({ ...section, blocks: section.blocks.filter(keep) }))
      .filter((section) => section.blocks.length > 0),
  };
}
