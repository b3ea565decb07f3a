/**
 * The browsers that Playwright does not drive as they are installed: Debian's Firefox through puppeteer, and WebKitGTK
 * (Safari's engine) through its own WebDriver on a screen of Xvfb. A few verbs are enough for the journeys of `engines.spec.ts`.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import puppeteer, { type KeyInput } from 'puppeteer-core';
import { freePort } from './nginx.mjs';

export interface Engine {
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Runs a function in the page; what it takes and returns is JSON. */
  evaluate: <T, A extends unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;
  /** Presses one key after the other, as a hand does: `Enter`, `ArrowUp`, `1`. */
  press: (...keys: (keyof typeof KEYS | `${number}`)[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses the middle of the first element that a selector finds. */
  click: (selector: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** The page as it is printed on A4; not in WebKit, whose driver prints nothing. */
  pdf?: () => Promise<Uint8Array>;
  /** What the page's console told as an error, and what was thrown. */
  errors: () => string[];
  stop: () => Promise<void>;
}

/** Starts a browser without anything stored. `isBlocked`: the reader has Firefox keep nothing of any site. */
export type StartEngine = (options?: { isBlocked?: boolean }) => Promise<Engine>;

/** Keys by name, with the code that WebDriver has for them. */
const KEYS = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', ArrowUp: '\uE013' };

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file));

/** MiniBrowser stands in the folder of its library: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function findMiniBrowser(): string | undefined {
  if (!['WebKitWebDriver', 'Xvfb'].every((program) => existsSync(`/usr/bin/${program}`))) return undefined;
  const folders = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  return folders
    .map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`)
    .find((file) => existsSync(file));
}
const MINI_BROWSER = findMiniBrowser();

/** Each browser with how it is started; `missing` says what has to be installed first, '' for nothing. */
export const ENGINES: { name: string; missing: string; start: StartEngine }[] = [
  {
    name: 'Firefox',
    missing: FIREFOX ? '' : 'Firefox is not installed (Debian: firefox-esr)',
    start: startFirefox,
  },
  {
    name: 'WebKit',
    missing: MINI_BROWSER ? '' : 'WebKitGTK is not installed (Debian: webkit2gtk-driver xvfb)',
    start: startWebKit,
  },
];

async function startFirefox({ isBlocked = false } = {}): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX ?? '',
    extraPrefsFirefox: {
      'intl.accept_languages': 'ko-KR',
      ...(isBlocked && { 'network.cookie.cookieBehavior': 2 }),
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport({ width: 1200, height: 900 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (run, ...args) => page.evaluate(run as (...all: unknown[]) => never, ...args),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key as KeyInput);
    },
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.click(selector),
    resize: (width, height) => page.setViewport({ width, height }),
    // Its driver knows no margins of a style sheet.
    pdf: () =>
      page.pdf({ format: 'A4', margin: { top: '18mm', bottom: '18mm', left: '16mm', right: '16mm' } }),
    errors: () => errors,
    stop: () => browser.close(),
  };
}

async function startWebKit(): Promise<Engine> {
  const errors: string[] = [];
  const [screen, display] = await startXvfb();
  const port = await freePort();
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [driver.stdout, driver.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      errors.push(...text.split('\n').filter((line) => /CONSOLE .*ERROR/.test(line)));
    });
  const call = async (method: 'POST' | 'DELETE', path: string, body: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit: ${method} ${path} ${JSON.stringify(value)}`);
    return value;
  };
  await driverAnswers(`http://127.0.0.1:${port}/status`);
  const { sessionId } = (await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': {
          // The driver throws away what its browser prints, but for its complaints.
          binary: '/bin/sh',
          args: [
            '-c',
            'exec "$0" "$@" >&2',
            MINI_BROWSER,
            '--automation',
            '--enable-write-console-messages-to-stdout=true',
          ],
        },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  // What is cut short leaves no browser behind.
  process.once('exit', () => driver.kill() && screen.kill());
  const post = (path: string, body: object = {}) => call('POST', `${session}/${path}`, body);
  const pressAll = (values: readonly string[]) =>
    post('actions', {
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: values.flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ],
    });
  const engine: Engine = {
    open: async (url) => void (await post('url', { url })),
    reload: async () => void (await post('refresh')),
    evaluate: async (run, ...args) => {
      const script = `const done = arguments[1]; Promise.resolve((${run})(...arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = (await post('execute/async', { script, args: [args] })) as {
        value: never;
        error?: string;
      };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    press: async (...keys) => void (await pressAll(keys.map((key) => KEYS[key as keyof typeof KEYS] ?? key))),
    type: async (text) => void (await pressAll([...text])),
    async click(selector) {
      const place = await engine.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        element?.scrollIntoView({ block: 'center' });
        const box = element?.getBoundingClientRect();
        return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
      }, selector);
      if (!place) throw new Error(`nothing to press: ${selector}`);
      await post('actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', duration: 0, ...place },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    resize: async (width, height) => void (await post('window/rect', { width, height })),
    errors: () => errors,
    async stop() {
      try {
        await call('DELETE', session);
      } finally {
        driver.kill();
        screen.kill();
      }
    },
  };
  return engine;
}

/** A screen that nobody sees, and the number it chose for itself. */
function startXvfb(): Promise<[screen: ChildProcess, display: string]> {
  const screen = spawn(
    '/usr/bin/Xvfb',
    ['-displayfd', '1', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return new Promise((resolve, reject) => {
    screen.on('error', reject).on('exit', () => reject(new Error('Xvfb did not start')));
    screen.stdout?.setEncoding('utf8').once('data', (number: string) => resolve([screen, number.trim()]));
  });
}

async function driverAnswers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(address).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer');
}
