/** The types of a linked course: the numbered tree, and the data of each page. */

import type { Html } from './html.ts';
import type { SitePageKind } from './site.ts';
import type { Block, Section, Topic } from './topic.ts';

/** A row of the topic tree. `path` is null for an item that is only a heading in the tree. */
export interface TreeNode {
  /** `1`, `1.3`, `1.3.2`. */
  number: string;
  title: string;
  /** Path of the page under the base, `/environment-tools/conda/`. */
  path: string | null;
  /** For a section of an area's own page. */
  anchor: string | null;
  draft: boolean;
  children: TreeNode[];
}

export interface PageLink {
  path: string;
  title: string;
  number: string | null;
}

/** A comparison of the course, as the overview lists it. */
export interface ComparisonSummary {
  /** Title of the section it stands in, or of its page. */
  title: string;
  /** Where it stands: a page, and the section's anchor there. */
  page: PageLink;
  anchor: string | null;
  columns: string[];
  rows: number;
}

/** The page of a host on which an issue is written; fields of its query fill it in. */
export interface IssueForm {
  href: string;
  /** Names of the fields. */
  title: string;
  body: string;
}

/** The whole tree with what each row holds. */
export interface CourseMap {
  tree: TreeNode[];
  /** Where reading begins; null for a course without a page. */
  first: Pick<TreeNode, 'number' | 'title' | 'path' | 'anchor'> | null;
  /** Reading times by path. */
  minutes: Record<string, number>;
  /** Numbers of questions by path, and by `path#anchor` for sections; those without are left out. */
  questions: Record<string, number>;
}

/** Everything one page needs; written to data/<path>.json and rendered to <path>index.html. */
export interface PageData {
  /** Version of this format; a page of another version is loaded anew. */
  format: 1;
  /** Changes whenever anything else here does; the compiler computes it. */
  revision: string;
  /** What `NoteRevisions` says of the page: absent where it has none. */
  noteHash?: string;
  kind: 'home' | 'area' | 'topic' | SitePageKind;
  path: string;
  file: string | null;
  /** The file's source on its host, where the course names its repository: the number of a line follows. */
  sourceHref?: string;
  number: string | null;
  title: Html;
  titleText: string;
  /** Anchor of the title. */
  anchor: string;
  description: string;
  draft: boolean;
  blocks: Block[];
  sections: Section[];
  /** Reading time in minutes, at least 1. */
  minutes: number;
  /** Area and ancestors, outermost first, without the page itself. */
  crumbs: PageLink[];
  previous: PageLink | null;
  next: PageLink | null;
  /** What every page knows of the course: its title and its areas without their topics. */
  course: {
    id: string | null;
    title: string;
    areas: TreeNode[];
    /** Whether there is an overview of comparisons; absent where there is none. */
    hasComparisons?: true;
    /** Whether there is anything to study: a question or a term. */
    hasStudy?: true;
    /** Of the notes, where that is not Korean: `en`. */
    language?: string;
    /** A picture in the place of the app's mark. */
    logo?: { href: string; width?: number; height?: number };
    /** What readers may do with the notes, one line. */
    license?: TextRun[];
    /** Where an error in the notes is reported; absent where the course names no repository. */
    newIssue?: IssueForm;
  };
  /** The page's own area with its topics; null on the course map. */
  area: TreeNode | null;
  /** The course map only. */
  map: CourseMap | null;
  /** The overview of comparisons only, in order of reading. */
  comparisons?: ComparisonSummary[];
}

/** Words in a line, or a link. */
export interface TextRun {
  text: string;
  href?: string;
}

/** What `course.yaml` says of a course; null for what it does not say, or says in a way that cannot be. */
export interface CourseSettings {
  title: string | null;
  /** As `lang` has it: `en`, `pt-BR`. */
  language: string | null;
  /** OKLCH, dark enough to be read by day. */
  color: readonly [lightness: number, chroma: number, hue: number] | null;
  /** A picture of the folder. */
  logo: string | null;
  license: TextRun[] | null;
  /** Address of the folder of notes on its host. */
  repository: string | null;
  /** Where the site is: a base path with slashes at both ends, and the origin where it is said. */
  base: { base: string; origin: string | null } | null;
}

export interface Course {
  id: string | null;
  title: string;
  description: string;
  /** The numbered tree: areas, their sections and topics. */
  tree: TreeNode[];
  /** By path. Drafts are among them and marked. */
  pages: Map<string, PageData>;
  topics: Map<string, Topic>;
  /** Files of the content folder (pictures and others) that pages refer to. */
  assets: Set<string>;
  settings: CourseSettings;
}
