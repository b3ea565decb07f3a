/** Reads the test of a condition, as it stands in its comment: `<!-- check: yaml spec.replicas = 3 -->`. */

import { parse } from 'yaml';
import type { Compare, FileLanguage, FileTest } from '../../files/file-test.ts';

const NUMBERED = /^lines\s+(<=|>=|!=|=|<|>)\s+(\d+)$/;
const VALUED = /^(yaml|dockerfile)\s+(\S+)(?:\s+(<=|>=|!=|=|<|>|contains)\s+(\S.*))?$/s;
const STEP = /"([^"]+)"|\[([*?]|-?\d+)\]|([^.[\]"]+)/y;

/** Null for what is no test, or none of a file in this language. */
export function readTest(comment: string, language: FileLanguage): FileTest | null {
  const written = comment.replace(/\s+/g, ' ').trim();
  const isNot = written.startsWith('!');
  const words = isNot ? written.slice(1).trim() : written;
  const whole = { written, isNot };
  if (words === 'parses') return language === 'text' ? null : { ...whole, kind: 'parses' };
  const [, sign, count] = NUMBERED.exec(words) ?? [];
  if (sign) return { ...whole, kind: 'lines', compare: sign as Compare, value: Number(count) };
  const [, text] = /^contains\s+(\S.*)$/.exec(words) ?? [];
  if (text) return { ...whole, kind: 'contains', text };
  if (words.startsWith('order ')) {
    const steps = words.slice('order '.length).split(/\s+<\s+/);
    return language === 'dockerfile' && steps.length > 1 ? { ...whole, kind: 'order', steps } : null;
  }
  const [, named, place = '', compare = null, given = ''] = VALUED.exec(words) ?? [];
  const path = readPath(place);
  if (named !== language || path === null) return null;
  // An instruction may be given several times: one of them is enough.
  if (language === 'dockerfile' && compare !== null && path.length === 1) path.push('?');
  const isText = language !== 'yaml' || compare === 'contains';
  const value =
    compare === null
      ? { value: null }
      : isText
        ? { value: given.replace(/^("|')(.*)\1$/, '$2') }
        : readValue(given);
  return value && { ...whole, kind: 'value', path, compare: compare as Compare | null, ...value };
}

/** `services.web.ports[0]`, `spec.containers[*].image`, `labels."app.kubernetes.io/name"`. */
function readPath(place: string): string[] | null {
  const path: string[] = [];
  for (let at = 0; at < place.length; ) {
    STEP.lastIndex = at;
    const [step, quoted, index, name] = STEP.exec(place) ?? [];
    if (step === undefined) return null;
    path.push(quoted ?? index ?? name ?? '');
    at += step.length;
    if (place[at] === '.') at++;
    else if (at < place.length && place[at] !== '[') return null;
  }
  return path.length > 0 && !place.endsWith('.') ? path : null;
}

/** As YAML means it: 3 is a number and "3" is a text. */
function readValue(given: string): { value: unknown } | null {
  try {
    return { value: parse(given) };
  } catch {
    return null;
  }
}
