/** The folder of notes in memory: reads and parses its files, parses only what changed again, and compiles the course on demand. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { imageSizeFromFile } from 'image-size/fromFile';
import { withColours } from '../core/content/colours.ts';
import type { ParseOptions } from '../core/content/parse.ts';
import { isSvg } from '../core/content/source/file-types.ts';
import { type Fields, readFields } from '../core/content/source/front-matter.ts';
import { isMarkdown } from '../core/content/source/paths.ts';
import {
  type Compiled,
  compileCourse,
  followOwnLinks,
  type Note,
  readNote,
} from '../core/course/compile-course.ts';
import { SETTINGS_FILES } from '../core/course/settings.ts';
import type { PageData } from '../core/model/course.ts';
import type { DiagnosticCode } from '../core/model/diagnostic.ts';
import { cutPages, parseSynonyms, type SearchData, SYNONYMS_FILE } from '../core/search/documents.ts';
import type { PageStyles } from './build/bundling.ts';
import { type CleanSvg, cleanSvg } from './clean-svg.ts';
import { noteHashOf } from './course-files.ts';
import { Diagrams } from './diagrams/draw-diagram.ts';
import {
  courseName,
  type DecodedNote,
  decodeNote,
  type Folder,
  isSkipped,
  isWithin,
  linkKind,
  listFolder,
  stampOf,
} from './folder.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { createMathWriter, type MathWriter } from './math.ts';
import { settingsIn } from './options.ts';

interface WorkspaceOptions {
  /** The content folder. */
  dir: string;
  /** Base path of the site, with slashes at both ends. */
  base: string;
  drafts: boolean;
  /** Addresses of the styles that markup links; without them no diagram is drawn, as for a check or an export. */
  styles?: PageStyles;
}

/** What is wrong with a file as a whole, so that the rest of it cannot be read as meant. */
const BREAKING: ReadonlySet<DiagnosticCode> = new Set([
  'file-empty',
  'file-encoding',
  'fence-unclosed',
  'comment-unclosed',
]);

export class Workspace {
  readonly options: WorkspaceOptions;
  #files: Folder = new Map();
  #aliases = new Set<string>();
  #outside = new Set<string>();
  /** What `_category_.json` says of its folder. */
  #categories = new Map<string, Fields>();
  #notes = new Map<string, Note>();
  #synonyms: string[][] = [];
  #compiled: Compiled | null = null;
  #pictures = new Map<string, ImageSize | null>();
  /** SVG pictures that notes refer to, as they are published. */
  #svgs = new Map<string, CleanSvg>();
  #highlighter: Highlighter = createHighlighter();
  /** By the page as it was compiled. */
  #finished = new WeakMap<PageData, Promise<PageData>>();
  #diagrams = new Diagrams();
  /** Files with diagrams that are still to be drawn. */
  #undrawn = new Set<string>();
  #math: MathWriter = createMathWriter();

  constructor(options: WorkspaceOptions) {
    this.options = options;
  }

  /**
   * Reads the whole folder. A folder that is not there is an error with a message for the author. `draws` false leaves diagrams
   * to be drawn later, file by file: they take longer than all the rest.
   */
  async load({ draws = true } = {}): Promise<void> {
    const { files, aliases, outside } = await listFolder(this.options.dir);
    this.#files = files;
    this.#aliases = aliases;
    this.#outside = outside;
    this.#notes.clear();
    this.#categories.clear();
    this.#svgs.clear();
    this.#synonyms = [];
    for (const [file, onDisk] of this.#files) await this.#measure(file, onDisk);
    for (const file of this.#files.keys()) {
      if (isMarkdown(file)) await this.#parse(file, draws);
      else this.#readCategory(file);
    }
    this.#compiled = null;
  }

  /** Reads a file again, or forgets it when it is gone; true when the course may have changed by it. */
  async take(onDisk: string): Promise<boolean> {
    const file = courseName(path.relative(this.options.dir, onDisk));
    if (file.split('/').some((part) => part === '..' || isSkipped(part))) return false;
    const kind = stampOf(onDisk) === null ? 'gone' : linkKind(this.options.dir, onDisk);
    for (const [names, its] of [
      [this.#aliases, 'alias'],
      [this.#outside, 'outside'],
    ] as const)
      if (kind === its) names.add(file);
      else names.delete(file);
    if (kind === 'gone' || kind === 'outside') {
      this.#compiled = null;
      if (this.#files.get(file) !== onDisk) return false;
      this.#files.delete(file);
      this.#svgs.delete(file);
      this.#notes.delete(file);
      this.#categories.delete(file);
      if (file === SYNONYMS_FILE) this.#synonyms = [];
    } else {
      const isNew = !this.#files.has(file);
      this.#files.set(file, onDisk);
      await this.#measure(file, onDisk);
      this.#readCategory(file);
      if (isMarkdown(file) && !(await this.#parse(file)) && !isNew) return false;
    }
    this.#compiled = null;
    return true;
  }

  get undrawnFiles(): string[] {
    return [...this.#undrawn];
  }

  /** Draws the diagrams of a file; false when that is done, or the file is gone. */
  async draw(file: string): Promise<boolean> {
    const note = this.#notes.get(file);
    if (!note || !this.#undrawn.has(file)) return false;
    const drawn = await this.#read(file, { text: note.source, encoding: note.encoding }, true);
    this.#notes.set(file, this.#orLastGood(file, drawn));
    this.#compiled = null;
    return true;
  }

  get compiled(): Compiled {
    if (this.#compiled === null) {
      this.#followOwnLinks();
      this.#compiled = compileCourse(this.#notes, { ...this.folder, ...this.options });
    }
    return this.#compiled;
  }

  /** What a course is compiled from besides its notes. */
  get folder() {
    const [categories, aliases, outside] = [this.#categories, this.#aliases, this.#outside];
    const { otherFiles: files, svgFlaw } = this;
    const imageSize = (file: string) => this.#pictures.get(file) ?? null;
    const settings = settingsIn(this.options.dir);
    return { files, svgFlaw, categories, aliases, outside, imageSize, settings };
  }

  #followOwnLinks(): void {
    const { styles } = this.options;
    const drawing = styles ? { styles, drawDiagram: this.#diagrams.drawn } : {};
    this.#notes = followOwnLinks(this.#notes, this.otherFiles, (file, { source, encoding }, ownFile) =>
      readNote(source, { ...this.#readOptions(file, encoding), ...drawing, ownFile }),
    );
  }

  /** Files that are shown in their last good state. */
  get lastGoodFiles(): string[] {
    return [...this.#notes].filter(([, { isLastGood }]) => isLastGood).map(([file]) => file);
  }

  /** The notes as they were read, by file. */
  get sources(): Map<string, string> {
    return new Map([...this.#notes].map(([file, { source }]) => [file, source]));
  }

  /** A note as it was read, or `course.yaml`; null for any other name. */
  sourceOf(file: string): string | null {
    if (SETTINGS_FILES.includes(file)) return settingsIn(this.options.dir)?.text ?? null;
    return this.#notes.get(file)?.source ?? null;
  }

  /** Files of the folder that are no notes. */
  get otherFiles(): Set<string> {
    return new Set([...this.#files.keys()].filter((file) => !isMarkdown(file)));
  }

  /** What is searched of the course as it stands. */
  search(): SearchData {
    return cutPages(this.compiled.course.pages.values(), this.#synonyms);
  }

  /** What is published of a file that the notes bring: its text, or where it lies on disk; null for any other path. */
  broughtFile(file: string): { text: string } | { onDisk: string } | null {
    const onDisk = this.#files.get(file);
    if (onDisk === undefined || !this.compiled.course.assets.has(file) || !isWithin(this.options.dir, onDisk))
      return null;
    return isSvg(file) ? { text: this.#svgOf(file).text ?? '' } : { onDisk };
  }

  /** What is wrong with an SVG of the folder; null for nothing. */
  readonly svgFlaw = (file: string) => this.#svgOf(file).flaw;

  #svgOf(file: string): CleanSvg {
    const known = this.#svgs.get(file);
    if (known) return known;
    const onDisk = this.#files.get(file);
    let clean: CleanSvg = { text: null, flaw: null };
    try {
      if (onDisk !== undefined) clean = cleanSvg(readFileSync(onDisk));
    } catch {
      // Gone meanwhile: its removal is an event of its own.
    }
    this.#svgs.set(file, clean);
    return clean;
  }

  /** Where a note lies on disk, or `course.yaml`; null for any other name. */
  noteOnDisk(file: string): string | null {
    return this.#notes.has(file) || SETTINGS_FILES.includes(file) ? (this.#files.get(file) ?? null) : null;
  }

  /** The page at a path with its colours and hashes, ready to be sent. */
  async page(pagePath: string): Promise<PageData | null> {
    const page = this.compiled.course.pages.get(pagePath);
    if (!page) return null;
    const finished = this.#finished.get(page) ?? this.#finish(page);
    this.#finished.set(page, finished);
    return finished;
  }

  async #finish(page: PageData): Promise<PageData> {
    const { blocks, sections } = page;
    const languages = new Set<string>();
    withColours([blocks, sections], (_, language) => {
      languages.add(language);
      return null;
    });
    await this.#highlighter.prepare(languages);
    const { highlight } = this.#highlighter;
    const coloured = { blocks: withColours(blocks, highlight), sections: withColours(sections, highlight) };
    const noteHash = noteHashOf(page);
    const finished = { ...page, ...coloured, ...(noteHash !== null && { noteHash }) };
    return { ...finished, revision: revisionOf(finished) };
  }

  /** While notes are written, a file that an unclosed fence or comment swallows keeps its last good state. */
  #orLastGood(file: string, note: Note): Note {
    const before = this.#notes.get(file);
    if (!this.options.drafts || !before || !note.diagnostics.some(({ code }) => BREAKING.has(code)))
      return note;
    const value = { ...before.value, links: note.value.links };
    return { ...note, value, tree: before.tree, isLastGood: true };
  }

  async #measure(file: string, onDisk: string): Promise<void> {
    this.#svgs.delete(file);
    if (/\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file)) this.#pictures.set(file, await imageSize(onDisk));
  }

  /** False when the text is the one that was read before. */
  async #parse(file: string, draws = true): Promise<boolean> {
    const onDisk = this.#files.get(file);
    if (onDisk === undefined) return false;
    let decoded: DecodedNote;
    try {
      // At once: a thousand small files are read sooner than a thousand promises settle.
      decoded = decodeNote(readFileSync(onDisk));
    } catch {
      // Gone between the event and the read: its removal is an event of its own.
      return false;
    }
    const { text: source, encoding } = decoded;
    const before = this.#notes.get(file);
    if (before && source === before.source && encoding === before.encoding) return false;
    if (file === SYNONYMS_FILE) {
      const synonyms = parseSynonyms(source);
      this.#synonyms = synonyms ?? [];
      // Where it cannot be read it is a note, which is told of.
      if (synonyms && encoding === null && !source.includes('\uFFFD')) {
        this.#notes.delete(file);
        return true;
      }
    }
    await this.#math.prepare(source);
    this.#notes.set(file, this.#orLastGood(file, await this.#read(file, decoded, draws)));
    return true;
  }

  async #read(file: string, { text, encoding }: DecodedNote, draws: boolean): Promise<Note> {
    const { styles } = this.options;
    const options = this.#readOptions(file, encoding);
    this.#undrawn.delete(file);
    if (!styles) return readNote(text, options);
    const read = (drawDiagram: NonNullable<ParseOptions['drawDiagram']>) =>
      readNote(text, { ...options, styles, drawDiagram });
    if (draws) return this.#diagrams.read(read);
    const { note, missing } = this.#diagrams.readUndrawn(read);
    if (missing.size > 0) this.#undrawn.add(file);
    return note;
  }

  #readOptions(file: string, encoding: string | null) {
    return {
      file,
      // Of a large course they take as long as all else, while its author waits for the first page.
      triesFixes: !this.options.drafts,
      base: this.options.base,
      latestDay: latestDay(),
      encoding,
      ...(this.#math.draw && { math: this.#math.draw }),
      imageSize: (name: string) => this.#pictures.get(name) ?? null,
    };
  }

  #readCategory(file: string): void {
    const onDisk = this.#files.get(file);
    if (onDisk === undefined || !/(?:^|\/)_category_\.(?:json|ya?ml)$/.test(file)) return;
    try {
      const fields = readFields(decodeNote(readFileSync(onDisk)).text);
      this.#categories.set(file, fields ?? { title: null, order: null, brokenLine: 0 });
    } catch {
      // Gone meanwhile: its removal is an event of its own.
    }
  }
}

const revisionOf = (page: PageData): string =>
  createHash('sha256').update(JSON.stringify(page)).digest('base64url').slice(0, 12);

interface ImageSize {
  width: number;
  height: number;
}

/**
 * The width and height of a picture on disk, so that the page keeps room for it before it loads; null for files that are not there
 * and for formats that tell no size.
 */
async function imageSize(file: string): Promise<ImageSize | null> {
  try {
    const { width, height } = await imageSizeFromFile(file);
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
  } catch {
    // A missing file is told by its own diagnostic; an unreadable picture is shown without reserved room.
    return null;
  }
}

const HOUR = 3_600_000;

/** Where the day begins first, fourteen hours before Greenwich: an author there is not told of the future. */
const latestDay = (): string => new Date(Date.now() + 14 * HOUR).toISOString().slice(0, 10);
