/**
 * Fetches data of the site, and says whether to spare the network. What stands between may answer in the site's place, as the login page
 * of a public network does, or not at all: only a 404 says that there is no such file, and what does not come is given up.
 */

import { inTime } from './timing.ts';

/** Null where the host has no such file. Rejects for all else that is not JSON of the site, and when nothing comes. */
export async function fetchJson<T extends object>(address: string): Promise<T | null> {
  const cancel = new AbortController();
  try {
    const response = await inTime(fetch(address, { signal: cancel.signal }));
    // The site never sends its data elsewhere; a login does.
    if (response.redirected) throw new Error(`${address}: sent to ${response.url}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const data: unknown = JSON.parse(await textOf(response));
    if (typeof data !== 'object' || data === null) throw new Error(`${address}: not its data`);
    return data as T;
  } catch (error) {
    cancel.abort();
    throw error;
  }
}

/** A large file may take long, but not without anything coming. */
async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const part = await (reader ? inTime(reader.read()) : { done: true, value: undefined });
    if (part.done) return text + decoder.decode();
    text += decoder.decode(part.value, { stream: true });
  }
}

interface NetworkInformation {
  saveData?: boolean;
}

export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation };
  return connection?.saveData === true;
}
