/**
 * The headers of a published site, said once: the preview sends them, `_headers` is written from them, and
 * `deploy/nginx.conf` is held to them by test.
 */

/** Sent with every answer. A page brings its own policy; here is what a `<meta>` cannot say. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** For files named by their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for each time: an ETag answers when nothing is new. */
const ASK_AGAIN = 'no-cache';
/** A picture or document that came with the notes runs nothing when opened by itself. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * The headers of an answer: its status, and the file below the base, without a slash in front.
 * Only what the build itself names by content is kept for ever; notes may have a folder `assets` of pictures, too.
 */
export function headersOf(status: number, file: string): Record<string, string> {
  const isFound = status < 400;
  const isHashed = /^assets\/[^/]+\.(?:css|js|woff2)$/.test(file);
  const isForeign = /\.(?:svg|xml|xhtml|html?)$/i.test(file) && !/(?:^|\/)(?:index|404)\.html$/.test(file);
  return {
    ...EVERYWHERE,
    'Cache-Control': isFound && isHashed ? FOR_EVER : ASK_AGAIN,
    ...(isFound &&
      isForeign && { 'Content-Security-Policy': `${EVERYWHERE['Content-Security-Policy']}, ${INERT}` }),
  };
}
