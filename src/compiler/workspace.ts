/** The notes in memory: reads and parses the content folder, keeps what did not change, links on demand. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkItems } from '../core/content/lint/item-writing.ts';
import { parse } from '../core/content/parse.ts';
import { sortByPlace } from '../core/content/source/diagnostics.ts';
import { isMarkdown } from '../core/content/source/paths.ts';
import { isCoursePage, parseTree, type WrittenTree } from '../core/content/written-tree.ts';
import { offerFixes } from '../core/course/course-fixes.ts';
import { link } from '../core/course/link.ts';
import type { Course, PageData } from '../core/model/course.ts';
import type { Diagnostic, DiagnosticCode, Parsed } from '../core/model/diagnostic.ts';
import type { SearchData } from '../core/model/search.ts';
import type { Topic } from '../core/model/topic.ts';
import { cutPages } from '../core/search/documents.ts';
import { parseSynonyms, SYNONYMS_FILE } from '../core/search/synonyms.ts';
import { courseName, type Folder, isSkipped, isWithin, listFolder, stampOf } from './folder.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { type ImageSize, imageSize } from './image-size.ts';

export interface WorkspaceOptions {
  /** The content folder. */
  dir: string;
  /** Base path of the site, with slashes at both ends. */
  base: string;
  drafts: boolean;
}

/** What is wrong with a file as a whole, so that the rest of it cannot be read as meant. */
const BREAKING: ReadonlySet<DiagnosticCode> = new Set([
  'file-empty',
  'file-encoding',
  'fence-unclosed',
  'comment-unclosed',
]);

/** A linked course with everything that was said about it, by file and place. */
export interface Compiled {
  course: Course;
  diagnostics: Diagnostic[];
}

export class Workspace {
  readonly options: WorkspaceOptions;
  #files: Folder = new Map();
  #parsed = new Map<string, Parsed<Topic>>();
  #sources = new Map<string, string>();
  #held = new Set<string>();
  #tree: WrittenTree | null = null;
  #synonyms: string[][] = [];
  #compiled: Compiled | null = null;
  #pictures = new Map<string, ImageSize | null>();
  #highlighter: Highlighter = createHighlighter();

  constructor(options: WorkspaceOptions) {
    this.options = options;
  }

  /** Reads the whole folder. A folder that is not there is an error with a message for the author. */
  async load(): Promise<void> {
    this.#files = await listFolder(this.options.dir);
    this.#parsed.clear();
    this.#sources.clear();
    this.#synonyms = [];
    for (const [file, onDisk] of this.#files) await this.#measure(file, onDisk);
    for (const file of this.#files.keys()) if (isMarkdown(file)) await this.#parse(file);
    this.#compiled = null;
  }

  /** Reads a file again, or forgets it when it is gone; true when the course may have changed by it. */
  async take(onDisk: string): Promise<boolean> {
    const file = courseName(path.relative(this.options.dir, onDisk));
    if (file.split('/').some((part) => part === '..' || isSkipped(part))) return false;
    if (stampOf(onDisk) === null) {
      if (this.#files.get(file) !== onDisk) return false;
      this.#files.delete(file);
      this.#parsed.delete(file);
      this.#sources.delete(file);
      this.#held.delete(file);
      if (file === this.#tree?.file) this.#tree = null;
      if (file === SYNONYMS_FILE) this.#synonyms = [];
    } else {
      if (!isWithin(this.options.dir, onDisk)) return false;
      const isNew = !this.#files.has(file);
      this.#files.set(file, onDisk);
      await this.#measure(file, onDisk);
      if (isMarkdown(file) && !(await this.#parse(file)) && !isNew) return false;
    }
    this.#compiled = null;
    return true;
  }

  get compiled(): Compiled {
    this.#compiled ??= this.#link();
    return this.#compiled;
  }

  /** Files that are shown in their last good state. */
  get held(): string[] {
    return [...this.#held];
  }

  /** The notes as they were read, by file. */
  get sources(): ReadonlyMap<string, string> {
    return this.#sources;
  }

  /** Files of the folder that are no notes. */
  get otherFiles(): Set<string> {
    return new Set([...this.#files.keys()].filter((file) => !isMarkdown(file)));
  }

  /** What is searched of the course as it stands. */
  search(): SearchData {
    return cutPages(this.compiled.course.pages.values(), this.#synonyms);
  }

  /** Where a picture or other file that the notes refer to lies on disk; null for any other path. */
  assetOnDisk(file: string): string | null {
    return this.compiled.course.assets.has(file) ? (this.#files.get(file) ?? null) : null;
  }

  /** Where a note lies on disk; null for any other name. */
  noteOnDisk(file: string): string | null {
    return this.#parsed.has(file) ? (this.#files.get(file) ?? null) : null;
  }

  /** The page at a path with its revision, ready to be sent. */
  page(pagePath: string): PageData | null {
    const page = this.compiled.course.pages.get(pagePath);
    if (page && page.revision === '') page.revision = revisionOf(page);
    return page ?? null;
  }

  /** While notes are written, a file that an unclosed fence or comment swallows keeps its last good state. */
  #orLastGood(file: string, parsed: Parsed<Topic>): Parsed<Topic> {
    const before = this.#parsed.get(file)?.value;
    this.#held.delete(file);
    if (!this.options.drafts || !before || !parsed.diagnostics.some(({ code }) => BREAKING.has(code)))
      return parsed;
    this.#held.add(file);
    return { ...parsed, value: { ...before, links: parsed.value.links } };
  }

  async #measure(file: string, onDisk: string): Promise<void> {
    if (/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file)) this.#pictures.set(file, await imageSize(onDisk));
  }

  /** False when the text is the one that was read before. */
  async #parse(file: string): Promise<boolean> {
    const onDisk = this.#files.get(file);
    if (onDisk === undefined) return false;
    let source: string;
    try {
      // At once: a thousand small files are read sooner than a thousand promises settle.
      source = readFileSync(onDisk, 'utf8');
    } catch {
      // Gone between the event and the read: its removal is an event of its own.
      return false;
    }
    if (source === this.#sources.get(file)) return false;
    if (file === SYNONYMS_FILE) {
      const synonyms = parseSynonyms(source);
      this.#synonyms = synonyms ?? [];
      if (synonyms) {
        this.#parsed.delete(file);
        return true;
      }
    }
    await this.#highlighter.prepare(source);
    const { base } = this.options;
    const parsed = parse(source, {
      file,
      base,
      highlight: this.#highlighter.highlight,
      imageSize: (name) => this.#pictures.get(name) ?? null,
    });
    this.#parsed.set(file, this.#orLastGood(file, parsed));
    this.#sources.set(file, source);
    if (isCoursePage(file) && !this.#held.has(file)) {
      const tree = parseTree(source, file);
      if (tree || this.#tree?.file === file) this.#tree = tree;
    }
    return true;
  }

  #link(): Compiled {
    const topics = new Map<string, Topic>();
    for (const [file, parsed] of this.#parsed) topics.set(file, parsed.value);
    const files = this.otherFiles;
    const { base, drafts } = this.options;
    const linked = link(topics, { tree: this.#tree, files, drafts, base });
    const sourceOf = (file: string) => this.#sources.get(file) ?? null;
    const own = [...this.#parsed].flatMap(([file, { value, diagnostics }]) => [
      ...diagnostics,
      // What is shown of a file held back is older than its source.
      ...(this.#held.has(file) ? [] : checkItems(value, sourceOf(file) ?? '')),
    ]);
    const diagnostics = sortByPlace([...own, ...offerFixes(linked.diagnostics, { topics, files, sourceOf })]);
    return { course: linked.value, diagnostics };
  }
}

const revisionOf = (page: PageData): string =>
  createHash('sha256').update(JSON.stringify(page)).digest('base64url').slice(0, 12);
