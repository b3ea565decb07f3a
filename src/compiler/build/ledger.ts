/** What a build has written: each file is noted where its bytes are in memory, so that nobody reads it again. */

import { createHash } from 'node:crypto';

/** 48 bits: a version has some thousand files. */
const REVISION_DIGITS = 12;

export interface WrittenFile {
  /** Below the site's folder, with slashes. */
  name: string;
  /** The hash of its content, as a service worker compares it. */
  revision: string;
  /** Its size. */
  bytes: number;
}

/** By name; the last one written under a name is the one that is there. */
export type Ledger = Map<string, WrittenFile>;

export const written = (name: string, data: Uint8Array): WrittenFile => ({
  name,
  revision: revisionOf(data),
  bytes: data.length,
});

export const revisionOf = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, REVISION_DIGITS);
