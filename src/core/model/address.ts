/** Encodes a path of the course for an address. */

/**
 * Percent-encodes a path of the course (`/도커/50% + more/`). Only what an address cannot hold is encoded, since
 * static hosts differ in whether they decode the rest.
 */
export const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);
