import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import app from './package.json' with { type: 'json' };
import { contentDir, siteBase, siteOrigin, syncServer } from './src/compiler/options.ts';
import { courseSite } from './src/compiler/plugin.ts';

const { STRICT = '', PRECOMPRESS = '', SERVICE_WORKER = 'on' } = process.env;

export default defineConfig({
  plugins: [
    react(),
    courseSite({
      contentDir: contentDir(),
      base: siteBase(),
      origin: siteOrigin(),
      precompress: PRECOMPRESS !== '',
      strict: STRICT !== '',
      version: app.version,
      sync: syncServer(),
      hasServiceWorker: SERVICE_WORKER !== 'off',
    }),
  ],
});
