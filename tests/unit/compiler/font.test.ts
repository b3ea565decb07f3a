// @vitest-environment node
/** The course's font: what the licence asks, what the page needs, and that nothing is made twice. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FontFace, makeFontFace, planCourseFont } from '../../../src/compiler/font/font.ts';
import * as fontSubset from '../../../src/compiler/font/font-subset.ts';

const SENTENCES = `컨테이너는 운영체제의 커널을 함께 쓰면서도 프로세스와 파일을 서로 격리합니다. 가상 머신과 무엇이 다른가요?
이미지를 한 번 만들어 두면 어느 컴퓨터에서나 똑같이 실행할 수 있습니다. “그럼 버전은 어떻게 고정하죠?” 하고 물었습니다.
설정 파일에 의존성을 적고, 잠금 파일을 저장소에 올린 뒤, 새로운 환경에서 설치해 보세요. 값이 없으면 기본값을 씁니다.
오늘 배운 것을 내일 다시 떠올려 보면 훨씬 오래 기억납니다 — 틀린 문제부터 풀고, 헷갈린 곳은 별표로 남겨 두세요.
닭볶음탕은 얇게 썬 감자를 넣고 끓여 읽듯이 천천히 핥아 먹는다. 값싼 옷도 깨끗이 빨아 곱게 개면 새것 같다.`;

/** The other syllables of a course on development environments and of an interface in Korean. */
const SYLLABLES =
  '각간강거건검겠견결겹겼계골공관광교구권규균근글긴길김까깐깔꺼꾸꿀뀌뀐끊끔끝끼난날낮낱낸냈냐넌넘네넷녁년노논높놓누눈눌눔뉘뉴능닙닝단닫달담답당대더던데델독돌동되된될됨됩둔둘둠둡둥드든' +
  '듦등디따때떤떼또뛰뜨뜻띄띠라락란람랐램랫량러런럿렀레력련렸령례록료루류률륨르륵름릴림립릿마막많말맞맡먼멀멈메며명모목못뮤뮬므믿밍및바밖반받발밝방법벼변볍복볼북분불브비빈빌빗빠사산색' +
  '생섞선섯셋션속순술쉽슷식심써쓴쓸씀씩안앉않알았앞애앴야약양언얹얻얼업엔역연열옅예옮옳옵완왔외왼용우워원월웨위유육율익인임입잊작잘잡재절점접젝져졌조종주준줄줌중즈증직진짐집짓징짜짝째' +
  '쪽쯤차창찾채책처철쳐쳤초최추축출춤춥충취친칠침카칸캐케코콘쿠크큰클큼키킨킬킹타탐태택텍템토통툴트특티팀팅판패팩퍼펜편평포폼푼품픈플필학항핵했향헤현형호혹화확활황회효휴흔힌힘뷰숲';

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));

/** The tables that WOFF2 leaves as they are, by their number in its list of known tags. */
const KNOWN_TAGS = { 0: 'cmap', 5: 'name', 6: 'OS/2', 27: 'GPOS', 28: 'GSUB', 47: 'fvar' } as Record<
  number,
  string
>;

function tablesOf(woff2: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(woff2);
  expect(file.toString('latin1', 0, 4)).toBe('wOF2');
  let at = 48;
  const number = () => {
    for (let value = 0; ; ) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const entries: [tag: string, length: number][] = [];
  for (let count = file.readUInt16BE(12); count > 0; count--) {
    const flags = file.readUInt8(at++);
    const known = flags & 63;
    if (known === 63) at += 4;
    const outlines = known === 10 || known === 11;
    const length = number();
    const transformed = flags >> 6 !== (outlines ? 3 : 0);
    entries.push([KNOWN_TAGS[known] ?? '', transformed ? number() : length]);
  }
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const tables = new Map<string, Buffer>();
  let offset = 0;
  for (const [tag, length] of entries) {
    if (tag) tables.set(tag, data.subarray(offset, offset + length));
    offset += length;
  }
  return tables;
}

function table(font: Uint8Array, tag: string): Buffer {
  const found = tablesOf(font).get(tag);
  if (!found) throw new Error(`no ${tag}`);
  return found;
}

interface NameRecord {
  id: number;
  text: string;
}

function namesOf(font: Uint8Array): NameRecord[] {
  const name = table(font, 'name');
  return Array.from({ length: name.readUInt16BE(2) }, (_, index) => {
    const at = 6 + 12 * index;
    const start = name.readUInt16BE(4) + name.readUInt16BE(at + 10);
    const bytes = Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)));
    const wide = name.readUInt16BE(at) !== 1;
    return {
      id: name.readUInt16BE(at + 6),
      text: wide ? bytes.swap16().toString('utf16le') : bytes.toString('latin1'),
    };
  });
}

/** Code points of the format 12 table, or of the format 4 table where there is nothing beyond U+FFFF. */
function mappedPoints(font: Uint8Array): Set<number> {
  const cmap = table(font, 'cmap');
  const points = new Set<number>();
  const add = (first: number, last: number) => {
    for (let point = first; point <= last && point !== 0xffff; point++) points.add(point);
  };
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(8 + 8 * index);
    if (cmap.readUInt16BE(at) === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
        add(cmap.readUInt32BE(at + 16 + 12 * group), cmap.readUInt32BE(at + 20 + 12 * group));
      }
    } else if (cmap.readUInt16BE(at) === 4) {
      const doubled = cmap.readUInt16BE(at + 6);
      for (let end = 0; end < doubled; end += 2) {
        add(cmap.readUInt16BE(at + 16 + doubled + end), cmap.readUInt16BE(at + 14 + end));
      }
    }
  }
  return points;
}

function featuresOf(layout: Buffer): Set<string> {
  const list = layout.readUInt16BE(6);
  const tag = (index: number) => layout.toString('latin1', list + 2 + 6 * index, list + 6 + 6 * index);
  return new Set(Array.from({ length: layout.readUInt16BE(list) }, (_, index) => tag(index)));
}

interface Made extends FontFace {
  data: Uint8Array;
}

async function build(text: string, cacheDir: string): Promise<Made[]> {
  const { faces } = await planCourseFont(text);
  return Promise.all(faces.map(async (face) => ({ ...face, data: await makeFontFace(face, cacheDir) })));
}

const filesOf = (faces: Made[]) =>
  faces.map(({ name, data }) => [name, Buffer.from(data).toString('base64')]);

describe('the font of a course', { timeout: 60_000 }, () => {
  let css: (base: string) => string;
  const text = SENTENCES.replaceAll('\n', '') + SYLLABLES + ASCII;
  let cacheDir: string;
  let faces: Made[];

  beforeAll(async () => {
    cacheDir = await mkdtemp(path.join(tmpdir(), 'course-font-'));
    faces = await build(text, cacheDir);
    ({ css } = await planCourseFont(text));
  }, 60_000);

  afterAll(() => rm(cacheDir, { recursive: true, force: true }));

  it.each([0, 1])('face %i does not carry the reserved name, and carries the licence', (index) => {
    const names = namesOf(faces[index]?.data ?? new Uint8Array());
    const of = (id: number) => names.filter((name) => name.id === id).map((name) => name.text);
    expect(names.filter((name) => /pretendard/i.test(name.text))).toEqual([]);
    expect([...of(1), ...of(4)]).toEqual(['Course Sans', 'Course Sans']);
    expect(of(6)).toEqual(['CourseSans-Regular']);
    expect(of(0).join()).toMatch(/^Copyright .*Kil Hyung-jin/);
    expect(of(13).join()).toContain('SIL Open Font License');
    expect(of(14).join()).toContain('scripts.sil.org/OFL');
  });

  it('has every character of the text in each face, and punctuation and dates that were not in it', () => {
    for (const { data } of faces) {
      const points = mappedPoints(data);
      const missing = [...`${text}「」…×→ㄱㅎ년월일요`].filter(
        (character) => !points.has(character.codePointAt(0) ?? 0),
      );
      expect(missing).toEqual([]);
    }
  });

  it('stays small', () => {
    expect(new Set(text).size).toBe(605);
    // 14 kB more than one file that varies in weight, and half the time to lay a page out.
    expect(faces.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThanOrEqual(95_000);
    expect(css('/').length).toBeLessThanOrEqual(500);
  });

  it('is a light and a heavy file, and neither varies', () => {
    expect(faces.map(({ data }) => table(data, 'OS/2').readUInt16BE(4))).toEqual([400, 680]);
    for (const { data } of faces) expect(tablesOf(data).has('fvar')).toBe(false);
  });

  it('keeps kerning and the figures of tables', () => {
    for (const { data } of faces) {
      expect(featuresOf(table(data, 'GPOS'))).toContain('kern');
      expect(featuresOf(table(data, 'GSUB'))).toContain('tnum');
    }
  });

  it('names files by what decides their bytes and refers to them from the base path', () => {
    for (const { name, weight } of faces) {
      expect(name).toMatch(new RegExp(`^course-sans-${weight}-[0-9a-f]{8}\\.woff2$`));
      expect(css('/mlops/')).toContain(`url("/mlops/assets/${name}")`);
    }
    expect(css('/').match(/font-display:optional/g)).toHaveLength(2);
    expect(css('/').match(/font-weight:[\d ]+/g)).toEqual(['font-weight:400', 'font-weight:680']);
  });

  it('has a face for every weight the styles ask for', async () => {
    const asked = new Set<number>();
    for (const file of await readdir('src/ui', { recursive: true })) {
      if (!file.endsWith('.css')) continue;
      const styles = await readFile(path.join('src/ui', file), 'utf8');
      for (const [, weight] of styles.matchAll(/(?:font-weight|--fw-\w+): *(\d+)/g))
        asked.add(Number(weight));
    }
    expect([...asked]).toEqual([...fontSubset.WEIGHTS]);
  });

  it('takes a font that was made before from the cache', async () => {
    const made = vi.spyOn(fontSubset, 'subset');
    const before = await readdir(cacheDir);
    const reversed = [...text].reverse().join('\n');
    const again = await build(reversed, cacheDir);
    expect(made).not.toHaveBeenCalled();
    expect(filesOf(again)).toEqual(filesOf(faces));
    expect((await planCourseFont(reversed)).css('/')).toBe(css('/'));
    expect(await readdir(cacheDir)).toEqual(before);
  });

  it('makes the same bytes from the same characters', async () => {
    for (const { data, weight } of faces) {
      const characters = [...mappedPoints(data)].map((point) => String.fromCodePoint(point)).join('');
      expect(Buffer.compare(await fontSubset.subset(characters, weight), data)).toBe(0);
    }
  });

  it('drops what cannot be drawn: controls, halves of surrogate pairs', async () => {
    const again = await build(`${text}\u0000\u0007\n\ud800`, cacheDir);
    expect(filesOf(again)).toEqual(filesOf(faces));
  });
});
