/** What servers say of a folder, and what pretends to be a server. */

import { expect, test } from 'vitest';
import { readDavListing, readJsonListing, writtenAt } from '../../../src/core/sync/listing.ts';

const at = 'Mon, 30 Nov 2026 09:00:00 GMT';

test('nginx: files with size and time, no folders', () => {
  const text = JSON.stringify([
    { name: 'old', type: 'directory', mtime: at },
    { name: '5f00000000000000.0', type: 'file', mtime: at, size: 4711 },
  ]);
  expect(readJsonListing(text)).toEqual([{ name: '5f00000000000000.0', size: 4711, at }]);
  expect(readJsonListing('[]')).toEqual([]);
});

test.each(['', '<!doctype html><title>로그인</title>', '{"name":"a"}', '[1]', 'null', '[null]'])(
  'no listing: %j',
  (text) => {
    expect(readJsonListing(text)).toBeNull();
    expect(readDavListing(text)).toBeNull();
  },
);

test('Apache: its own prefixes, an ETag that tells two writings of one second apart', () => {
  const text = `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:" xmlns:lp2="http://apache.org/dav/props/">
<D:href>/sync/0a/</D:href><D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:">
<D:href>/sync/0a/5f00000000000000.0</D:href>
<D:propstat><D:prop><lp1:resourcetype/><lp1:getcontentlength>45</lp1:getcontentlength>
<lp1:getlastmodified>${at}</lp1:getlastmodified><lp1:getetag>"2d-64f"</lp1:getetag></D:prop></D:propstat>
</D:response>
</D:multistatus>`;
  expect(readDavListing(text)).toEqual([{ name: '5f00000000000000.0', size: 45, at: `${at} "2d-64f"` }]);
  expect(writtenAt(`${at} "2d-64f"`, Date.parse)).toBe(Date.parse(at));
});

test('rclone: one line, without a prefix for lists of locks', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/0a/</D:href><D:propstat><D:prop><D:resourcetype><D:collection xmlns:D="DAV:"/></D:resourcetype></D:prop></D:propstat></D:response><D:response><D:href>/0a/5f00000000000000.1</D:href><D:propstat><D:prop><D:getcontentlength>45</D:getcontentlength><D:getlastmodified>${at}</D:getlastmodified><D:getetag>"18f"</D:getetag><D:resourcetype></D:resourcetype></D:prop></D:propstat></D:response></D:multistatus>`;
  expect(readDavListing(text)).toEqual([{ name: '5f00000000000000.1', size: 45, at: `${at} "18f"` }]);
});

test('what a server says of time that no clock shows is no time', () => {
  expect(writtenAt(null, Date.parse)).toBeNull();
  expect(writtenAt('gestern', Date.parse)).toBeNull();
});
