/** Our parse of the course's notes against a bare markdown-it render of the same text, in turns in one process. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import markdownIt from 'markdown-it';
import { loadModule } from '../bundle.mjs';
import { summary } from '../numbers.mjs';

/** With everything it needs in it but markdown-it, which is the reference, too. */
const SSR = { noExternal: [/.*/], external: ['markdown-it'] };

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
  const { parse } = await loadModule('src/core/content/parse.ts', SSR);
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
        parse(text, { file, base: '/', imageSize: () => null });
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
