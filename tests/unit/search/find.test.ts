/** Reading queries, cutting pages, marking matches: each rule of the Korean search by itself. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core/content/parse.ts';
import { link } from '../../../src/core/course/compile-course.ts';
import { cutPages, parseSynonyms } from '../../../src/core/search/documents.ts';
import { find, type Hit, loadSearch } from '../../../src/core/search/find.ts';
import { foldText, wordsIn } from '../../../src/core/search/words.ts';
import { fewByTopic } from '../../../src/ui/search/hits.ts';

const loadedFrom = (notes: Record<string, string>, synonyms: string[][] = []) => {
  const topics = new Map(Object.entries(notes).map(([file, text]) => [file, parse(text, { file }).value]));
  const course = link(topics, { tree: null, files: new Set(), drafts: false }).value;
  // As it travels: through JSON.
  return loadSearch(JSON.parse(JSON.stringify(cutPages(course.pages.values(), synonyms))));
};

const marked = ({ text, textMarks }: Hit) => textMarks.map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  test.each([
    ['Container인프라', ['container', '인프라']],
    ['CI/CD, k8s와 v1.24', ['ci', 'cd', 'k8s', '와', 'v1', '24']],
    ['Python 3.10', ['python', '3.10']],
    ['Ｄｏｃｋｅｒ', ['docker']],
    ['ㅋㅌㅇㄴ', ['ㅋㅌㅇㄴ']],
  ])('%s', (text, words) => {
    expect(wordsIn(foldText(text)).map(({ word }) => word)).toEqual(words);
  });

  test('NFD notes and NFD queries are the same words as NFC ones', () => {
    const words = (text: string) => wordsIn(foldText(text)).map(({ word }) => word);
    expect(words('컨테이너'.normalize('NFD'))).toEqual(words('컨테이너'));
  });
});

describe('finding', () => {
  const notes = {
    'a.md':
      '# 이미지\n\n## 레지스트리\n\n컨테이너를 가상화를 거치지 않고 저장한다.\n\n- 태그: 버전의 이름표\n',
    'b.md':
      '# 확인\n\n## 절\n\n글\n\n### 확인 문제\n\n#### Q. 무엇이 옳은가? <!-- q: x -->\n- [x] 비밀정답\n- [ ] 다른것\n- [ ] 또다른것\n',
  };
  const loaded = loadedFrom(notes, [['레지스트리', '저장소', 'Registry']]);
  const first = (query: string) => find(loaded, query).hits[0];

  test('a hit names its place and marks what was typed inside the word', () => {
    const hit = first('컨테이너');
    expect(hit?.place).toMatchObject({ path: '/a/', section: '레지스트리', anchor: '레지스트리' });
    expect(hit && marked(hit)).toEqual(['컨테이너']);
  });

  test('초성 mark the syllables they stand for, and say how they were read', () => {
    const results = find(loaded, 'ㄱㅅㅎ');
    expect(results.hits[0] && marked(results.hits[0])).toEqual(['가상화']);
    expect(results.reading).toEqual({ how: 'initials', typed: 'ㄱㅅㅎ', word: '가상화' });
  });

  test('the other keyboard layout is read as what was meant, and says so', () => {
    const results = find(loaded, 'zjsxpdlsj');
    expect(results.hits[0]?.text).toContain('컨테이너');
    expect(results.reading).toEqual({ how: 'layout', typed: 'zjsxpdlsj', word: '컨테이너' });
  });

  test('another name finds the thing; its title comes before a mention', () => {
    expect(first('저장소')).toMatchObject({ kind: 'section', title: '레지스트리' });
  });

  test('the stem of a question is found, its answer is not', () => {
    expect(first('옳은가')?.kind).toBe('question');
    expect(find(loaded, '비밀정답').hits).toEqual([]);
  });

  test('a slip of one jamo is forgiven in words of three syllables and more only', () => {
    expect(first('컨태이너')?.text).toContain('컨테이너');
    expect(find(loaded, '태구').hits).toEqual([]);
  });

  test('nothing found names the nearest word', () => {
    expect(find(loaded, '레쥐수트리')).toMatchObject({ hits: [], nearest: '레지스트리' });
    expect(find(loaded, '전혀없는낱말꾸러미')).toMatchObject({ hits: [], nearest: null });
  });

  test('any query in any normal form is answered, and every mark lies in its text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^[가-힣ㄱ-ㅣa-z ]{0,40}$/),
      fc.constantFrom('컨테이너'.repeat(500), '\u0000', '((((', '\uD800', 'ㅋ'.repeat(400)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (query, form) => {
        const { hits } = find(loaded, query.normalize(form));
        for (const hit of hits) {
          for (const { start, end } of hit.textMarks) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(hit.text.length);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('another spelling of a foreign word', () => {
  const words =
    '파드 컨테이너 도커 메타 네트워크 디렉터리 애플리케이션 파일 윈도 데이터 캐시 커밋 서버 메시지 쿠버네티스 스케줄러 리포지터리 볼륨 파이썬 콘솔 포트';
  const loaded = loadedFrom({ 'a.md': `# 말\n\n## 절\n\n${words.replaceAll(' ', ' 하나.\n\n')}\n` });

  test.each(
    `포드 파드,콘테이너 컨테이너,컨테이나 컨테이너,닥커 도커,다커 도커,메터 메타,디렉토리 디렉터리,어플리케이션 애플리케이션,화일 파일,
     윈도우 윈도,데이타 데이터,데타 데이터,캐쉬 캐시,커미트 커밋,써버 서버,메세지 메시지,쿠버네테스 쿠버네티스,스케쥴러 스케줄러,레포지토리 리포지터리,
     볼룸 볼륨,빠이썬 파이썬,컨솔 콘솔,포드에서 파드`
      .split(',')
      .map((pair) => pair.trim().split(' ')),
  )('%s finds %s', (typed = '', word = '') => {
    const { hits, reading } = find(loaded, typed);
    expect([...new Set(hits.flatMap(marked))]).toEqual([word]);
    expect(reading).toEqual({ how: 'spelling', typed, word });
  });

  test.each(['코드', '사드', '메주', '커낼'])('%s is another word', (typed) => {
    expect(find(loaded, typed).hits).toEqual([]);
  });

  test('the names of a thing are known in other spellings, too', () => {
    const named = loadedFrom({ 'a.md': '# Pod\n\nPod는 가장 작은 단위이다.\n' }, [['파드', 'Pod']]);
    expect(find(named, '포드')).toMatchObject({
      hits: [{ title: 'Pod' }],
      reading: { how: 'spelling', word: '파드' },
    });
  });
});

describe('what was not taken as typed', () => {
  const loaded = loadedFrom({ 'a.md': '# 말\n\n## 종속성\n\n글\n\n## 잠금\n\n배포를 막는다.\n' });

  test('a slip is named', () => {
    expect(find(loaded, '종송성').reading).toEqual({ how: 'slip', typed: '종송성', word: '종속성' });
    expect(find(loaded, '종속성').reading).toBeNull();
  });

  test('a word that is nowhere is named, and what is found for the others is partial', () => {
    expect(find(loaded, '배포 없는말뭉치')).toMatchObject({ absent: ['없는말뭉치'], isPartial: true });
    expect(find(loaded, '종속성 배포')).toMatchObject({ absent: [], isPartial: true });
    expect(find(loaded, '잠금 배포')).toMatchObject({ absent: [], isPartial: false });
  });
});

describe('words written together and apart', () => {
  const loaded = loadedFrom({
    'a.md': '# 문법\n\n## 여러 줄 문자열\n\n글을 적는다.\n',
    'b.md':
      '# 보안\n\n## 잠금\n\n배포를 막는다.\n\n해시가 다르면 멈춘다.\n\n## 다른 절\n\n해시만 적는다.\n\n## 또 다른 절\n\n배포만 적는다.\n',
  });
  const sections = (query: string) => find(loaded, query).hits.map(({ place }) => place.section);

  test('three words written as one, the middle one of a single syllable', () => {
    expect(sections('여러줄문자열')).toEqual(['여러 줄 문자열']);
  });

  test('two words written as one, the second begun by a syllable', () => {
    const apart = loadedFrom({ 'a.md': '# 도구\n\n## 기능\n\n환경 격리를 한다.\n' });
    expect(find(apart, '환경격').hits.map(({ place }) => place.section)).toEqual(['기능']);
  });

  test('words that no sentence holds together find the section that holds them all, and only it', () => {
    expect(sections('배포 해시')).toEqual(['잠금']);
  });

  test('where no section holds them all, those that hold some', () => {
    expect(sections('문자열 해시')).toHaveLength(3);
  });
});

describe('a short list', () => {
  const hit = (path: string, anchor: string) =>
    ({ place: { path, anchor, number: null, topic: path } }) as Hit;
  const rows = (hits: Hit[]) =>
    fewByTopic(hits).map(({ hits }) => hits.map(({ place }) => `${place.path}${place.anchor}`));

  test('shows other sections of a topic before the same one again', () => {
    expect(rows([hit('a', 'x'), hit('a', 'x'), hit('a', 'y'), hit('b', 'z')])).toEqual([
      ['ax', 'ay', 'ax'],
      ['bz'],
    ]);
  });

  test('no topic hides the others, and a section has one row when topics are many', () => {
    const many = [...'bcdefghij'].map((path) => hit(path, 'x'));
    expect(rows([hit('a', 'x'), hit('a', 'x'), hit('a', 'y'), hit('a', 'z'), ...many])[0]).toEqual([
      'ax',
      'ay',
    ]);
  });
});

describe('the list of names', () => {
  test('is read from bullets with slashes; a note that is no such list stays a note', () => {
    expect(parseSynonyms('# 같은 말\n\n- 도커 / Docker\n* `k8s` / 쿠버네티스 / Kubernetes\n')).toEqual([
      ['도커', 'Docker'],
      ['k8s', '쿠버네티스', 'Kubernetes'],
    ]);
    expect(parseSynonyms('# 같은 말\n\n- 도커 / Docker\n- 그냥 항목\n')).toBeNull();
    expect(parseSynonyms('')).toBeNull();
  });
});
