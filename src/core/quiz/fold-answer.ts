/** Folds typed words for comparison: full width, case, spaces, hyphens and normal form do not count. */

const WIDE = /[\uFF01-\uFFEE]+/g;
/** Spaces and characters without width. */
const SPACE = /[\s\u200B-\u200D\u2060\u00AD\u3164\u115F\u1160]+/g;
const HYPHEN = /[-\u2010-\u2015\u2212]/g;

/**
 * NFC, folded. Between two digits a space or hyphen stays, as does a sign before a leading digit: 80-90 is not 8090.
 * What consists of nothing else is kept, so that `-` can be an answer. Idempotent.
 */
export function foldAnswer(text: string): string {
  let folded = text;
  // Taking something out can bring together what then composes or folds again.
  for (let last = ''; folded !== last; ) {
    last = folded;
    folded = foldOnce(folded);
  }
  return folded;
}

function foldOnce(text: string): string {
  // NFKC only for full and half width: elsewhere it breaks jamo.
  const even = text
    .normalize('NFC')
    .replace(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replace(HYPHEN, '-')
    .replace(SPACE, ' ')
    .trim();
  const joined = even
    .replace(/(?<=\d)[ -]+(?=\d)/g, (gap) => (gap.includes('-') ? '\u0001' : '\u0002'))
    .replace(/^-(?=\d)/, '\u0001')
    .replace(/[ -]+/g, '')
    .replaceAll('\u0001', '-')
    .replaceAll('\u0002', ' ');
  return (joined === '' ? even : joined).normalize('NFC');
}
