/**
 * A tab of a version that is gone: scripts it has not loaded yet cannot be had any more. It loads itself anew, once, as
 * soon as nobody is typing; answers under way are kept as drafts, and a sitting goes on where it was.
 */

const RELOADED_KEY = 'study.reloaded-at';
/** Within so long after a reload another one would not help either. */
const ONCE_MILLIS = 60_000;

const TROUBLE = '사이트가 새 버전으로 바뀌는 중이라 일부를 불러오지 못했습니다. 잠시 뒤에 새로 고쳐 주세요.';

/** Vite's helper tells of every import that failed, and the search of its worker. */
export const IMPORT_FAILED = 'vite:preloadError';

/** Called once, before anything is imported. */
export function recoverWhenGone(): void {
  addEventListener(IMPORT_FAILED, async () => {
    if (await isGone()) await reloadOnce();
  });
}

/** Loads the page anew unless that was just tried; then says so. */
export async function reloadOnce(): Promise<void> {
  if (!mayReload()) return tell();
  await nobodyTypes();
  location.reload();
}

/** Whether the host no longer has the script that started this page: a failure for want of a network is none. */
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
  try {
    const isFirst = Date.now() - Number(sessionStorage.getItem(RELOADED_KEY)) > ONCE_MILLIS;
    if (isFirst) sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
    return isFirst;
  } catch {
    // Without a note of it, one reload could become many.
    return false;
  }
}

function nobodyTypes(): Promise<void> {
  if (!document.activeElement?.matches('input[type=text], textarea, select')) return Promise.resolve();
  return new Promise((resolve) => {
    addEventListener('focusout', () => resolve(), { once: true });
  });
}

/** Plain, since the scripts that draw notices may be among those that are gone. */
function tell(): void {
  if (document.querySelector('.reload-trouble')) return;
  const told = document.createElement('p');
  told.className = 'reload-trouble';
  told.role = 'alert';
  told.textContent = TROUBLE;
  document.body.append(told);
}
