/**
 * A page as a reader's browser has it: no script of ours in its way and no inspector listening to its runtime. With one
 * listening, every Error a library makes costs a second parse of the library to find its lines: 90 ms of react-dom's
 * start at a quarter of the speed, that no reader ever waits for.
 */

import { sleep } from './numbers.mjs';

/** A fresh window with nothing cached; `send` and `on` speak to its page, `close` forgets everything. */
export async function openPlainPage(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const { browserContextId } = await devtools.send('Target.createBrowserContext');
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank', browserContextId });
  // In a context it did not make, Playwright lets go of the page; messages are passed through by hand.
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  devtools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error, method, params } = JSON.parse(event.message);
    if (method) return listeners.get(method)?.(params);
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    return error ? reject(new Error(error.message)) : resolve(result);
  });
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  // A new window loads pages of its own for its toolbar, which would compete with the page.
  await sleep(1000);
  await send('Page.enable');
  await send('Emulation.setDeviceMetricsOverride', {
    width: 1280,
    height: 800,
    deviceScaleFactor: 1,
    mobile: false,
  });
  return {
    send,
    on: (method, listener) => listeners.set(method, listener),
    evaluate: async (source) => {
      const { result } = await send('Runtime.evaluate', { expression: `(${source})()`, returnByValue: true });
      return result.value;
    },
    close: async () => {
      await devtools.send('Target.disposeBrowserContext', { browserContextId });
      await devtools.detach();
    },
  };
}
