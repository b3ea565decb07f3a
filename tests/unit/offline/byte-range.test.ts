/** Parts of a kept file, as a player asks for them: RFC 9110, section 14, for a single range of bytes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteRange } from '../../../src/service-worker/byte-range.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
const whole = (body: Uint8Array) => new Response(body.slice(), { headers: { 'content-type': 'audio/mpeg' } });
const bodyOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a part of a file', () => {
  test('from one byte to another, or to the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.nat(80),
        fc.option(fc.nat(80), { nil: null }),
        async (body, first, length) => {
          const last = length === null ? null : first + length;
          const part = await byteRange(whole(body), `bytes=${first}-${last ?? ''}`);
          const size = body.length;
          if (first >= size) {
            expect(part.status).toBe(416);
            expect(part.headers.get('content-range')).toBe(`bytes */${size}`);
            return;
          }
          const end = Math.min(last ?? size - 1, size - 1);
          expect(part.status).toBe(206);
          expect(part.headers.get('content-range')).toBe(`bytes ${first}-${end}/${size}`);
          expect(part.headers.get('content-type')).toBe('audio/mpeg');
          expect(await bodyOf(part)).toEqual(body.slice(first, end + 1));
        },
      ),
    );
  });

  test('the last bytes, all of them when there are fewer', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 80 }), async (body, count) => {
        const part = await byteRange(whole(body), `bytes=-${count}`);
        expect(part.status).toBe(206);
        expect(await bodyOf(part)).toEqual(body.slice(-count));
      }),
    );
  });

  test.each(['bytes=-', 'bytes=0-1,4-5', 'lines=1-2', ''])(
    'what is not understood gives the whole: %s',
    async (range) => {
      const body = new Uint8Array([1, 2, 3]);
      const part = await byteRange(whole(body), range);
      expect(part.status).toBe(200);
      expect(await bodyOf(part)).toEqual(body);
    },
  );
});
