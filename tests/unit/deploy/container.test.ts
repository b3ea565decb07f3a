/**
 * The Dockerfile and compose.yaml keep the rules they teach. hadolint is in no registry that the tests can reach, so its
 * rules that this file could break are spelled out here, on the instructions as a parser reads them.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const text = readFileSync('Dockerfile', 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();
const argumentsOf = (keyword: string, among: readonly Instruction[] = instructions) =>
  among.filter((each) => each.getKeyword() === keyword).map((each) => each.getRawArgumentsContent() ?? '');
/** The instructions from the last FROM on: what is shipped. */
const shipped = instructions.slice(instructions.findLastIndex((each) => each.getKeyword() === 'FROM'));
const runs = argumentsOf('RUN');

describe('Dockerfile', () => {
  test('DL3006, DL3007, DL3029: each base has a tag, not latest, and no platform is fixed', () => {
    const bases = argumentsOf('FROM');
    expect(bases.length).toBeGreaterThan(1);
    for (const base of bases) {
      expect(base).toMatch(/^[a-z/]+:[\w.-]+(?: AS [a-z]+)?$/);
      expect(base).not.toMatch(/:latest\b|--platform/);
    }
  });

  test('DL3008, DL3009, DL3014, DL3015: packages have versions, come without others and leave no lists', () => {
    const installing = runs.filter((run) => run.includes('apt-get install'));
    expect(installing.length).toBeGreaterThan(0);
    for (const run of installing) {
      expect(run).toMatch(/^apt-get update\b/);
      expect(run).toMatch(/apt-get install -y --no-install-recommends/);
      expect(run).toMatch(/rm -rf \/var\/lib\/apt\/lists\/\*/);
      const [, packages = ''] = /--no-install-recommends([^&]*)&&/.exec(run) ?? [];
      const names = packages.split(/[\s\\]+/).filter(Boolean);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]+=[\w.:~*-]+$/);
    }
  });

  test('DL3001, DL3003, DL3004, DL3027: nothing that makes no sense in a container, no cd, sudo or apt', () => {
    for (const run of runs)
      expect(run).not.toMatch(
        /(?:^|[;&|]\s*)(?:ssh|vim|shutdown|service|ps|free|top|kill|mount|cd|sudo|apt)\s/,
      );
  });

  test('DL4006: nothing is piped, where a failure would be lost', () => {
    for (const run of runs) expect(run.replaceAll('||', '')).not.toContain('|');
  });

  test('DL3059: what belongs together is one layer', () => {
    const keywords = instructions.map((each) => each.getKeyword());
    expect(keywords.some((keyword, index) => keyword === 'RUN' && keywords[index + 1] === 'RUN')).toBe(false);
  });

  test('DL3020, DL3010, DL3045, DL4000: files are copied, to where a folder is named, and no one is maintainer', () => {
    const keywords = new Set(instructions.map((each) => each.getKeyword()));
    for (const keyword of ['ADD', 'MAINTAINER']) expect(keywords).not.toContain(keyword);
    expect([...keywords]).toContain('WORKDIR');
    for (const folder of argumentsOf('WORKDIR')) expect(folder).toMatch(/^\//);
    for (const copied of argumentsOf('COPY', shipped)) expect(copied).toMatch(/ \/\S+$/);
  });

  test('DL3022, DL3023: what is copied between stages comes from an earlier one', () => {
    const stages = argumentsOf('FROM').flatMap((base) => / AS (\S+)/.exec(base)?.[1] ?? []);
    const sources = [...text.matchAll(/--from=(\S+)/g)].map(([, name]) => name);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(stages).toContain(source);
  });

  test('DL3002, DL3025, DL4003, DL3012: not root in the end, one command without a shell, one health check', () => {
    expect(argumentsOf('USER', shipped).at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(argumentsOf('CMD', shipped)).toHaveLength(1);
    expect(JSON.parse(argumentsOf('CMD', shipped)[0] ?? '')).toContain('nginx');
    expect(argumentsOf('HEALTHCHECK', shipped)).toHaveLength(1);
  });

  test('ships no Node, no sources and no secret', () => {
    expect(argumentsOf('FROM', shipped)[0]).not.toContain('node');
    const copied = argumentsOf('COPY', shipped);
    expect(copied).toEqual(['deploy /etc/nginx', '/site /usr/share/nginx/html']);
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const name of ['.*', 'node_modules', 'dist']) expect(ignored).toContain(name);
  });
});

describe('compose.yaml', () => {
  test('fits the Compose specification, and a linter has nothing to say', () => {
    const said = execFileSync(
      process.execPath,
      ['node_modules/dclint/bin/dclint.cjs', '--max-warnings', '0', '-f', 'json', 'compose.yaml'],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(said)).toMatchObject([{ errorCount: 0, warningCount: 0 }]);
  });

  test('the container can change nothing, gain nothing, and is reached where nginx listens', () => {
    const { services } = parse(readFileSync('compose.yaml', 'utf8')) as {
      services: { course: Record<string, unknown> };
    };
    expect(services.course).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: ['127.0.0.1:8080:8080'],
    });
    expect(JSON.stringify(services.course.tmpfs)).toContain('/tmp');
    expect(argumentsOf('EXPOSE')).toEqual(['8080']);
    expect(readFileSync('deploy/course.conf', 'utf8')).toContain('listen 8080;');
    const configuration = readFileSync('deploy/nginx.conf', 'utf8');
    const written = [...configuration.matchAll(/_temp_path (\S+);/g)].map(([, place]) => place);
    expect(written).toHaveLength(5);
    for (const place of written) expect(place).toMatch(/^\/tmp\//);
  });

  test('what it passes to the build, the build knows', () => {
    const { services } = parse(readFileSync('compose.yaml', 'utf8')) as {
      services: { course: { build: { args: Record<string, string> } } };
    };
    const known = argumentsOf('ARG').map((each) => each.split('=')[0]);
    for (const name of Object.keys(services.course.build.args)) {
      expect(known).toContain(name);
      expect(readFileSync('src/compiler/options.ts', 'utf8')).toContain(name);
    }
  });
});
