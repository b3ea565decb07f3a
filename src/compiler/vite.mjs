#!/usr/bin/env node
/**
 * Vite's command, for `npm run dev` and builds: without it, Vite parses the whole compiler once more to see whether a future loader
 * could read it. What it does not know of the arguments it tells in English and with its own source.
 */

import { fileURLToPath } from 'node:url';

process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';

/** Vite's options; of the most use are those of the first line. */
const OPTIONS = [
  ...['port', 'host', 'open', 'outDir', 'emptyOutDir', 'base', 'mode', 'strictPort', 'force', 'config'],
  ...['logLevel', 'clearScreen', 'configLoader', 'profile', 'debug', 'filter', 'help', 'version', 'cors'],
  ...['experimentalBundle', 'target', 'assetsDir', 'assetsInlineLimit', 'ssr', 'sourcemap', 'minify'],
  ...['manifest', 'ssrManifest', 'watch', 'app'],
];

const strict = process.argv.indexOf('--strict');
if (strict > 0) {
  process.env.STRICT = 'on';
  process.argv.splice(strict, 1);
}

const args = process.argv.slice(2);
/** `--no-open`, `--out-dir=site` and `--debug.x` are `open`, `outDir` and `debug`. */
const nameOf = (arg) =>
  arg.replace(/^--(?:no-)?([^=.]*).*$/s, '$1').replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const unknown = args.find((arg) => /^--./.test(arg) && !OPTIONS.includes(nameOf(arg)));
// Vite would take it for the folder of the project.
const word = args[0] === 'build' ? args[1] : args[0];

if (unknown !== undefined) await refuse(({ optionFlaw }) => optionFlaw(unknown, [...OPTIONS, 'strict']));
else if (word !== undefined && !word.startsWith('-')) await refuse(({ wordFlaw }) => wordFlaw(word));
else await import(new URL('bin/vite.js', import.meta.resolve('vite/package.json')).href);

/** Says what is wrong with the arguments, in the words of the other commands. */
async function refuse(flaw) {
  const { runnerImport } = await import('vite');
  const command = fileURLToPath(new URL('check/command.ts', import.meta.url));
  const { module } = await runnerImport(command, { configFile: false, logLevel: 'error' });
  console.error(flaw(module));
  process.exitCode = 2;
}
