/**
 * The folder of a key on a plain file server: list, get and put. nginx makes folders with the first file and lists them as JSON; WebDAV
 * servers (Apache, `rclone serve webdav`) want MKCOL and PROPFIND.
 */

import { readDavListing, readJsonListing } from '../../core/sync/listing.ts';
import { type ListedFile, MOST_BYTES } from '../../core/sync/plan.ts';
import { inTime } from '../timing.ts';

/**
 * Why the server did not do it. `silent`: no answer, or a fault of its own; `strange`: an answer that is none of such a server, as of
 * a login page; `closed`: it does not let us; `missing`: nothing there takes files.
 */
export type RemoteProblem = 'silent' | 'strange' | 'closed' | 'missing' | 'large' | 'busy' | 'full';

export class RemoteError extends Error {
  readonly problem: RemoteProblem;
  /** Milliseconds that the server asks to wait. */
  readonly waitMillis: number;

  constructor(problem: RemoteProblem, waitMillis = 0) {
    super(problem);
    this.problem = problem;
    this.waitMillis = waitMillis;
  }
}

export interface Remote {
  /** Empty where there is no such folder yet. */
  list: () => Promise<ListedFile[]>;
  /** Null where it is gone by now, or longer than any of ours. */
  get: (name: string) => Promise<Uint8Array | null>;
  put: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** By how much this device's clock is ahead of the server's, in milliseconds; null while the server has not said. */
  clockAhead: () => number | null;
}

const PROBLEMS: Readonly<Record<number, RemoteProblem>> = {
  401: 'closed',
  403: 'closed',
  404: 'missing',
  405: 'missing',
  413: 'large',
  429: 'busy',
  501: 'missing',
  503: 'busy',
  507: 'full',
};
const MOST_LISTED = 8_000_000;
/** The whole body may take this long: a file has 200 kB at most, mostly 20. */
const BODY_MILLIS = 60_000;

export interface ServerOptions {
  /** With a slash at the end. */
  url: string;
  isDav: boolean;
  now: () => number;
}

export function openRemote(folder: string, { url, isDav, now }: ServerOptions): Remote {
  const address = `${url}${folder}/`;
  let clockAhead: number | null = null;

  const ask = async (method: string, name: string, more: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      // Nothing of it is the browser's to keep, and no cookie of the site is the server's business.
      const options: RequestInit = {
        method,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        ...more,
      };
      response = await inTime(fetch(address + name, options));
    } catch {
      throw new RemoteError('silent');
    }
    const said = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(said)) clockAhead = now() - said;
    return response;
  };
  // A page that is being left lets small requests go on.
  const put = (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
    ask('PUT', name, { body: bytes, keepalive: bytes.length < 32_000 });

  return {
    async list() {
      const response = await ask(isDav ? 'PROPFIND' : 'GET', '', isDav ? { headers: { depth: '1' } } : {});
      if (response.status === 404) return [];
      if (!response.ok) throw problemOf(response);
      const text = await bodyOf(response.text());
      const listed = text.length > MOST_LISTED ? null : (isDav ? readDavListing : readJsonListing)(text);
      if (!listed) throw new RemoteError('strange');
      return listed;
    },
    async get(name) {
      const response = await ask('GET', name);
      if (response.status === 404) return null;
      if (!response.ok) throw problemOf(response);
      const bytes = new Uint8Array(await bodyOf(response.arrayBuffer()));
      return bytes.length > MOST_BYTES ? null : bytes;
    },
    async put(name, bytes) {
      let response = await put(name, bytes);
      if (isDav && (response.status === 404 || response.status === 409)) {
        // Two devices at once: one is told that the folder is there.
        await ask('MKCOL', '');
        response = await put(name, bytes);
      }
      if (!response.ok) throw problemOf(response);
    },
    clockAhead: () => clockAhead,
  };
}

async function bodyOf<T>(body: Promise<T>): Promise<T> {
  try {
    return await inTime(body, BODY_MILLIS);
  } catch {
    throw new RemoteError('silent');
  }
}

function problemOf({ status, headers }: Response): RemoteError {
  const wait = Number(headers.get('retry-after'));
  return new RemoteError(PROBLEMS[status] ?? 'silent', Number.isFinite(wait) ? wait * 1000 : 0);
}
