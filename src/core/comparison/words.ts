/**
 * The words of a cell as its meaning has them. `macOS에서 작동` says macOS: particles (조사) and endings are taken off,
 * and words that only carry a sentence weigh less. All lists of words stand here.
 */

export interface Word {
  /** Lower case, without particle and ending: `격리된`, `격리를` → `격리`. */
  stem: string;
  /** What it says: 2 most words, 1 a light verb as in `IPC 사용`, 0 what only holds a sentence together, `IPC 및`. */
  weight: 0 | 1 | 2;
  /** First of an item of a list: `Linux, Windows와 macOS` has three. */
  startsItem: boolean;
  /** Where it stands in the text, `to` excluded. */
  from: number;
  to: number;
}

/** `Pipfile.lock에`, `3-way`, `C++은` and `26.5부터` are one word; `TCP/IP` and `정답(label)` are two. */
const WORD = /[\p{L}\p{N}]+(?:(?:[-._](?=[a-z0-9])|(?<=[a-z0-9])[+#%]+)[\p{L}\p{N}]*)*/giu;
const PARTICLE =
  /(?:에서|으로|에게|까지|부터|처럼|보다|마다|이나|은|는|이|가|을|를|의|에|로|와|과|도|만|나|들|별)$/;
/** Taken off a noun of one syllable too, where the others may be part of it: `물에`, but `결과`, `정의`, `나이`. */
const SURE_PARTICLE = /(?:에서|으로|까지|부터|을|를|에|은|는)$/;
const VERB =
  /(?:하|되)(?:고|며|여|어|는|기|지|면|므로|도록|거나|게|어서|여서)$|(?:한|된)다?$|(?:할|함|해|해서|될|됨|돼|합니다|됩니다|시킴)$/;
/** `독립적인`, `안정적`. */
const ADJECTIVAL = /적인?$/;
/** Predicates that tables use in several forms, `높음` beside `높은`; those of two syllables end alike: `빠름`, `빠른`. */
const PREDICATE =
  /^(높|낮|많|적|작|넓|좁|짧|좋|없|같|얻|잃|녹|붙|않)(?:음|은|는|을|다|고|게|지|아|어|으며|으면|을수록|습니다)$/;
const ALIKE: [RegExp, string][] = [
  [/(?:른|름|르게|르고|르다|르며)$/, '르'],
  [/(?:린|림|리게|리고|리다|리며)$/, '리'],
  [/(?:운|움)$/, '우'],
  [/^(?:큰|큼|크게|크고|크다)$/, '크'],
];
/** 있다, 되다 and 하다 as words of their own; `한 호스트`, `하나` and `해` are not. */
const AUXILIARY =
  /^(?:있(?:음|는|다|어|고|을|으며|으면|습니다)|되(?:는|어|며|고|다|지|면|도록)|된다?|될|됨|하(?:는|여|며|고|다|지|면|도록)|한다|할|함|합니다|됩니다)$/;
/** Syllables that remain at least. */
const LEAST = 2;
const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const LIGHT = stems(
  '작동 동작 사용 이용 활용 제공 관리 지원 필요 수행 실시 시행 진행 존재 가질 가진 가짐 방식 형태 경우 시스템 도구',
);
const FILLERS = stems(
  '가능 및 등 수 것 더 그 각 각각 또는 혹은 그리고 데 약 서로 모두 함께 위한 위해 대한 대해 통해 따라 의한 의해 같은 상대적 비교적',
);

const SEPARATOR = /[,、·;|+\n/]/;
/** A word before the next item: `군집화와 차원 축소`, `Linux 및 macOS`. */
const CONNECTED = /(?:[와과]|^(?:및|또는|혹은|그리고))$/;

/** The stem of one word: `독립적으로`, `독립된` → `독립`. Words of one syllable keep what may be a part of them. */
export function stemOf(word: string): string {
  let stem = word.normalize('NFC').toLowerCase();
  for (let before = ''; before !== stem; ) {
    before = stem;
    if (PREDICATE.test(stem)) return stem.slice(0, 1);
    stem = without(stem, VERB) ?? without(stem, PARTICLE) ?? without(stem, SURE_PARTICLE, 1) ?? stem;
    stem = without(stem, ADJECTIVAL) ?? stem;
  }
  for (const [ending, root] of ALIKE) if (ending.test(stem)) return stem.replace(ending, root);
  return stem;
}

/** Null where the ending does not fit or too little would remain; letters and digits may stand alone: `N이`. */
function without(word: string, ending: RegExp, least = LEAST): string | null {
  const stem = word.replace(ending, '');
  return stem !== word && stem.length >= (/[가-힣]$/.test(stem) ? least : 1) ? stem : null;
}

/** The words of a text in their order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index: from } of text.matchAll(WORD)) {
    const last = words.at(-1);
    const gap = text.slice(last?.to ?? 0, from);
    // `"필드"와`: the particle of what stands in quotation marks or brackets
    const isParticle =
      last !== undefined && gap !== '' && !/\s$/.test(gap) && word.replace(PARTICLE, '') === '';
    const stem = stemOf(word);
    const isEachOther = last?.stem === '서로' && word === '다른';
    words.push({
      stem,
      weight:
        isParticle || isEachOther || AUXILIARY.test(word) || FILLERS.has(stem) ? 0 : LIGHT.has(stem) ? 1 : 2,
      startsItem: !last || SEPARATOR.test(gap) || CONNECTED.test(text.slice(last.from, last.to)),
      from,
      to: from + word.length,
    });
  }
  return words;
}
