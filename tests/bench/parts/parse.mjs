/** Our parse of the course's notes against a bare markdown-it render of the same text, in turns in one process. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import markdownIt from 'markdown-it';
import { build } from 'vite';
import { summary } from '../numbers.mjs';

/** The parser as one plain module, because not every Node reads TypeScript. */
async function loadParser() {
  mkdirSync('node_modules/.cache', { recursive: true });
  const out = mkdtempSync('node_modules/.cache/bench-parse-');
  const ssr = { noExternal: [/.*/], external: ['markdown-it'] };
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr,
    build: { ssr: 'src/core/content/parse.ts', outDir: out, minify: false },
  });
  const name = readdirSync(out).find((file) => /^parse\.m?js$/.test(file));
  const loaded = await import(pathToFileURL(path.resolve(out, name)).href);
  rmSync(out, { recursive: true, force: true });
  return loaded.parse;
}

const readNotes = (dir) =>
  readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      file: name.split(path.sep).join('/'),
      text: readFileSync(path.join(dir, name), 'utf8'),
    }));

const TIMES = 20;

/** Processor time of a run in milliseconds, over a batch: what else the machine does is not counted. */
const time = (work) => {
  const before = process.cpuUsage();
  for (let run = 0; run < TIMES; run++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TIMES;
};

export async function measureParsing({ rounds }) {
  const parse = await loadParser();
  const bare = markdownIt({ html: true });
  const rows = [];
  const sources = [
    ['content/', readNotes('content')],
    [
      'original notes',
      [{ file: 'notes.md', text: readFileSync('tests/fixtures/original/notes.md', 'utf8') }],
    ],
  ];
  for (const [label, notes] of sources) {
    const ours = () => {
      for (const { file, text } of notes) {
        parse(text, { file, base: '/', highlight: () => null, imageSize: () => null });
      }
    };
    const reference = () => {
      for (const { text } of notes) bare.render(text);
    };
    const batches = rounds ?? 10;
    // As many runs uncounted, so that both are compiled.
    for (let batch = 0; batch < batches; batch++) {
      time(ours);
      time(reference);
    }
    const times = { ours: [], reference: [] };
    for (let batch = 0; batch < batches; batch++) {
      times.ours.push(time(ours));
      times.reference.push(time(reference));
    }
    rows.push({
      metric: `parse ${label}`,
      unit: 'ms',
      ours: summary(times.ours),
      name: 'markdown-it',
      reference: summary(times.reference),
      target: { times: 2 },
    });
  }
  return rows;
}
