/** The app's next version, so that its scripts have other names: for tests of what a publish does to open tabs. */

import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanRouter } from '../../src/compiler/lean-router.ts';
import { courseSite } from '../../src/compiler/plugin.ts';

const { CONTENT_DIR = 'content', SERVICE_WORKER = 'on' } = process.env;

export default defineConfig({
  plugins: [
    react(),
    leanRouter(),
    courseSite({
      contentDir: path.resolve(CONTENT_DIR),
      base: '/',
      origin: '',
      precompress: false,
      strict: false,
      version: '9.9.9',
      hasServiceWorker: SERVICE_WORKER !== 'off',
    }),
  ],
});
