/**
 * Addresses that stand bare in the text become links as on GitHub: `https://…`, `www.…` and mail. Unlike there, a link ends before
 * the particle that Korean puts right behind it.
 *
 *     https://ko.wikipedia.org/wiki/도커를    the link ends with 도커
 *     https://ko.wikipedia.org/wiki/고양이    이 may be of the name, and stays
 *     https://a.kr/b에서                      the link ends with b
 */

import type { Token } from 'markdown-it';
import { pushAll } from '../../lists.ts';
import { type Context, findMark } from '../source/context.ts';
import { normalizeLink } from './entities.ts';
import { type InlineRun, placedTokens, withText } from './inline.ts';
import { decode, destinationOf, linkTo, record } from './links.ts';

const HOST = String.raw`(?:(?:[\p{L}\p{N}_-]+\.)+(?:[A-Za-z][A-Za-z0-9-]*|[가-힣]{2,})|[A-Za-z0-9][\w.-]*)`;
const REST = String.raw`(?::\d+)?(?:[/?#][\p{L}\p{M}\p{N}_/?#@!$&'()*+,;=:.~%[\]-]*)?`;
const MAIL = String.raw`[A-Za-z0-9](?:[\w.+-]*\w)?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}`;

/** `git@host:path` and `name@1.2` are no mail. */
const ADDRESS = new RegExp(
  `(?<![\\w/])https?://${HOST}${REST}|(?<![\\p{L}\\p{N}_/.@-])www\\.${HOST}${REST}|(?<![\\w.+/@-])(?:mailto:)?${MAIL}(?![\\w@/:-])`,
  'gu',
);

/** Whether a text may hold an address. */
export const mayHaveAddress = (text: string): boolean => /:\/\/|www\.|\w@\w/.test(text);

/** Links the addresses in a run's text; addresses in links and code stay as they are. */
export const linkAddresses = (run: InlineRun, context: Context): Token[] =>
  placedTokens(run).flatMap(({ token, line, isInLink }) =>
    token.type === 'text' && !isInLink && mayHaveAddress(token.content)
      ? splitAtAddresses(token, line, context)
      : token,
  );

function splitAtAddresses(token: Token, line: number, context: Context): Token[] {
  const parts: Token[] = [];
  let last = 0;
  for (const { 0: match, index } of token.content.matchAll(ADDRESS)) {
    const written = trimEnd(withoutParticle(trimEnd(match)));
    const encoded = normalizeLink(schemeOf(written) + written);
    const to = destinationOf(encoded, context.options.file, context.base);
    if (to.kind !== 'external') continue;
    record(context, { kind: 'link', encoded, to, line, column: findMark(context, line, written, '') });
    parts.push(withText(token, token.content.slice(last, index)));
    pushAll(parts, linkTo(token, withText(token, decode(written)), to, LINKIFY));
    last = index + written.length;
  }
  if (last === 0) return [token];
  parts.push(withText(token, token.content.slice(last)));
  return parts.filter((part) => part.type !== 'text' || part.content !== '');
}

function schemeOf(address: string): string {
  if (/^(?:https?:\/\/|mailto:)/i.test(address)) return '';
  return address.startsWith('www.') ? 'http://' : 'mailto:';
}

/** What may follow a word of any letters, as a whole. */
const AFTER_LATIN =
  /^(?:(?:을|를|이|가|은|는|의|에|과|와|로|으로|도|만|나|이나|랑|이랑|에서|에게|부터|까지|처럼|보다|라고|이라고|라는|이라는|란|이란|인|이며|이고|입니다|이다|예요|이에요)(?:은|는|도|만|의)?)$/;

/** Particles that hardly end a name: 을 behind a final consonant, 를 and 는 behind a vowel, and the longer ones. */
const AFTER_HANGUL =
  /(?:을|를|는|(?:에서|에게|으로|부터|까지|처럼|라는|이라는|라고|이라고)(?:는|도|만|의)?|입니다)$/;

/** A link ends before a particle. Behind a hyphen or a slash Hangul is a name: `React-훅`, `/wiki/도커`. */
function withoutParticle(address: string): string {
  const tail = /[가-힣]+$/.exec(address)?.[0] ?? '';
  const before = address[address.length - tail.length - 1] ?? '';
  if (tail === '' || (/[\w/)]/.test(before) && before !== '_' && AFTER_LATIN.test(tail)))
    return address.slice(0, address.length - tail.length);
  const particle = AFTER_HANGUL.exec(tail)?.[0] ?? '';
  const stem = tail.slice(0, tail.length - particle.length);
  if (particle === '' || stem === '') return address;
  const hasFinal = (stem.charCodeAt(stem.length - 1) - 0xac00) % 28 !== 0;
  // 마을, 가을 and 나는 the other way round.
  const fits = /^[를는]$/.test(particle) ? !hasFinal : !/^(?:을|으로|이)/.test(particle) || hasFinal;
  return fits ? address.slice(0, address.length - particle.length) : address;
}

/** Without the sentence's own punctuation and without closing brackets that nothing opens. */
function trimEnd(url: string): string {
  const open = { ')': count(url, '('), ']': count(url, '[') };
  const closed = { ')': count(url, ')'), ']': count(url, ']') };
  let end = url.length;
  for (; end > 0; end--) {
    const char = url[end - 1] ?? '';
    if (/[?!.,:*_~'";]/.test(char)) continue;
    if ((char !== ')' && char !== ']') || closed[char] <= open[char]) break;
    closed[char]--;
  }
  return url.slice(0, end);
}

const count = (text: string, char: string): number => text.split(char).length - 1;

/** As markdown-it marks what it has linked itself. */
const LINKIFY = { markup: 'linkify', info: 'auto' };
