/**
 * Reloads a tab, once, whose scripts are no longer on the host because a newer version has been published. It waits until nobody
 * is typing; unsent answers and sittings are stored and go on afterwards.
 */

import * as v from 'valibot';
import { storedValue } from './stored-value.ts';

/** In milliseconds since 1970. */
const reloadedAt = storedValue('study.reloaded-at', v.number(), { area: 'session' });
/** Soon after a reload another one would not help. */
const ONCE_MILLIS = 60_000;

const TROUBLE = '사이트가 새 버전으로 바뀌는 중이라 일부를 불러오지 못했습니다. 잠시 뒤에 새로 고쳐 주세요.';

/** Sent by Vite's helper for every import that failed, and by the search when its worker did not load. */
export const IMPORT_FAILED = 'vite:preloadError';

/** Called once, before anything is imported. */
export function recoverWhenGone(): void {
  addEventListener(IMPORT_FAILED, async () => {
    if (await isGone()) await reloadOnce();
  });
}

/** Loads the page anew unless that was just tried; then says so. */
export async function reloadOnce(): Promise<void> {
  if (!mayReload()) return showNotice();
  await nobodyTypes();
  location.reload();
}

/** Whether the host no longer has the script that started this page. Without a network that cannot be told: false. */
async function isGone(): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  if (!entry) return false;
  try {
    const { ok, headers } = await fetch(entry.src, { method: 'HEAD', cache: 'no-store' });
    return !(ok && headers.get('content-type')?.includes('javascript'));
  } catch {
    return false;
  }
}

function mayReload(): boolean {
  const isFirst = Math.abs(Date.now() - (reloadedAt.read() ?? 0)) > ONCE_MILLIS;
  // Without a note of it, one reload could become many.
  return isFirst && reloadedAt.write(Date.now());
}

function nobodyTypes(): Promise<void> {
  if (!document.activeElement?.matches('input[type=text], textarea, select')) return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('focusout', () => resolve(), { once: true });
  });
}

/** Made without React, since the scripts that draw notices may be among those that are gone. */
function showNotice(): void {
  if (document.querySelector('.reload-trouble')) return;
  const notice = document.createElement('p');
  notice.className = 'reload-trouble';
  notice.role = 'alert';
  notice.textContent = TROUBLE;
  document.body.append(notice);
}
