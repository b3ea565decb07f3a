import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import app from './package.json' with { type: 'json' };
import { leanRouter } from './src/compiler/lean-router.ts';
import { courseSite } from './src/compiler/plugin.ts';

const {
  CONTENT_DIR = 'content',
  BASE_PATH = '/',
  SITE_URL = '',
  STRICT = '',
  PRECOMPRESS = '',
  SERVICE_WORKER = 'on',
} = process.env;

export default defineConfig({
  plugins: [
    react(),
    leanRouter(),
    courseSite({
      contentDir: path.resolve(CONTENT_DIR),
      base: `/${BASE_PATH}/`.replace(/\/{2,}/g, '/'),
      origin: SITE_URL.replace(/\/+$/, ''),
      precompress: PRECOMPRESS !== '',
      strict: STRICT !== '' || process.argv.includes('--strict'),
      version: app.version,
      hasServiceWorker: SERVICE_WORKER !== 'off',
    }),
  ],
});
