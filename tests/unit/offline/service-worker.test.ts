/** The service worker as a browser runs it: installs, updates and answers, with what browsers lack or hosts do wrong. */

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const ORIGIN = 'https://course.example';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

type Files = Record<string, string>;

/** What a host serves, by file; an address of a folder is its index.html. */
let host: Files = {};
/** Files that the host changes on the way, as some do with scripts of their own. */
let changed = new Set<string>();

const FIRST: Files = {
  'index.html': 'home 1',
  'offline.html': 'offline 1',
  '404.html': 'missing 1',
  'assets/app-1.js': 'script 1',
  'conda/index.html': 'conda 1',
};
const SECOND: Files = { ...FIRST, 'assets/app-2.js': 'script 2', 'conda/index.html': 'conda 2' };

/** The Cache API, by name and address. */
function cacheStorage() {
  const stored = new Map<string, Map<string, Response>>();
  const urlOf = (request: string | Request) => (typeof request === 'string' ? request : request.url);
  return {
    open: async (name: string) => {
      const entries = stored.get(name) ?? new Map<string, Response>();
      stored.set(name, entries);
      return {
        match: async (request: string | Request) => entries.get(urlOf(request))?.clone(),
        put: async (request: string | Request, response: Response) =>
          void entries.set(urlOf(request), response),
        delete: async (request: string | Request) => entries.delete(urlOf(request)),
        keys: async () => [...entries.keys()].map((url) => ({ url })),
      };
    },
    delete: async (name: string) => stored.delete(name),
  };
}

async function fetchFromHost(request: string | URL | Request): Promise<Response> {
  const { pathname } = new URL(request instanceof Request ? request.url : request);
  const file = pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : '');
  const body = host[file];
  if (body === undefined) return new Response('missing', { status: 404 });
  return new Response(changed.has(file) ? `${body}<script>` : body);
}

/** Starts the worker of a version and returns what a browser does with one. */
async function startWorker(files: Files) {
  const shell = Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => file !== 'conda/index.html')
      .map(([file, text]) => [file, hashOf(text)]),
  );
  const notes = { 'conda/index.html': hashOf(files['conda/index.html'] ?? '') };
  const id = hashOf(JSON.stringify(files));
  const handlers = new Map<string, (event: unknown) => void>();
  vi.stubGlobal('SITE', { format: 1, id, shell, notes, bytes: 100, isSmall: true });
  vi.stubGlobal('self', {
    registration: { scope: `${ORIGIN}/` },
    clients: { claim: async () => undefined },
    skipWaiting: async () => undefined,
    addEventListener: (type: string, handler: (event: unknown) => void) => handlers.set(type, handler),
  });
  vi.resetModules();
  // Of a project with other types than the tests'.
  const worker = new URL('../../../src/service-worker/service-worker.ts', import.meta.url).pathname;
  await import(worker);
  const run = async (type: string, more: object = {}): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (promise: Promise<unknown>) => {
      work = promise;
    };
    handlers.get(type)?.({ ...more, waitUntil });
    await work;
  };
  return {
    install: () => run('install'),
    activate: () => run('activate'),
    /** Text of what it answers; from the network where it does not answer itself. */
    open: async (address: string): Promise<string> => {
      const request = new Request(ORIGIN + address);
      let answer: Promise<Response> | null = null;
      handlers.get('fetch')?.({
        request,
        waitUntil: () => undefined,
        respondWith: (response: Promise<Response>) => {
          answer = response;
        },
      });
      return (await (answer ?? fetchFromHost(request))).text();
    },
    /** What it answers to what a share sheet posts. */
    post: async (address: string, body: FormData): Promise<Response | null> => {
      let answer: Promise<Response> | null = null;
      handlers.get('fetch')?.({
        request: new Request(ORIGIN + address, { method: 'POST', body }),
        waitUntil: () => undefined,
        respondWith: (response: Promise<Response>) => {
          answer = response;
        },
      });
      return answer;
    },
    /** What a page hears of the copy on its device. */
    report: async () => {
      const told: unknown[] = [];
      await run('message', {
        data: { area: null, loaded: [], savesData: false },
        ports: [{ postMessage: (message: unknown) => told.push(message) }],
      });
      return told[0];
    },
  };
}

/** As a browser does with a new version: while its worker cannot be installed, the one before goes on. */
async function update<T extends Awaited<ReturnType<typeof startWorker>>>(
  before: T,
  files: Files,
): Promise<T> {
  const next = (await startWorker(files)) as T;
  try {
    await next.install();
  } catch {
    return before;
  }
  await next.activate();
  return next;
}

beforeEach(() => {
  host = FIRST;
  changed = new Set();
  vi.stubGlobal('caches', cacheStorage());
  vi.stubGlobal('fetch', fetchFromHost);
  vi.stubGlobal('location', new URL(`${ORIGIN}/sw.js`));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const NAVIGATORS: [string, object][] = [
  ['says how much room there is', { storage: { estimate: async () => ({ quota: 1e9, usage: 0 }) } }],
  ['has no storage manager', {}],
  ['has one that does not estimate', { storage: {} }],
  ['refuses to say', { storage: { estimate: () => Promise.reject(new TypeError('no')) } }],
  ['knows no numbers', { storage: { estimate: async () => ({}) } }],
  ['never says', { storage: { estimate: () => new Promise(() => {}) } }],
];

test.each(NAVIGATORS)(
  'a browser that %s keeps the whole course and every later version',
  async (_, navigator) => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', navigator);
    const through = async <T>(work: Promise<T>): Promise<T> => {
      await Promise.all([work, vi.advanceTimersByTimeAsync(10_000)]);
      return work;
    };
    const first = await startWorker(FIRST);
    await through(first.install());
    await through(first.activate());
    expect(await through(first.report())).toMatchObject({ thrift: 'everything', isWhole: true });
    expect(await first.open('/conda/')).toBe('conda 1');
    host = SECOND;
    const second = await through(update(first, SECOND));
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await second.open('/conda/')).toBe('conda 2');
    expect(await second.open('/assets/app-2.js')).toBe('script 2');
  },
);

test('a download that breaks off leaves the version before, which the next try replaces', async () => {
  vi.stubGlobal('navigator', {});
  let worker = await update(await startWorker(FIRST), FIRST);
  await worker.report();
  host = SECOND;
  changed = new Set(['conda/index.html']);
  worker = await update(worker, SECOND);
  expect(await worker.open('/conda/')).toBe('conda 1');
  changed = new Set();
  worker = await update(worker, SECOND);
  expect(await worker.open('/conda/')).toBe('conda 2');
});

test('a host that changes a file for good does not hold readers at an old version for ever', async () => {
  vi.stubGlobal('navigator', {});
  let worker = await update(await startWorker(FIRST), FIRST);
  await worker.report();
  host = SECOND;
  changed = new Set(['conda/index.html']);
  for (let tries = 0; tries < 3; tries += 1) worker = await update(worker, SECOND);
  // What cannot be kept comes as the host sends it; all else is on the device.
  expect(await worker.open('/conda/')).toBe('conda 2<script>');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect(await worker.open('/assets/app-2.js')).toBe('script 2');
  expect(await worker.open('/')).toBe('home 1');
});

test('versions in a row of which none can be installed are counted together, and a good one ends the count', async () => {
  vi.stubGlobal('navigator', {});
  let worker = await update(await startWorker(FIRST), FIRST);
  await worker.report();
  changed = new Set(['conda/index.html']);
  const version = (number: number): Files => ({ ...FIRST, 'conda/index.html': `conda ${number}` });
  for (const number of [2, 3]) {
    host = version(number);
    worker = await update(worker, host);
    expect(await worker.open('/conda/')).toBe('conda 1');
  }
  host = version(4);
  worker = await update(worker, host);
  expect(await worker.open('/conda/')).toBe('conda 4<script>');
  changed = new Set();
  host = version(5);
  worker = await update(worker, host);
  await worker.report();
  changed = new Set(['conda/index.html']);
  host = version(6);
  worker = await update(worker, host);
  expect(await worker.open('/conda/')).toBe('conda 5');
});

test('a record that another app hands over is kept for the page, which is opened instead; nothing else that is posted', async () => {
  const worker = await startWorker(FIRST);
  const form = new FormData();
  form.set('record', new File(['{"events":[]}'], 'study-record.txt', { type: 'text/plain' }));
  const answer = await worker.post('/progress/?share', form);
  expect(answer?.status).toBe(303);
  expect(answer?.headers.get('location')).toBe(`${ORIGIN}/progress/?handed`);
  const kept = await (await caches.open('lecture-study:handed:/')).match('/progress/?handed');
  expect(await kept?.text()).toBe('{"events":[]}');
  expect((await worker.post('/progress/?share', new FormData()))?.status).toBe(303);
  expect(await worker.post('/progress/', form)).toBeNull();
});
