/** The sites under test: ours and its peers, each set up in a folder of its own with the same notes. */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeContent } from './content.mjs';
import { findNode, installPeer, PACKAGES } from './install.mjs';
import { makeWorkFolder } from './work-folder.mjs';

/** What is written for a size by its name: so many pages, of a section of the notes each, or long ones; all sections once for null. */
export const SIZES = {
  small: { pages: null },
  p20: { pages: 20 },
  p200: { pages: 200 },
  k1: { pages: 1000 },
  k5: { pages: 5000 },
  long: { pages: 226, long: true },
};

const OURS = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json'];

/*
 * Each setup writes what a user of that generator would write and returns how it is built and developed. `page` is the
 * ninth page: an ordinary one, with a text of middle length. `clean` is what makes a start cold.
 */
const SETUPS = {
  ours(size) {
    const dir = makeWorkFolder(`ours-${size}`, 'node_modules');
    for (const file of OURS) cpSync(file, path.join(dir, file), { recursive: true });
    const notes = path.join(path.dirname(dir), `notes-${size}`);
    const names = writeContent(makeFolder(notes), { ...SIZES[size], header: 'heading' });
    const vite = [process.execPath, 'src/compiler/vite.mjs'];
    return {
      dir,
      names,
      env: { CONTENT_DIR: notes, BASE_PATH: '/' },
      build: [...vite, 'build', '--outDir', 'dist', '--emptyOutDir'],
      dev: (port) => [...vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
      out: 'dist',
      clean: ['dist', 'node_modules/.vite', 'node_modules/.cache'],
      pathOf: (name) => `/${name}/`,
      fileOf: (name) => path.join(notes, `${name}.md`),
    };
  },

  vitepress(size) {
    const dir = makeWorkFolder(`vitepress-${size}`, installPeer('vitepress'));
    const names = writeContent(dir, { ...SIZES[size], header: 'both' });
    write(dir, 'package.json', manifest('vitepress', { type: 'module' }));
    write(dir, '.vitepress/config.mjs', VITEPRESS);
    const vitepress = [process.execPath, 'node_modules/vitepress/bin/vitepress.js'];
    return {
      dir,
      names,
      build: [...vitepress, 'build'],
      dev: (port) => [...vitepress, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
      out: '.vitepress/dist',
      clean: ['.vitepress/dist', '.vitepress/cache', '.vitepress/.temp', 'node_modules/.vite'],
      pathOf: (name) => `/${name}.html`,
      fileOf: (name) => path.join(dir, `${name}.md`),
    };
  },

  docusaurus(size) {
    const dir = makeWorkFolder(`docusaurus-${size}`, installPeer('docusaurus'));
    const folderFile = {
      name: '_category_.json',
      text: (chapter) => JSON.stringify({ label: `${chapter}장` }),
    };
    const names = writeContent(makeFolder(path.join(dir, 'docs')), {
      ...SIZES[size],
      header: 'both',
      folderFile,
    });
    // Not a module: it would take its own generated files for modules and fail.
    write(dir, 'package.json', manifest('docusaurus'));
    write(dir, 'docusaurus.config.js', DOCUSAURUS);
    return {
      dir,
      names,
      build: [process.execPath, 'node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
      out: 'build',
      clean: ['build', '.docusaurus', 'node_modules/.cache'],
      pathOf: (name) => `/${name}`,
      fileOf: (name) => path.join(dir, 'docs', `${name}.md`),
    };
  },

  starlight(size) {
    const dir = makeWorkFolder(`starlight-${size}`, installPeer('starlight'));
    const docs = makeFolder(path.join(dir, 'src/content/docs'));
    const names = writeContent(docs, { ...SIZES[size], header: 'front matter' });
    write(dir, 'package.json', manifest('starlight', { type: 'module' }));
    write(dir, 'astro.config.mjs', STARLIGHT);
    write(dir, 'src/content.config.ts', STARLIGHT_COLLECTION);
    return {
      dir,
      names,
      build: [findNode(22), 'node_modules/astro/bin/astro.mjs', 'build'],
      out: 'dist',
      clean: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
      pathOf: (name) => `/${name}/`,
      fileOf: (name) => path.join(docs, `${name}.md`),
    };
  },
};

const VITEPRESS = `import { readdirSync, readFileSync } from 'node:fs';
const titleOf = (file) => JSON.parse(/^title: (.*)$/m.exec(readFileSync(file, 'utf8'))[1]);
const sidebar = readdirSync('.').filter((name) => name.startsWith('ch-')).sort().map((folder) => ({
  text: Number(folder.slice(3)) + '장',
  collapsed: true,
  items: readdirSync(folder).sort().map((name) => ({
    text: titleOf(folder + '/' + name),
    link: '/' + folder + '/' + name.slice(0, -3),
  })),
}));
export default { lang: 'ko-KR', title: 'Notes', themeConfig: { sidebar, search: { provider: 'local' } } };
`;

const DOCUSAURUS = `export default {
  title: 'Notes',
  url: 'https://example.org',
  baseUrl: '/',
  onBrokenLinks: 'warn',
  i18n: { defaultLocale: 'ko', locales: ['ko'] },
  future: { v4: true, faster: true },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  themes: [['@easyops-cn/docusaurus-search-local', { hashed: true, language: ['en', 'ko'], docsRouteBasePath: '/', indexBlog: false }]],
};
`;

const STARLIGHT = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [starlight({ title: 'Notes', locales: { root: { label: '한국어', lang: 'ko' } } })],
});
`;

const STARLIGHT_COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** A package.json that names what is installed: Astro decides by it what to bundle. */
function manifest(peer, fields = {}) {
  const dependencies = Object.fromEntries(PACKAGES[peer].map((name) => [name.replace(/(.)@.*/, '$1'), '*']));
  return JSON.stringify({ private: true, ...fields, dependencies });
}

function makeFolder(dir) {
  mkdirSync(dir, { recursive: true });
  return dir;
}

function write(dir, name, text) {
  makeFolder(path.dirname(path.join(dir, name)));
  writeFileSync(path.join(dir, name), text);
}

const prepared = new Map();

/** A site set up in a size, once a run. Throws NotMeasured when the peer cannot be had. */
export function prepareSite(name, size) {
  const key = `${name}/${size}`;
  const earlier = prepared.get(key);
  if (earlier) return earlier;
  // Vite's builds in this process leave NODE_ENV=production, with which no dev server follows an edit.
  const { NODE_ENV: _, ...env } = process.env;
  const quiet = { ASTRO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  const setup = SETUPS[name](size);
  const site = {
    name,
    size,
    page: setup.names[8],
    ...setup,
    env: { ...env, ...quiet, ...setup.env },
  };
  prepared.set(key, site);
  return site;
}
