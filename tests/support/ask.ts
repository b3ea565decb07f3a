/** Asks a server for one address and hands its answer back as it came: no redirect followed, nothing unpacked, no path tidied. */

import http from 'node:http';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export function ask(
  url: string,
  {
    headers = {},
    method = 'GET',
    path,
  }: { headers?: Record<string, string>; method?: string; path?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http
      .request(url, { headers, method, ...(path !== undefined && { path }) }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      })
      .on('error', reject)
      .end();
  });
}
