/** The environment variables (docs/commands.md): which notes a command works on, and where their site lives. */

import path from 'node:path';

/** Absolute. */
export const contentDir = (): string => path.resolve(process.env.CONTENT_DIR ?? 'content');

/** With slashes at both ends. */
export const siteBase = (): string => `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');

/** Without a slash at the end; empty when it is not known. */
export const siteOrigin = (): string => (process.env.SITE_URL ?? '').replace(/\/+$/, '');
