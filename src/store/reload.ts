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

let isWatching = false;
let isLeaving = false;

/** Called before anything is imported. */
export function recoverWhenGone(): void {
  if (isWatching) return;
  isWatching = true;
  addEventListener(IMPORT_FAILED, async () => {
    if (await isGone()) await reloadOnce();
  });
}

/** Loads the page anew unless that was just tried; then says so. */
export async function reloadOnce(): Promise<void> {
  if (!mayReload()) return void sayTrouble(TROUBLE);
  await nobodyTypes();
  if (!isLeaving) location.reload();
}

/** Loads a page as a document; a reload that is waiting does not come in between. */
export function leaveTo(href: string): void {
  isLeaving = true;
  location.assign(href);
}

/**
 * Whether the host no longer has the script that started this page. Without a network that cannot be told, and a public network
 * may answer in the host's place: false.
 */
async function isGone(): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  if (!entry) return false;
  try {
    const { status, redirected } = await fetch(entry.src, { method: 'HEAD', cache: 'no-store' });
    return status === 404 && !redirected;
  } catch {
    return false;
  }
}

function mayReload(): boolean {
  const isFirst = Math.abs(Date.now() - (reloadedAt.read() ?? 0)) > ONCE_MILLIS;
  // Without a note of it, one reload could become many.
  return isFirst && reloadedAt.write(Date.now());
}

/** Links that do not take the place of the page. */
const STAYING = '[download], [target=_blank], [href^="#"], [href^="mailto:"], [href^="tel:"]';

const isTyping = () =>
  document.activeElement?.matches('input:is([type=text], [type=search]), textarea, select') ?? false;

/** Resolves once nobody types, and what ended the typing has been done: a click on a link first leads where it leads. */
async function nobodyTypes(): Promise<void> {
  while (isTyping()) {
    let isPressed = false;
    const press = () => {
      isPressed = true;
    };
    addEventListener('mousedown', press, true);
    await nextOf('focusout');
    removeEventListener('mousedown', press, true);
    if (isPressed) await clickDone();
  }
}

/** The end of the press that has begun, and of the click it makes, if any. */
async function clickDone(): Promise<void> {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
    // The browser leaves by itself, and not by the page's own navigation.
    if (link && !isElsewhere && !link.matches(STAYING)) isLeaving = true;
  };
  addEventListener('click', follow);
  await nextOf('mouseup', 'dragend');
  await new Promise((resolve) => setTimeout(resolve));
  removeEventListener('click', follow);
}

function nextOf(...types: string[]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const type of types) removeEventListener(type, done, true);
      resolve();
    };
    for (const type of types) addEventListener(type, done, true);
  });
}

/**
 * Says what did not come, with a button for the listener to any click; returns how to take it back. Made without React, since the
 * scripts that draw notices may be among what did not come.
 */
export function sayTrouble(text: string, button?: string): () => void {
  const notice = document.createElement('p');
  notice.className = 'reload-trouble row';
  notice.role = 'alert';
  notice.textContent = text;
  if (button) {
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button';
    again.textContent = button;
    notice.append(' ', again);
  }
  document.querySelector('.reload-trouble')?.remove();
  document.body.append(notice);
  return () => notice.remove();
}
