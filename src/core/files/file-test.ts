/**
 * What a file that is to be mended has to be, as a small test that says so: `parses`, `lines <= 4`, `contains python:3.12`,
 * `yaml spec.replicas = 3`, `dockerfile FROM[0] = python:3.12-slim`, `order COPY requirements.txt < RUN pip`. A `!` in front turns each
 * around. Tests are data, so that no page needs what read them.
 */

export type Compare = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains';

export type FileTest = { written: string; isNot: boolean } & (
  | { kind: 'parses' }
  /** Lines that say something: neither blank nor a comment. */
  | { kind: 'lines'; compare: Compare; value: number }
  /** Anywhere but in a line of comment. */
  | { kind: 'contains'; text: string }
  /** At a path of keys and places; `*` stands for each of several, `?` for one of them. Without `compare` it only has to be there. */
  | { kind: 'value'; path: string[]; compare: Compare | null; value: unknown }
  /** Instructions of a Dockerfile, by how they begin, one below the other. */
  | { kind: 'order'; steps: string[] }
);

/** The languages whose files are read; of all others only the text can be looked at. */
export type FileLanguage = 'yaml' | 'dockerfile' | 'text';

export const languageOf = (name: string): FileLanguage =>
  /^ya?ml$/i.test(name) ? 'yaml' : /^docker(?:file)?$/i.test(name) ? 'dockerfile' : 'text';

/** Nobody mends more by hand; what is longer is not read. */
export const MOST_CHARACTERS = 20_000;

/** A file as a reader of its language gives it. */
export interface ReadFile {
  /** The 1-based line at which reading ended; null for a file that is read. */
  brokenLine: number | null;
  /** Mappings, lists and scalars; of a Dockerfile the arguments of each instruction by its name. */
  value: unknown;
  /** Of a Dockerfile its instructions in order, spaces evened. */
  steps: readonly { text: string; line: number }[];
  /** The 1-based line of what stands at a path of keys and places, or of the last of it that is there. */
  lineOf: (path: readonly string[]) => number | null;
}

export type ReadText = (text: string) => ReadFile;

/** What came of a test. `line`: where what is there is not as it has to be; null where nothing is there. */
export interface Outcome {
  isMet: boolean;
  line: number | null;
  /** Whether the file could not be read as far as the test asks for. */
  isUnread: boolean;
}

export function runTest(test: FileTest, text: string, file: ReadFile): Outcome {
  const outcome = plainOutcome(test, text, file);
  return test.isNot && !outcome.isUnread ? { ...outcome, isMet: !outcome.isMet } : outcome;
}

function plainOutcome(test: FileTest, text: string, file: ReadFile): Outcome {
  const unread: Outcome = { isMet: false, line: file.brokenLine, isUnread: true };
  const isBroken = file.brokenLine !== null;
  const lines = text.split('\n');
  const outcome = (isMet: boolean, line: number | null = null): Outcome => ({ isMet, line, isUnread: false });
  switch (test.kind) {
    case 'parses':
      return outcome(!isBroken, file.brokenLine);
    case 'lines':
      return outcome(compareValues(lines.filter(says).length, test.compare, test.value));
    case 'contains': {
      const at = lines.findIndex((line) => says(line) && line.includes(test.text));
      return outcome(at >= 0, at < 0 ? null : at + 1);
    }
    case 'order': {
      if (isBroken) return unread;
      const given = file.steps.map((step) => ({ ...step, text: normalizeStep(step.text) }));
      let from = -1;
      for (const step of test.steps.map(normalizeStep)) {
        const at = given.findIndex(({ text: each }, index) => index > from && each.startsWith(step));
        if (at < 0) return outcome(false, given.find((each) => each.text.startsWith(step))?.line);
        from = at;
      }
      return outcome(true, file.steps[from]?.line);
    }
    case 'value': {
      if (isBroken) return unread;
      const { isMet, at } = find(file.value, test, [], { left: MOST_STEPS });
      return outcome(isMet, at && file.lineOf(at));
    }
  }
}

/**
 * An instruction that copies, written in one of several ways: `COPY --chown=1000 ["./a", "./"]` is `COPY a .`. Where it copies from
 * stays: `COPY --from=build a .`.
 */
function normalizeStep(step: string): string {
  const [, keyword, flags = '', paths = ''] = /^(COPY|ADD) ((?:--\S+(?: |$))*)(.*)$/.exec(step) ?? [];
  if (keyword === undefined) return step;
  const [, list] = /^\[(.*)\]$/.exec(paths) ?? [];
  const words = list === undefined ? paths.split(' ') : list.split(',').map((word) => word.trim());
  const from = flags.split(' ').filter((flag) => flag.startsWith('--from='));
  const plain = words
    .map((word) => word.replace(/^"(.*)"$/, '$1'))
    .map((word) => (word === './' ? '.' : word.replace(/^\.\//, '')));
  return [keyword, ...from, ...plain].join(' ').trimEnd();
}

const says = (line: string): boolean => /^\s*[^\s#]/.test(line);

/** Aliases may make a few lines of YAML as many values as one likes. */
const MOST_STEPS = 10_000;

interface Found {
  isMet: boolean;
  /** The path of what decided; null where nothing is there. */
  at: string[] | null;
}

/** Looks along the path, from `at` on. */
function find(
  value: unknown,
  test: FileTest & { kind: 'value' },
  at: string[],
  steps: { left: number },
): Found {
  if (steps.left-- <= 0) return { isMet: false, at: null };
  const name = test.path[at.length];
  if (name === undefined) {
    const isMet = test.compare === null || compareValues(value, test.compare, test.value);
    return { isMet, at };
  }
  const entries = entriesOf(value);
  if (name !== '*' && name !== '?') {
    const place = /^-\d+$/.test(name) && Array.isArray(value) ? String(value.length + Number(name)) : name;
    const entry = entries.find(([key]) => key === place);
    return entry
      ? find(entry[1], test, [...at, place], steps)
      : { isMet: false, at: at.length > 0 ? at : null };
  }
  const found = entries.map(([key, each]) => find(each, test, [...at, key], steps));
  const decisive = found.find(({ isMet }) => isMet === (name === '?'));
  return decisive ?? found[0] ?? { isMet: false, at: at.length > 0 ? at : null };
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

function compareValues(given: unknown, compare: Compare, value: unknown): boolean {
  if (compare === '=') return isSame(given, value);
  if (compare === '!=') return !isSame(given, value);
  if (compare === 'contains') {
    if (Array.isArray(given)) return given.some((each) => String(each) === value);
    return typeof given === 'string' && given.includes(String(value));
  }
  if (typeof given !== 'number' || typeof value !== 'number') return false;
  const signs = { '<': given < value, '<=': given <= value, '>': given > value, '>=': given >= value };
  return signs[compare];
}

/** Goes no deeper than what the author wrote. */
function isSame(given: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(given, wanted);
  if (typeof given !== 'object' || given === null || Array.isArray(given) !== Array.isArray(wanted))
    return false;
  const entries = entriesOf(wanted);
  return (
    entriesOf(given).length === entries.length &&
    entries.every(([key, each]) => Object.hasOwn(given, key) && isSame((given as never)[key], each))
  );
}

/** A file of which nothing is read, since it is broken at a line. */
export const brokenFile = (line: number | null): ReadFile => ({
  brokenLine: line,
  value: null,
  steps: [],
  lineOf: () => null,
});

/** Of a language that is not read. */
export const readPlain: ReadText = () => brokenFile(null);
