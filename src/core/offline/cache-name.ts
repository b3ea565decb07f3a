/** The name of a site's cache in the browser. Sites under other paths of the same origin have their own. */

const PREFIX = 'lecture-study:';

/** `base`: base path with slashes at both ends. */
export const cacheName = (base: string): string => PREFIX + base;
