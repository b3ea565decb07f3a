/** The app's next version, so that its scripts have other names: for tests of what a publish does to open tabs. */

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentDir } from '../../src/compiler/options.ts';
import { courseSite } from '../../src/compiler/plugin.ts';

const { SERVICE_WORKER = 'on' } = process.env;

export default defineConfig({
  plugins: [
    react(),
    courseSite({
      contentDir: contentDir(),
      base: '/',
      origin: '',
      precompress: false,
      strict: false,
      version: '9.9.9',
      sync: null,
      hasServiceWorker: SERVICE_WORKER !== 'off',
    }),
  ],
});
