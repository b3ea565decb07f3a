#!/usr/bin/env node
/** Vite's command, for `npm run dev` and builds: without it, Vite parses the whole compiler once more to see whether a future loader could read it. */

process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';

await import(new URL('bin/vite.js', import.meta.resolve('vite/package.json')).href);
