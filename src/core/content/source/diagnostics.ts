/** The catalogue of diagnostics: for each code its severity and its message. It is long because there is one entry for each code. */

import { josa } from 'es-hangul';
import type { Diagnostic, DiagnosticCode, Fix, Severity } from '../../model/diagnostic.ts';
import { particleAfter } from './particles.ts';

/** A place in a file of the content folder, counted from 1. */
export interface SourcePosition {
  file: string;
  line: number;
  column: number;
}

interface CatalogueEntry<P> {
  severity: Severity;
  message: (params: P) => string;
}

const of = <P>(severity: Severity, message: (params: P) => string): CatalogueEntry<P> => ({
  severity,
  message,
});

const plain = (severity: Severity, message: string): CatalogueEntry<undefined> => ({
  severity,
  message: () => message,
});

/** What stands in a diagram, and what to write instead. */
interface DiagramParams {
  found: string;
  instead: string;
}

type Particles = Parameters<typeof particleAfter>[1];

/** A word of the notes in corner brackets and the particle it takes. */
const quoted = (word: string, particles: Particles): string => `「${word}」${particleAfter(word, particles)}`;

/** A name or code and the particle it takes. */
const code = (text: string, particles: Particles): string => `\`${text}\`${particleAfter(text, particles)}`;

/** What to write instead of a mark that nothing reads; `instead` is what the mark becomes. */
const LEFT_MARKS = {
  strong: (instead) => `별표를 글자에 붙여 \`${instead}\`처럼 쓰세요.`,
  'strong-half': () => '굵게 할 글의 앞뒤를 `**`로 감싸세요.',
  tight: () => '앞뒤에 빈칸을 두거나 안쪽 끝의 부호를 밖으로 옮기세요.',
  uneven: () => '앞뒤 별표의 수를 같게 쓰세요.',
  emphasis: (instead) => `\`${instead}\`처럼 글자에 붙인 별표로 감싸세요.`,
  strike: (instead) => `물결표를 글자에 붙여 \`${instead}\`처럼 쓰세요.`,
  code: () => '코드의 앞뒤를 같은 수의 백틱으로 감싸세요.',
  highlight: (instead) => `\`${instead}\`처럼 굵게 쓰세요.`,
  raised: (instead) => `\`${instead}\`처럼 쓰세요.`,
  link: (instead) => `\`${instead}\`처럼 쓰세요.`,
  'link-half': () => '빈칸 없이 `[글](주소)`처럼 쓰세요.',
  wiki: (instead) => `\`${instead}\`처럼 파일의 경로로 링크하세요. 글자라면 백틱으로 감싸세요.`,
  image: (instead) => `\`${instead}\`처럼 그림의 경로만 쓰세요.`,
  footnote: (instead) => `\`${instead}\`을 쓰고 글 끝에 \`${instead}: 설명\`을 쓰세요.`,
  'heading-end': () => '제목 끝의 `#`을 지우거나 앞에 한 칸을 띄우세요.',
  fence: () => '코드 블록은 백틱 세 개로 여닫으세요.',
  include: () => '다른 파일의 코드는 끼워 넣지 않으니 여기에 옮겨 쓰세요.',
  math: (instead) => `수식은 \`${instead}\`처럼 쓰세요.`,
  heading: (instead) => `\`${instead}\`처럼 \`#\` 뒤에 한 칸을 띄우세요.`,
  'heading-deep': () => '제목은 `######`까지만 쓸 수 있습니다.',
  box: () => '상자는 `> [!NOTE]` 아래에 줄마다 `> `를 붙여 쓰세요.',
  tab: () => '탭은 쓸 수 없으니 `###` 제목으로 나누세요.',
  toc: () => '차례는 저절로 보이니 이 줄을 지우세요.',
  template: () => '다른 도구의 표시이니 지우세요. 글자라면 백틱으로 감싸세요.',
  term: (instead) => `\`${instead}\`처럼 목록으로 쓰세요.`,
  hidden: (instead) => `숨길 글은 \`${instead}\`처럼 주석으로 쓰세요.`,
  html: () => 'HTML 태그 바로 아래에서는 마크다운이 읽히지 않습니다. 태그와 글 사이에 빈 줄을 두세요.',
  rule: () => '구분선은 위아래에 빈 줄을 두고 `---`로 쓰세요.',
  task: (instead) => `\`${instead}\`처럼 쓰세요.`,
} satisfies Record<string, (instead: string) => string>;

export type LeftMark = keyof typeof LEFT_MARKS;

/** What keeps lines with pipes from being a table, and what to write. */
const BROKEN_TABLES = {
  'row-missing': ({ instead }) => `머리글 아래에 \`${instead}\` 줄을 넣으세요.`,
  'row-count': ({ count, expected }) =>
    `이 줄은 ${count}칸인데 머리글은 ${expected}칸입니다. 같은 수로 쓰세요.`,
  'row-signs': ({ instead }) => `이 줄을 \`${instead}\`처럼 쓰세요.`,
  'head-missing': () => '`|---|` 줄 위에 머리글 줄을 쓰세요.',
  grid: ({ instead }) => `\`+---+\` 줄을 지우고 머리글 아래에 \`${instead}\` 줄을 넣으세요.`,
  'blank-line': () => '머리글과 `|---|` 줄 사이의 빈 줄을 지우세요.',
  pipes: () => '전각 `｜` 대신 `|`로 칸을 나누고 머리글 아래에 `|---|---|` 줄을 쓰세요.',
} satisfies Record<string, (p: { count?: number; expected?: number; instead?: string }) => string>;

export type BrokenTable = keyof typeof BROKEN_TABLES;

/** Why a question has no answer, by what was found instead. */
const SHAPES = {
  nothing:
    '답을 찾을 수 없습니다. `- [x] 정답`, `정답: …`, `[[빈칸]]`, `output` 코드 블록, `왼쪽 -> 오른쪽`, 번호 목록, 두 단계 목록 가운데 하나로 쓰세요.',
  glued:
    '목록이 되지 않아 답으로 읽히지 않습니다. `- [x] 정답`이나 `1. 항목`처럼 기호 뒤에 한 칸을 띄우세요.',
  indented: '네 칸을 들여 써서 코드가 되었습니다. 들여쓰기 없이 쓰세요.',
  mixed: '목록의 기호가 섞여 목록이 둘로 나뉩니다. 모든 항목을 같은 기호로 쓰세요.',
  list: '목록에 답의 표시가 없습니다. 고르기는 `- [x] 정답`, 짝은 `- 왼쪽 -> 오른쪽`, 순서는 `1. 항목`, 분류는 두 단계로 쓰세요.',
  one: '항목이 하나뿐이라 순서를 물을 수 없습니다. 항목을 더 쓰거나 `정답: …`으로 쓰세요.',
  sign: '`SIGN` 기호로는 짝이 되지 않습니다. `왼쪽 -> 오른쪽`으로 쓰세요.',
  'numbered-pairs': '번호 목록은 순서 문제가 됩니다. 짝은 `- 왼쪽 -> 오른쪽`으로 쓰세요.',
  'numbers-within': '묶음 안의 번호 목록은 읽지 않습니다. 넣을 것을 들여 쓴 `- 항목`으로 쓰세요.',
  output:
    '코드 블록이 답으로 읽히지 않습니다. 출력을 쓰는 문제라면 답이 되는 블록의 첫 줄 백틱 뒤에 `output`을 붙이세요.',
  'output-empty': '`output` 블록이 비어 있어 답이 없습니다. 나오는 출력을 쓰세요.',
  table: '표에서는 답을 읽지 않습니다. 짝이라면 `- 왼쪽 -> 오른쪽` 목록으로 쓰세요.',
} as const;

/** What is wrong with a line `정답:`. */
const ANSWER_LINES = {
  empty: '`정답:` 뒤가 비어 있습니다. 같은 줄에 `정답: 커널`처럼 쓰세요.',
  label: '`정답:`으로 시작하지 않아 답으로 읽히지 않습니다. `정답: …`으로 쓰세요.',
  quoted: '인용 안의 `정답:`은 읽지 않습니다. `>` 없이 쓰고 아래에 빈 줄을 두세요.',
  item: '목록 안의 `정답:`은 읽지 않습니다. `-` 없이 쓰고 위에 빈 줄을 두세요.',
  inside: '`정답:` 줄 바로 아래의 글 때문에 답이 읽히지 않습니다. 빈 줄을 두고 `> 해설: …`로 쓰세요.',
  repeated: '`정답:` 줄이 둘이라 하나만 답이 됩니다. 모두 맞는 답이면 한 줄에 ` / `로 나누어 쓰세요.',
  heading: '`정답`이 제목이라 답으로 읽히지 않습니다. 제목 대신 `정답: …` 한 줄로 쓰세요.',
} as const;

/** What is wrong with a number that is a key. */
const NUMBERS = {
  reversed: '범위의 앞이 뒤보다 커서 맞는 답이 없습니다. 작은 수를 앞에 쓰세요.',
  units: '두 수의 단위가 다릅니다. 같은 단위로 쓰세요.',
  tolerance: '`±` 뒤를 수로 읽을 수 없습니다. `정답: 3.14 ± 0.01`처럼 쓰세요.',
} as const;

/** Where a blank is not read, or how it is not written. */
const BLANKS = {
  title: '제목의 `[[ ]]`는 빈칸이 되지 않습니다. 문장을 제목 아래에 따로 쓰세요.',
  code: '코드의 `[[ ]]`는 첫 줄이 `blanks`로 끝나야 빈칸이 됩니다. 첫 줄을 ` ```yaml blanks `처럼 쓰세요.',
  spaced: '코드에서는 괄호와 답 사이를 띄우면 빈칸이 되지 않습니다. `[[답]]`으로 붙여 쓰세요.',
  none: '`blanks`로 끝나는 코드에 빈칸이 없습니다. 물을 자리에 `[[답]]`을 쓰거나 `blanks`를 지우세요.',
  list: '목록 안의 `[[ ]]`는 빈칸이 되지 않습니다. 목록이 아닌 문장으로 쓰세요.',
  quote: '인용 안의 `[[ ]]`는 빈칸이 되지 않습니다. 인용이 아닌 문장으로 쓰세요.',
  table: '표 안의 `[[ ]]`는 빈칸이 되지 않습니다. 표가 아닌 문장으로 쓰세요.',
  braces: '`{{ }}`는 빈칸이 되지 않습니다. `[[답]]`으로 쓰세요.',
  wide: '전각 괄호 `［［ ］］`는 빈칸이 되지 않습니다. `[[답]]`으로 쓰세요.',
  bracket: '괄호 하나는 빈칸이 되지 않습니다. `[[답]]`으로 쓰세요.',
  gap: '빈자리에 답이 없습니다. 그 자리에 `[[답]]`을 쓰거나 아래에 `정답: …`을 쓰세요.',
} as const;

/** What is wrong with a file to mend. */
const FILES = {
  twice: () => '한 문제에 `fix`와 `solution` 코드는 하나씩입니다. 하나를 지우거나 문제를 나누세요.',
  conditions: () => '고칠 파일에 조건이 없습니다. 아래에 `- 조건 <!-- check: parses -->` 목록을 쓰세요.',
  solution: () => '강사의 풀이가 없습니다. 조건 아래에 ` ```yaml solution ` 코드로 쓰세요.',
  untested: () => '검사가 없는 조건입니다. 줄 끝에 `<!-- check: yaml spec.replicas = 3 -->`처럼 쓰세요.',
  test: (written: string) =>
    `\`${written}\` 검사를 읽지 못했습니다. \`parses\`, \`lines <= 4\`, \`contains 글자\`, \`yaml 경로 = 값\`처럼 쓰세요.`,
  unmet: (written: string) => `강사의 풀이가 이 조건에 맞지 않습니다. 풀이나 검사 \`${written}\`를 고치세요.`,
  whole: () => '고칠 파일이 이미 모든 조건에 맞습니다. 맞지 않는 곳을 만들거나 조건을 더 쓰세요.',
} as const;

/** What is wrong with a formula. `word`: what is at fault as written, or what is missing; empty when that is not known. */
export interface FormulaFlaw {
  kind: 'command' | 'environment' | 'missing' | 'stray' | 'script' | 'other';
  word: string;
  /** Offset in the source of the formula. */
  position: number;
}

/** What to write for what is wrong with a formula. */
const FORMULA_FLAWS: Record<FormulaFlaw['kind'], (word: string) => string> = {
  command: (word) => `\`${word}\` 명령은 없으니 철자를 고치세요.`,
  environment: (word) => `\`${word}\` 환경은 없으니 \`aligned\`, \`cases\`, \`pmatrix\`처럼 쓰세요.`,
  missing: (word) => `빠진 \`${word}\` 기호를 넣으세요.`,
  stray: (word) => `짝이 없는 \`${word}\` 기호를 지우거나 \`\\${word}\`처럼 쓰세요.`,
  script: () => '첨자가 겹치니 `x^{2^3}`처럼 묶어 쓰세요.',
  other: () => '괄호와 명령을 확인하세요.',
};

/** Every code with its severity and its words; the parameters of a message are typed by code. */
export const CATALOGUE = {
  'title-missing': of<{ fallback: string }>(
    'warning',
    (p) =>
      `제목이 없어 파일 이름을 따라 ${quoted(p.fallback, '이라/라')}고 표시합니다. 첫 줄에 \`# 제목\`을 쓰세요.`,
  ),
  'title-level': of<{ title: string; marks: string }>(
    'notice',
    (p) =>
      `첫 제목 ${quoted(p.title, '을/를')} 페이지의 제목으로 봅니다. \`${p.marks}\` 대신 \`#\`로 쓰세요.`,
  ),
  'title-repeated': plain('warning', '`#` 제목은 파일에 하나만 둡니다. 이 제목은 `##`로 바꾸세요.'),
  'file-empty': plain('warning', '빈 파일입니다. `# 제목`과 내용을 쓰거나 파일을 지우세요.'),
  'file-name': of<{ name: string; suggestion: string }>(
    'notice',
    (p) =>
      `파일 이름 ${code(p.name, '이/가')} 그대로 주소가 됩니다. 영문 소문자로 바꾸세요. 예: \`${p.suggestion}\``,
  ),
  'file-clash': of<{ other: string; path: string }>(
    'warning',
    (p) =>
      `\`${p.other}\` 파일과 주소가 같아 \`${p.path}\` 주소로 옮겼습니다. 둘 중 한 파일의 이름을 바꾸세요.`,
  ),
  'file-reserved': of<{ path: string; instead: string }>(
    'warning',
    (p) => `\`${p.path}\` 주소는 앱이 쓰므로 \`${p.instead}\` 주소로 옮겼습니다. 파일 이름을 바꾸세요.`,
  ),
  'file-unlisted': plain(
    'notice',
    '차례에 없는 파일은 초안이라 배포되지 않습니다. 공개하려면 README.md의 목록에 링크를 넣으세요.',
  ),
  'file-missing': of<{ href: string }>(
    'warning',
    (p) => `차례의 \`${p.href}\` 파일이 없습니다. 파일을 만들거나 링크를 고치세요.`,
  ),
  'file-listed-twice': of<{ href: string; line: number | null }>('warning', (p) =>
    p.line === null
      ? `\`${p.href}\` 파일은 강의의 첫 페이지라 차례에 넣지 않습니다. 이 줄을 지우세요.`
      : `\`${p.href}\` 파일은 ${p.line}행에도 있습니다. 차례에는 한 번만 넣으세요.`,
  ),
  'file-encoding': of<{ encoding: string | null; count: number }>('error', (p) =>
    p.encoding === null
      ? `UTF-8로 읽을 수 없는 글자가 ${p.count}개 있습니다. 그 글자를 다시 쓰고 UTF-8로 저장하세요.`
      : `${p.encoding} 파일입니다. 편집기에서 인코딩을 UTF-8로 바꾸어 저장하세요. VS Code: 아래쪽의 인코딩 이름 → 「인코딩하여 다시 열기」, 다시 눌러 「인코딩하여 저장」 → UTF-8`,
  ),
  'file-outside': of<{ href: string }>(
    'warning',
    (p) =>
      `\`${p.href}\` 파일은 강의 폴더 밖을 가리키는 심볼릭 링크라 읽지 않습니다. 파일을 폴더 안에 복사하세요.`,
  ),
  'front-matter': plain(
    'warning',
    '이 줄을 YAML로 읽을 수 없어 제목과 순서를 쓰지 못합니다. `이름: 값`으로 쓰고, 값에 `: `나 ` #`이 있으면 따옴표로 감싸세요.',
  ),
  'tree-missing': plain(
    'notice',
    'README.md에 차례가 없어 폴더와 파일 이름 순서를 따릅니다. 순서를 정하려면 링크 목록을 쓰세요.',
  ),
  'course-id-missing': of<{ suggestion: string }>(
    'notice',
    (p) =>
      `강의 아이디가 없습니다. 학습 기록이 다른 강의와 섞이지 않도록 제목 아래에 \`<!-- course: ${p.suggestion} -->\`를 넣으세요.`,
  ),
  'nesting-too-deep': plain(
    'warning',
    '목록이나 인용이 너무 깊어 이 아래는 글자 그대로 표시합니다. 단계를 줄이세요.',
  ),

  'settings-unreadable': plain(
    'error',
    'YAML로 읽을 수 없습니다. 한 줄에 하나씩 `이름: 값`을 쓰고, `#`, `:`, `[`이 든 값은 따옴표로 감싸세요.',
  ),
  'setting-unknown': of<{ name: string; meant: string | null; names: readonly string[] }>('warning', (p) =>
    p.meant === null
      ? `\`${p.name}\`은(는) 없는 이름이라 쓰이지 않습니다. 쓸 수 있는 이름: ${p.names.map((name) => `\`${name}\``).join(', ')}`
      : `\`${p.name}\`은(는) 없는 이름이라 쓰이지 않습니다. \`${p.meant}\`로 쓰세요.`,
  ),
  'setting-value': of<{ name: string; instead: string }>(
    'warning',
    (p) => `\`${p.name}\`의 값을 쓸 수 없습니다. ${p.instead}`,
  ),
  'setting-contrast': of<{ color: string; ratio: number; nearest: string }>(
    'warning',
    (p) =>
      `\`${p.color}\` 글자는 흰 바탕에서 읽기 어렵습니다(대비 ${p.ratio.toFixed(1)}, 4.5부터 읽힘). 가장 가까운 \`"${p.nearest}"\`를 대신 씁니다. 이 값을 쓰세요.`,
  ),

  'section-empty': of<{ title: string }>(
    'notice',
    (p) => `${quoted(p.title, '은/는')} 내용이 없는 절입니다. 내용을 쓰거나 제목을 지우세요.`,
  ),
  'heading-skips-level': of<{ from: number; to: number }>(
    'notice',
    (p) => `제목이 ${p.from}단계에서 ${p.to}단계로 건너뜁니다. \`${'#'.repeat(p.from + 1)}\`로 쓰세요.`,
  ),
  'heading-empty': plain('warning', '제목에 글이 없습니다. `## 제목`처럼 쓰거나 이 줄을 지우세요.'),
  'anchor-repeated': of<{ title: string; anchor: string }>(
    'notice',
    (p) =>
      `「${p.title}」 제목이 앞에도 있어 이 절의 주소는 \`#${p.anchor}\`입니다. 링크하려면 제목을 다르게 쓰세요.`,
  ),

  'link-broken': of<{ href: string; isDraft?: boolean }>('warning', (p) =>
    p.isDraft
      ? `${code(p.href, '은/는')} 차례에 없는 초안이라 링크할 수 없습니다. README.md의 목록에 넣거나 링크를 지우세요.`
      : `\`${p.href}\` 파일이 없습니다. 링크의 경로를 고치세요.`,
  ),
  'link-anchor-broken': of<{ href: string; anchor: string; suggestion?: string }>(
    'warning',
    (p) =>
      `\`${p.href}\`에 \`#${p.anchor}\` 절이 없습니다. ${p.suggestion ? `\`#${p.suggestion}\`${particleAfter(p.suggestion, '으로/로')} 고치세요.` : '제목이 바뀌었는지 확인하세요.'}`,
  ),
  'link-outside': of<{ href: string }>(
    'warning',
    (p) => `\`${p.href}\` 링크는 강의 폴더 밖을 가리켜 글자로만 표시합니다. 폴더 안의 파일로 링크하세요.`,
  ),
  'link-empty': of<{ text: string }>(
    'notice',
    (p) =>
      `\`[${p.text}]()\` 링크에 주소가 없어 글자로만 표시합니다. 괄호 안에 주소를 쓰거나 대괄호를 지우세요.`,
  ),
  'link-text-missing': of<{ href: string }>(
    'warning',
    (p) => `링크에 글이 없어 보이지 않습니다. \`[글](${p.href})\`처럼 쓰세요.`,
  ),
  'link-unsafe': of<{ href: string }>(
    'warning',
    (p) =>
      `\`${p.href}\` 링크는 쓸 수 없는 주소라 글자로만 표시합니다. http(s), mailto 또는 상대 경로를 쓰세요.`,
  ),
  'file-refused': of<{ href: string; reason: 'type' | number }>('warning', (p) =>
    p.reason === 'type'
      ? `\`${p.href}\` 파일은 사이트에 싣지 않습니다. 웹 페이지나 스크립트처럼 실행될 수 있는 파일은 학습 기록을 읽을 수 있습니다. PDF나 그림으로 바꾸거나 ZIP으로 묶어 링크하세요.`
      : `\`${p.href}\` 그림은 ${p.reason}행에서 SVG로 읽을 수 없어 싣지 않습니다. 그림 프로그램에서 일반 SVG나 PNG로 다시 저장하세요.`,
  ),
  'svg-cleaned': of<{ href: string; dropped: readonly string[] }>('warning', ({ href, dropped }) => {
    const names = dropped.slice(0, 5).map((name) => `\`${name}\``);
    const more = dropped.length > names.length ? ` 등 ${dropped.length}가지` : '';
    return `\`${href}\` 그림은 실행되거나 다른 파일을 부르는 것(${names.join(', ')}${more})을 빼고 싣습니다. 그것 없이 다시 저장하거나 PNG로 내보내세요.`;
  }),
  'image-missing': of<{ href: string }>(
    'warning',
    (p) => `\`${p.href}\` 그림이 없습니다. 파일을 넣거나 경로를 고치세요.`,
  ),
  'image-remote': of<{ href: string; count: number }>('warning', (p) =>
    p.count === 1
      ? `다른 사이트의 그림은 링크로 표시합니다. \`${p.href}\` 그림을 강의 폴더에 내려받아 쓰세요.`
      : `다른 사이트의 그림은 링크로 표시합니다. 이 파일의 \`${p.href}\` 등 ${p.count}개를 강의 폴더에 내려받아 쓰세요.`,
  ),
  'image-alt-missing': plain(
    'warning',
    '그림에 설명이 없습니다. `![무엇을 보여 주는지](그림.png)`처럼 쓰세요.',
  ),

  'math-invalid': of<{ kind: FormulaFlaw['kind']; word: string }>(
    'warning',
    ({ kind, word }) => `수식을 읽을 수 없어 코드로 보입니다. ${FORMULA_FLAWS[kind](word)}`,
  ),
  'math-unclosed': plain(
    'warning',
    '`$$`가 닫히지 않아 글자로 보입니다. 수식 끝에 `$$` 줄을 쓰고, 수식 안에는 빈 줄을 두지 마세요.',
  ),
  'footnote-missing': of<{ mark: string }>(
    'warning',
    (p) =>
      `\`${p.mark}\` 각주의 내용이 없어 글자로 보입니다. \`${p.mark}: 내용\` 줄을 쓰거나, 글자라면 백틱으로 감싸세요.`,
  ),
  'footnote-unused': of<{ label: string; isRepeated: boolean }>('warning', ({ label, isRepeated }) =>
    isRepeated
      ? `\`[^${label}]\` 각주의 내용이 앞에도 있습니다. 다른 이름을 쓰거나 한쪽을 지우세요.`
      : `\`[^${label}]\` 각주를 가리키는 곳이 없습니다. 본문에 \`[^${label}]\` 표시를 넣거나 이 줄을 지우세요.`,
  ),
  'html-dropped': of<{ tags: readonly string[]; count: number }>('notice', ({ tags, count }) => {
    const names = tags.slice(0, 4).map((name) => `\`<${name}>\``);
    const more = tags.length > names.length ? ' 등' : '';
    return `${names.join(', ')}${more} 태그 ${count}개를 빼고 안의 글만 표시합니다. 표와 목록은 마크다운으로 쓰세요.`;
  }),
  'html-shown-as-text': of<{ tag: string; count: number }>(
    'notice',
    (p) =>
      `\`${p.tag}\`${p.count > 1 ? ` 등 꺾쇠로 감싼 말 ${p.count}개` : ''}는 글자로 표시하지만 GitHub에서는 사라집니다. 백틱으로 감싸거나 앞에 \`\\\`를 붙이세요.`,
  ),
  'details-open': of<{ hasHeading: boolean }>('warning', (p) =>
    p.hasHeading
      ? '제목이 들어 있어 접지 않고 펼쳐 표시합니다. `<details>` 안에서는 제목 대신 굵은 글씨를 쓰세요.'
      : '같은 목록이나 인용 안에 `</details>`가 없어 접지 않고 펼쳐 표시합니다. 접을 내용의 끝에 `</details>`를 쓰세요.',
  ),
  'comment-unclosed': plain(
    'warning',
    '주석 `<!--`이 닫히지 않아 뒤의 내용이 사라질 수 있습니다. `-->`로 닫으세요.',
  ),
  'reference-unused': of<{ label: string; address: string }>(
    'warning',
    (p) =>
      `\`[${p.label}]: ${p.address}\` 줄은 링크의 주소로 읽혀 보이지 않습니다. 글이라면 \`- ${p.label}: ${p.address}\`처럼 쓰세요.`,
  ),
  'comment-unread': of<{ comment: string; instead: string }>(
    'warning',
    (p) => `주석 \`${p.comment}\`에서 아이디를 읽을 수 없습니다. \`${p.instead}\`처럼 쓰세요.`,
  ),
  'fence-unclosed': of<{ fence: string }>(
    'warning',
    (p) => `코드 블록이 닫히지 않아 뒤의 내용이 모두 코드가 됩니다. 끝에 「${p.fence}」 줄을 넣으세요.`,
  ),
  'list-marker': of<{ marker: string; instead: string; isGlued: boolean }>(
    'warning',
    (p) =>
      `${code(p.marker, '으로/로')}는 목록이 되지 않습니다. \`${p.instead}\`처럼 ${p.isGlued ? '기호 뒤에 한 칸을 띄우세요' : '쓰세요'}.`,
  ),
  'list-swallowed': of<{ marker: string }>(
    'warning',
    (p) => `\`${p.marker}\` 줄이 윗글에 이어 붙습니다. 따로 두려면 위에 빈 줄을 넣으세요.`,
  ),
  'indent-by-tab': of<{ count: number }>(
    'notice',
    (p) => `탭으로 들여 쓴 줄이 ${p.count}개 있습니다. 편집기마다 깊이가 다르니 빈칸으로 들여 쓰세요.`,
  ),
  'backslash-stray': plain(
    'warning',
    '줄 끝의 `\\`가 글자로 보입니다. 지우거나, 줄을 바꾸려면 `<br>`을 쓰세요.',
  ),
  'mark-full-width': of<{ mark: string; instead: string }>(
    'warning',
    (p) => `전각 문자 \`${p.mark}\` 때문에 글자 그대로 보입니다. \`${p.instead}\`처럼 쓰세요.`,
  ),
  'mark-left': of<{ mark: string; kind: LeftMark; instead?: string }>(
    'warning',
    (p) =>
      `${p.mark.includes('`') ? `「${p.mark}」` : `\`${p.mark}\``} 표시가 글자 그대로 보입니다. ${LEFT_MARKS[p.kind](p.instead ?? '')}`,
  ),
  'table-broken': of<{ slip: BrokenTable; count?: number; expected?: number; instead?: string }>(
    'warning',
    (p) => `표가 되지 않아 글자로 보입니다. ${BROKEN_TABLES[p.slip](p)}`,
  ),
  'code-info': of<{ info: string }>(
    'notice',
    (p) => `코드 블록의 \`${p.info}\` 표시는 쓰지 않습니다. 언어와 제목만 쓰세요. 예: \`yaml compose.yaml\``,
  ),
  'heading-by-underline': of<{ text: string }>(
    'warning',
    (p) =>
      `아래의 \`---\` 때문에 「${p.text}」 줄이 제목이 됩니다. 구분선이라면 위에 빈 줄을, 제목이라면 \`##\`를 쓰세요.`,
  ),
  'emphasis-on-github': of<{ text: string }>(
    'notice',
    (p) =>
      `\`${p.text}\`의 별표가 GitHub에서는 그대로 보입니다. 별표 바로 안쪽의 괄호나 부호를 밖으로 옮기세요.`,
  ),
  'strike-on-github': of<{ text: string }>(
    'notice',
    (p) => `\`${p.text}\` 사이가 GitHub에서는 취소선으로 보입니다. \`~\` 앞에 \`\\\`를 붙이세요.`,
  ),
  'jamo-stray': of<{ word: string }>(
    'warning',
    (p) => `「${p.word}」에 낱자모가 섞여 있습니다. 오타인지 확인하세요.`,
  ),

  'notice-mark': of<{ mark: string; slip: 'line' | 'kind' | 'unknown' | 'shape'; instead: string }>(
    'warning',
    (p) => {
      if (p.slip === 'line')
        return `GitHub에서는 \`${p.mark}\` 뒤의 글 때문에 상자가 되지 않습니다. 글을 다음 줄에 \`> \`로 시작해 쓰세요.`;
      if (p.slip === 'kind')
        return `GitHub에서는 \`${p.mark}\` 표시가 글자로 보입니다. \`${p.instead}\`처럼 쓰세요.`;
      return p.slip === 'shape'
        ? `\`${p.mark}\` 표시가 글자 그대로 보입니다. \`${p.instead}\`처럼 쓰세요.`
        : `\`${p.mark}\` 상자는 없습니다. \`[!NOTE]\`, \`[!TIP]\`, \`[!IMPORTANT]\`, \`[!WARNING]\`, \`[!CAUTION]\` 가운데 하나로 쓰세요.`;
    },
  ),
  'supplement-mark': plain(
    'warning',
    '이 상자는 보충으로 읽히지 않습니다. `> [!NOTE]` 다음 줄에 `> **보충**`만 쓰세요.',
  ),
  'supplement-source-missing': plain(
    'warning',
    '보충에 출처가 없습니다. 마지막 줄에 `> 출처: [이름](주소) · 확인 2026-01-31`처럼 쓰세요.',
  ),
  'supplement-date': of<{ date: string | null; isAhead: boolean }>('warning', (p) => {
    if (p.isAhead)
      return `확인한 날짜 ${code(p.date ?? '', '이/가')} 아직 오지 않았습니다. 확인한 날로 고치세요.`;
    return p.date === null
      ? '보충의 출처에 확인한 날짜가 없습니다. 줄 끝에 `· 확인 2026-01-31`처럼 쓰세요.'
      : `${code(p.date, '은/는')} 없는 날짜입니다. \`2026-01-31\`처럼 쓰세요.`;
  }),

  'comparison-unfilled': of<{ row: string; column: string }>(
    'warning',
    (p) =>
      `「${p.column}」의 노트에서 ${quoted(p.row, '을/를')} 찾을 수 없습니다. 칸에 직접 쓰거나, 다른 이름을 \`${p.row} (다른 이름)\`처럼 적거나, 비워 두려면 \`–\`를 쓰세요.`,
  ),
  'comparison-ambiguous': of<{ row: string; column: string; places: string }>(
    'warning',
    (p) =>
      `「${p.column}」의 노트에 ${quoted(p.row, '이/가')} 여러 곳에 있습니다(${p.places}). 머리글의 링크를 절까지 쓰거나 칸에 직접 쓰세요.`,
  ),
  'comparison-blank-unlinked': of<{ row: string; column: string }>(
    'warning',
    (p) =>
      `「${p.column}」 열은 노트로 연결되지 않아 「${p.row}」 칸을 채울 수 없습니다. 머리글에 링크를 걸거나 칸을 채우거나 \`–\`를 쓰세요.`,
  ),
  'comparison-link': of<{ href: string; isDraft?: boolean }>('warning', (p) =>
    p.isDraft
      ? `머리글의 ${code(p.href, '은/는')} 차례에 없는 초안이라 빈칸을 채울 수 없습니다. README.md의 목록에 넣거나 칸에 직접 쓰세요.`
      : `머리글의 링크 \`${p.href}\`에서 노트를 찾을 수 없습니다. 파일과 절 이름을 확인하세요.`,
  ),
  'comparison-ragged': of<{ count: number; expected: number }>(
    'warning',
    (p) => `이 행은 ${p.count}칸인데 머리글은 ${p.expected}칸입니다. 빠진 칸을 \`|\`로 나누어 쓰세요.`,
  ),
  'comparison-pipe': of<{ count: number; expected: number }>(
    'warning',
    (p) =>
      `이 행은 ${p.count}칸이라 머리글의 ${p.expected}칸을 넘는 뒤쪽 칸이 사라집니다. 글자로 쓴 \`|\`는 \`\\|\`로 바꾸세요.`,
  ),
  'comparison-text-row': plain(
    'warning',
    '표 바로 아래의 글이 표의 행이 됩니다. 표와 글 사이에 빈 줄을 넣으세요.',
  ),
  'comparison-row-repeated': of<{ row: string; line: number }>(
    'warning',
    (p) => `${quoted(p.row, '은/는')} ${p.line}행에도 있는 이름입니다. 행의 이름을 다르게 쓰세요.`,
  ),
  'comparison-columns': plain('warning', '비교표에는 견줄 열이 둘 이상 있어야 합니다. 열을 더하세요.'),
  'comparison-id-missing': plain(
    'notice',
    '비교표에 아이디가 없어 학습 기록이 남지 않습니다. 표 위에 `<!-- compare: 아이디 -->`를 넣으세요.',
  ),
  'comparison-id-repeated': of<{ id: string; other: string }>(
    'error',
    (p) =>
      `비교표 아이디 ${code(p.id, '은/는')} ${p.other}에도 있습니다. 둘 중 하나를 다른 아이디로 바꾸세요.`,
  ),
  'comparison-id-unused': of<{ id: string; first: string | null }>('warning', (p) =>
    p.first === null
      ? `비교표 아이디 ${code(p.id, '이/가')} 쓰이지 않습니다. 바로 아래에 첫 칸이 \`비교\`인 표를 쓰거나 이 주석을 지우세요.`
      : `첫 칸이 「${p.first}」인 표는 비교표가 되지 않습니다. 첫 칸을 \`비교\`로 쓰거나 위의 \`compare\` 주석을 지우세요.`,
  ),
  'stacks-shape': of(
    'warning',
    () =>
      '그림으로 그릴 수 없어 글자 그대로 표시합니다. 한 줄에 하나씩 `이름: 아래층 / 함께 쓰는 층* / [앱마다 있는 층 / 애플리케이션]`처럼 아래층부터 쓰세요.',
  ),

  'diagram-kind': of<DiagramParams>(
    'warning',
    (p) =>
      `mermaid의 \`${p.found}\` 그림은 그릴 수 없어 코드로 둡니다. flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram 가운데 하나로 쓰세요.`,
  ),
  'diagram-first-line': of<DiagramParams>(
    'warning',
    (p) => `\`${p.found}\`로 시작하는 그림은 없어 코드로 둡니다. 그림의 첫 줄을 \`${p.instead}\`처럼 쓰세요.`,
  ),
  'diagram-empty': of<DiagramParams>(
    'warning',
    (p) => `그릴 것이 없어 코드로 둡니다. \`${p.instead}\`처럼 쓰세요.`,
  ),
  'diagram-bracket': of<DiagramParams>(
    'warning',
    (p) =>
      `\`${p.found}\`에서 괄호나 따옴표의 짝이 맞지 않아 그리지 못하고 코드로 둡니다. \`${p.instead}\`를 확인하세요.`,
  ),
  'diagram-arrow': of<DiagramParams>(
    'warning',
    (p) => `이 그림에 \`${p.found}\` 선은 없어 코드로 둡니다. \`${p.instead}\`처럼 쓰세요.`,
  ),
  'diagram-line': of<DiagramParams>(
    'warning',
    (p) => `\`${p.found}\` 줄을 읽을 수 없어 그림을 코드로 둡니다. \`${p.instead}\`처럼 쓰세요.`,
  ),
  'diagram-end': of<DiagramParams>('warning', (p) =>
    p.instead === ''
      ? `\`${p.found}\`의 짝이 위에 없어 그림을 코드로 둡니다. 이 줄을 지우세요.`
      : `\`${p.found}\`가 닫히지 않아 그림을 코드로 둡니다. 끝나는 곳에 \`${p.instead}\` 줄을 넣으세요.`,
  ),
  'diagram-large': of<DiagramParams>(
    'warning',
    (p) => `${p.found} 그릴 수 없어 코드로 둡니다. ${p.instead}.`,
  ),
  'diagram-quote': of<DiagramParams>(
    'notice',
    (p) => `GitHub는 괄호가 든 글을 그리지 못합니다. \`${p.instead}\`처럼 따옴표로 감싸세요.`,
  ),
  'diagram-click': of<DiagramParams>(
    'notice',
    (p) => `그림에서는 \`${p.found}\` 링크가 동작하지 않습니다. 링크는 그림 아래에 글로 쓰세요.`,
  ),

  'quiz-empty': of<{ title: string }>(
    'notice',
    (p) =>
      `「${p.title}」 아래에 문제가 없어 보통 절로 표시합니다. 문제는 더 깊은 제목으로 \`#### Q. …\`처럼 쓰세요.`,
  ),
  'question-outside': of<{ slip: 'quiz' | 'mark' | 'heading' }>('error', (p) => {
    if (p.slip === 'mark') return '`Q.`가 없어 문제가 되지 않습니다. 제목을 `### Q. 물음`처럼 쓰세요.';
    return p.slip === 'heading'
      ? '물음이 제목이 아니라서 정답까지 글로 보입니다. `### Q. 물음`처럼 제목으로 쓰세요.'
      : '확인 문제 밖이라서 정답까지 글로 보입니다. 위에 `## 확인 문제` 제목을 넣고 그 아래에 `### Q. 물음`으로 쓰세요.';
  }),
  'question-or-heading': plain(
    'warning',
    '문제라면 위에 `## 확인 문제` 제목을 넣고 답을 쓰세요. 문제가 아니면 제목에서 `Q.`를 빼세요.',
  ),
  'question-shape': of<{ found: keyof typeof SHAPES; sign?: string }>('error', (p) =>
    SHAPES[p.found].replaceAll('SIGN', p.sign ?? ''),
  ),
  'question-none-right': plain('error', '맞는 보기가 없습니다. 정답인 보기를 `- [x]`로 쓰세요.'),
  'question-options-split': of<{ what: '보기' | '짝' }>(
    'error',
    (p) =>
      `사이의 글 때문에 ${josa(p.what, '이/가')} 둘로 나뉩니다. 글을 ${p.what} 위로 옮기거나 ${p.what} 아래에 \`  > …\`로 쓰세요.`,
  ),
  'question-answer-line': of<{ slip: keyof typeof ANSWER_LINES }>('error', (p) => ANSWER_LINES[p.slip]),
  'question-answer-twice': plain(
    'error',
    '답이 두 가지라 앞의 답이 물음에 보입니다. `[x]` 보기, `정답:` 줄, `[[빈칸]]` 가운데 하나만 쓰세요.',
  ),
  'question-answer-options': of<{ given: string }>(
    'warning',
    (p) =>
      `\`정답: ${p.given}\`${josa.pick(p.given.replace(/[^\p{L}\p{N}]+$/u, ''), '은/는')} 글로 쓰는 답이 됩니다. 보기에서 고르게 하려면 정답인 보기를 \`- [x]\`, 나머지를 \`- [ ]\`로 쓰고 이 줄을 지우세요.`,
  ),
  'question-answer-separator': of<{ typed: string; instead: string }>(
    'warning',
    (p) =>
      `\`${p.typed}\` 전체를 써야 맞는 답이 됩니다. 어느 쪽이든 맞으면 \`${p.instead}\`로 쓰고, 한 답이면 백틱으로 감싸세요.`,
  ),
  'question-truth': of<{ given: string }>('warning', (p) =>
    p.given === '0'
      ? '숫자 0을 쓰는 답이 됩니다. O/X 문제라면 `정답: O`로 쓰세요.'
      : `설명까지 글로 쓰는 답이 됩니다. \`정답: ${p.given}\`만 남기고 설명은 \`> 해설: …\`로 쓰세요.`,
  ),
  'question-number': of<{ slip: keyof typeof NUMBERS }>('error', (p) => NUMBERS[p.slip]),
  'question-number-zero': of<{ text: string; value: string }>(
    'notice',
    (p) =>
      `수로 읽으므로 \`${p.value}\`도 맞는 답이 됩니다. 버전처럼 쓴 그대로여야 하면 \`\` \`${p.text}\` \`\`로 쓰고, 수라면 끝의 0을 지우세요.`,
  ),
  'question-number-memory': of<{ text: string }>(
    'notice',
    (p) =>
      `${code(p.text, '을/를')} 1/1000 단위의 수로 읽습니다. 도커의 메모리면 \`512 MiB\`처럼 쓰고, 쓴 그대로여야 하면 \`\` \`${p.text}\` \`\`로 쓰세요.`,
  ),
  'question-blank-form': of<{ slip: keyof typeof BLANKS }>('error', (p) => BLANKS[p.slip]),
  'question-item-empty': plain('error', '글이 없는 항목입니다. 글을 쓰거나 줄을 지우세요.'),
  'question-item-repeated': of<{ text: string; line: number }>(
    'warning',
    (p) => `${quoted(p.text, '은/는')} ${p.line}행에도 있습니다. 서로 구별되게 쓰거나 하나를 지우세요.`,
  ),
  'question-item-nested': of<{ within: 'option' | 'item' }>('error', (p) =>
    p.within === 'option'
      ? '보기 안에 든 보기는 따로 고를 수 없습니다. 다른 보기와 같은 칸에서 `- [ ]`로 시작하세요.'
      : '분류는 두 단계까지입니다. 이 줄을 한 단계 내어 쓰거나 윗줄에 이어 쓰세요.',
  ),
  'question-categories-numbered': plain(
    'error',
    '번호 목록이라 순서 문제가 됩니다. 분류라면 묶음을 `1.`이 아니라 `-`로 쓰세요.',
  ),
  'question-file': of<{ slip: keyof typeof FILES; written?: string }>('error', (p) =>
    FILES[p.slip](p.written ?? ''),
  ),
  'question-too-few': of<{ what: '보기' | '짝' | '묶음'; count: number }>(
    'warning',
    (p) =>
      `${quoted(p.what, '이/가')} ${p.count}개뿐이라 고를 것이 없습니다. ${josa(p.what, '을/를')} 더 쓰세요.`,
  ),
  'question-option-mark': of<{ mark: string | null }>('error', (p) =>
    p.mark === null
      ? '표시가 없는 보기입니다. 맞으면 `- [x] `, 틀리면 `- [ ] `로 시작하고 뒤에 한 칸을 띄우세요.'
      : `\`${p.mark}\` 표시를 읽지 못해 틀린 보기로 봅니다. 맞으면 \`- [x] \`, 틀리면 \`- [ ] \`로 쓰세요.`,
  ),
  'question-feedback-indent': plain(
    'notice',
    '보기의 설명이 들여쓰기되지 않아 GitHub에서 목록이 끊깁니다. 보기의 글자에 맞추어 들여 쓰세요.',
  ),
  'question-feedback-plain': plain(
    'warning',
    '보기의 글에 이어져 고르기 전에 보입니다. 보기의 설명이면 `  > …`로 쓰고, 보기의 글이면 한 줄로 쓰세요.',
  ),
  'question-blank-empty': plain(
    'error',
    '빈칸에 답이 없습니다. `[[커널 / kernel]]`처럼 대괄호 안에 답을 쓰세요.',
  ),
  'question-blank-unclosed': of<{ mark: '[[' | ']]' }>('error', (p) =>
    p.mark === '[['
      ? '`[[`가 같은 줄에서 닫히지 않아 빈칸이 되지 않습니다. `]]`로 닫으세요.'
      : '`]]` 앞에 여는 `[[`가 없습니다. `[[`를 넣거나, 글자라면 백틱으로 감싸세요.',
  ),
  'question-side-missing': plain(
    'error',
    '짝의 한쪽이 비어 있습니다. `왼쪽 -> 오른쪽`으로 쓰세요. 짝이 없는 오른쪽은 `-> 오답`입니다.',
  ),
  'question-category-empty': of<{ name: string }>(
    'warning',
    (p) => `「${p.name}」에 넣을 항목이 없습니다. 아래에 한 단계 들여 \`- 항목\`을 쓰세요.`,
  ),
  'question-answer-swallowed': plain(
    'error',
    '`정답:` 줄이 윗글에 이어 붙어 답으로 읽히지 않습니다. 위에 빈 줄을 넣으세요.',
  ),
  'question-text-after': plain(
    'notice',
    '답 뒤의 글은 해설로 봅니다. `> 해설: …`, `> 힌트: …`, `> 출처: …`로 쓰거나 답 앞으로 옮기세요.',
  ),
  'question-label': of<{ typed: string; label: string }>('warning', (p) =>
    p.typed === p.label
      ? `\`${p.label}\` 뒤에 \`:\`이 없어 이름표가 되지 않습니다. \`> ${p.label}: …\`로 쓰세요.`
      : `\`${p.typed}:\`${josa.pick(p.typed, '은/는')} 모르는 이름표입니다. \`> ${p.label}: …\`로 쓰세요.`,
  ),
  'question-heading': of<{ title: string }>(
    'warning',
    (p) =>
      `${quoted(p.title, '은/는')} 앞 문제의 답 뒤에 있어 그 문제의 해설로 봅니다. 절의 제목이면 \`확인 문제\`와 같은 단계로 올리고, 해설이면 \`> 해설: …\`로 쓰세요.`,
  ),
  'question-source-link': plain(
    'warning',
    '출처에 링크가 없습니다. `> 출처: [절 이름](파일.md#절) "문장의 일부"`처럼 쓰세요.',
  ),
  'question-quote-gone': of<{ quote: string; label: string }>(
    'warning',
    (p) =>
      `${quoted(p.quote, '은/는')} 출처 「${p.label}」에 없는 말입니다. 노트의 문장을 그대로 옮기거나 따옴표를 지우세요.`,
  ),
  'question-id-missing': plain(
    'notice',
    '문제에 아이디가 없어 학습 기록이 남지 않습니다. `npm run check -- --fix`로 아이디를 붙이세요.',
  ),
  'question-id-form': of<{ wanted: string; isNamed: boolean }>('warning', (p) =>
    p.isNamed
      ? `아이디에는 글자와 숫자, \`.\`, \`_\`, \`-\`만 쓸 수 있어 읽지 못했습니다. \`${p.wanted}\`처럼 쓰세요.`
      : `이 주석은 아이디로 읽히지 않습니다. \`${p.wanted}\`처럼 쓰세요.`,
  ),
  'question-id-several': of<{ id: string }>(
    'warning',
    (p) => `문제의 아이디가 둘이라 \`${p.id}\`만 읽습니다. 학습 기록이 있는 쪽 하나만 남기세요.`,
  ),
  'question-id-repeated': of<{ id: string; other: string }>(
    'error',
    (p) =>
      `문제 아이디 ${code(p.id, '은/는')} ${p.other}에도 있습니다. 복사한 문제의 아이디를 지우면 새로 붙입니다.`,
  ),
  'question-pool-form': of<{ wanted: string }>(
    'warning',
    (p) =>
      `쌍둥이 문제로 읽히지 않습니다. \`${p.wanted}\`처럼 아이디 뒤에 쓰세요. 이름도 글자와 숫자, \`.\`, \`_\`, \`-\`로 씁니다.`,
  ),
  'question-pool-alone': of<{ name: string }>(
    'notice',
    (p) =>
      `이 문제에는 쌍둥이가 없습니다. 같은 것을 묻는 문제의 제목 끝에도 \`<!-- q: 아이디 pool: ${p.name} -->\`를 쓰거나, 여기서 ${code(`pool: ${p.name}`, '을/를')} 지우세요.`,
  ),
  'question-pool-topics': of<{ name: string; other: string }>(
    'warning',
    (p) =>
      `${code(`pool: ${p.name}`, '은/는')} ${p.other}에도 있습니다. 쌍둥이 문제는 한 파일 안에서만 이어지므로 둘은 따로 셉니다. 이름을 다르게 쓰거나 문제를 한 파일로 모으세요.`,
  ),

  'item-right-longest': plain(
    'warning',
    '정답이 다른 보기보다 눈에 띄게 깁니다. 길이로 답을 알 수 없도록 보기의 길이를 비슷하게 맞추세요.',
  ),
  'item-all-or-none': of<{ option: string }>(
    'warning',
    (p) =>
      `「${p.option}」 같은 보기는 아는 것을 재지 못합니다. 뜻이 있는 보기로 바꾸거나, 정답이 여럿이면 보기마다 \`[x]\`로 표시하세요.`,
  ),
  'item-options-alike': of<{ option: string; other: string; line: number }>('warning', (p) =>
    p.option === p.other
      ? `「${p.option}」 보기가 ${p.line}행에도 있습니다. 서로 다른 보기로 바꾸세요.`
      : `「${p.option}」 보기가 ${p.line}행의 「${p.other}」 보기와 겹칩니다. 하나만 맞을 수 있게 고치세요.`,
  ),
  'item-options-few': plain(
    'warning',
    '보기가 둘뿐이라 절반은 찍어서 맞힙니다. 그럴듯한 오답을 더하거나 `정답: O` 문제로 바꾸세요.',
  ),
  'item-negative-plain': of<{ words: string }>(
    'warning',
    (p) => `부정하는 말을 놓치기 쉽습니다. \`**${p.words}**\`처럼 강조하거나 긍정으로 바꾸어 물으세요.`,
  ),
  'item-stem-plural': of<{ words: string }>(
    'warning',
    (p) =>
      `${quoted(p.words, '이라/라')}고 묻는데 정답이 하나입니다. 물음을 고치거나 맞는 보기를 모두 \`[x]\`로 쓰세요.`,
  ),
  'item-stem-singular': of<{ words: string }>(
    'warning',
    (p) =>
      `${quoted(p.words, '이라/라')}고 묻는데 정답이 여럿입니다. 물음을 고치거나 \`[x]\`를 하나만 쓰세요.`,
  ),
  'item-blank-particle': of<{ particle: string; both: string }>(
    'warning',
    (p) =>
      `빈칸 뒤의 「${p.particle}」에서 답의 받침을 알 수 있습니다. 「${p.both}」로 쓰거나 문장을 바꾸세요.`,
  ),
  'item-explanation-missing': plain('notice', '해설이 없습니다. 답 아래에 `> 해설: …`로 왜 그런지 쓰세요.'),
  'item-source-missing': plain(
    'notice',
    '출처가 없습니다. 답을 배우는 곳을 `> 출처: [절 이름](파일.md#절)`로 알려 주세요.',
  ),
  'item-feedback-missing': of<{ option: string }>(
    'notice',
    (p) => `「${p.option}」 보기가 왜 틀린지 바로 아래에 \`  > …\`로 쓰세요.`,
  ),
} satisfies { [C in DiagnosticCode]: CatalogueEntry<never> };

/** The parameters of a code's message. */
export type ParamsOf<C extends DiagnosticCode> = Parameters<(typeof CATALOGUE)[C]['message']>[0];

type Rest<C extends DiagnosticCode> =
  undefined extends ParamsOf<C> ? [params?: undefined, fix?: Fix] : [params: ParamsOf<C>, fix?: Fix];

/** Makes the diagnostic of a code at a place; `fix` is a safe edit that fixes it. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  at: SourcePosition,
  ...[params, fix]: Rest<C>
): Diagnostic {
  const { severity, message } = CATALOGUE[code] as CatalogueEntry<unknown>;
  const { file, line, column } = at;
  return { severity, code, message: message(params), file, line, column, ...(fix ? { fix } : {}) };
}

/** By file, then by place. */
export const sortByPlace = (diagnostics: Diagnostic[]): Diagnostic[] =>
  diagnostics.sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
