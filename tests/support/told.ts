/** What a page tells of the learner's record, in numbers, and what it should tell by the learner's own ledger. */

import type { Page } from '@playwright/test';
import type { Four, Ledger } from './ledger.ts';

/** All numbers of the page on the screen, by where they stand. */
export const told = (page: Page) =>
  page.evaluate(() => {
    const words = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const all = (selector: string, within: ParentNode = document) =>
      [...within.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
    const list = (selector: string) => all(selector).map(words);
    const pathOf = (link: Element) => decodeURI(link.getAttribute('href') ?? '');
    /** Strokes as they are drawn, each by its `M`. */
    const drawn = (svg: Element | null | undefined) =>
      ['remembered', 'due', 'wrong', 'new'].map(
        (each) => svg?.querySelector(`.stroke-${each}`)?.getAttribute('d')?.match(/M/g)?.length ?? 0,
      );
    /** The rows of a figure's table, folded or not. */
    const table = (figure: string) =>
      all('figure, section')
        .filter((each) => words(each.querySelector('h2')).startsWith(figure))
        .flatMap((each) => [...each.querySelectorAll('tbody tr')]);
    const cells = (row: Element) => [...row.children].map(words);
    const said = /(\d+)문제 중 기억 (\d+), 복습 (\d+), 오답 (\d+), 안 풂 (\d+)/;
    return {
      /** Beside 복습, where there is a menu. */
      badge: all('nav[aria-label="주 메뉴"]').map(
        (menu) => words(menu.querySelector('.count')?.lastElementChild) || null,
      ),
      /** Every link with a bar, or with how many are remembered. */
      rows: all('a[href]').flatMap((link) => {
        const svg = link.querySelector('svg[role="img"].strokes');
        const hidden = [...link.querySelectorAll('.visually-hidden')].map(words).join(' ; ');
        const numbers = said.exec(svg?.getAttribute('aria-label') ?? hidden);
        if (!numbers) return [];
        return [
          {
            // In the topic tree an area stands for all in it.
            place: link.closest('.tree-area')
              ? `#area-${words(link.querySelector('.number'))}`
              : pathOf(link),
            numbers: numbers.slice(1).map(Number),
            drawn: svg && drawn(svg),
            shown: words(all('.remembered', link)[0]) || null,
          },
        ];
      }),
      all: list('.tally h2'),
      head: all('.tally dl > div').map((each) => [
        words(each.querySelector('dt')),
        Number(words(each.querySelector('dd'))),
      ]),
      ways: all('.start-row').map((row) => [...row.querySelectorAll('h2, p > *')].map(words)),
      week: list('[aria-label="이번 주 푼 문제"] li b'),
      /** From tomorrow on; before an exam from today on, with what is new. */
      next: list(
        ':is([aria-label="다음 7일 복습"], [aria-label="앞으로 7일"], [aria-label="시험 전날까지"]) li b',
      ),
      mistakes: all('.map-mistakes li').map((row) => [
        words(row.querySelector('span')),
        drawn(row.querySelector('svg')),
      ]),
      /** Without whether what is remembered is folded. */
      page: list('.page-tally > *').map((part) => part.replace(/ (?:접기|펴기)$/, '')),
      last: all('[id^="q:"]').flatMap((card) => {
        const text = words(card.querySelector('.last-answer'));
        return text ? [[card.id.slice(2), text]] : [];
      }),
      lead: list('.study-lead'),
      /** On 오답: each heading, and how many stand below it. */
      lists: all('.mistakes section').map((section) => [
        words(section.querySelector('h2')),
        all('ol > li', section).length,
      ]),
      asked: all('.study-rows li > a').map((link) => [pathOf(link), words(link.lastElementChild)]),
      sure: list('.tally a[href="/mistakes/"]'),
      forecast: table('그림 1').map(cells),
      answers: table('그림 2').map((row) => Number(words(row.lastElementChild))),
      topics: table('표 1').map((row) => [...cells(row), drawn(row.querySelector('svg'))]),
      confidence: table('그림 4').map((row) => cells(row).slice(1, 3).map(Number)),
      /** The last screen of a sitting. */
      end: {
        title: list('.sitting-result h1'),
        said: list('.sitting-result > h1 + p'),
        gains: all('.sitting-result dl > div').map((row) => [...row.children].map(words)),
        next: all('.sitting-next svg').map((svg) => svg.getAttribute('aria-label')),
        areas: all('.sitting-result ul > li').map((row) => [
          words(row.lastElementChild),
          row.querySelectorAll('.mark[data-verdict="correct"]').length,
        ]),
      },
    };
  });

export type Told = Awaited<ReturnType<typeof told>>;

export interface Topic {
  path: string;
  /** 「1.3 conda」. */
  name: string;
  /** Of a section of an area's own page, which the map lists as it does topics. */
  anchor?: string;
}

const isAt = ({ path, anchor }: Topic, each: { path: string; anchor: string | null }): boolean =>
  each.path === path && (anchor === undefined || each.anchor === anchor);

const NAMES = ['기억', '복습', '오답', '안 풂'];
const DAY_MILLIS = 86_400_000;

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const shownCount = (count: number) => (count > 0 ? String(count) : '–');

/** 11월 30일 월. */
export function shortDay(day: number): string {
  const date = new Date(day * DAY_MILLIS);
  return `${date.getUTCMonth() + 1}월 ${date.getUTCDate()}일 ${'일월화수목금토'[date.getUTCDay()]}`;
}

/** 내일, 11월 30일 월요일. */
const dayWord = (day: number, today: number) => (day === today + 1 ? '내일' : `${shortDay(day)}요일`);

/** The numbers of a link, by the page, the section or the area that it leads to. */
function fourOf(ledger: Ledger, place: string): Four {
  const [path, anchor] = place.split('#');
  const area = /^area-(.*)/.exec(anchor ?? '')?.[1];
  if (area) return ledger.four((each) => each.area === area);
  return ledger.four((each) => each.path === path && (anchor === undefined || each.anchor === anchor));
}

/** What stands on every page, and at each bar of a part of the course. */
export function everywhere(ledger: Ledger, { badge, rows }: Told) {
  const due = ledger.todo().due.length;
  return {
    badge: badge.map(() => (due > 0 ? String(due) : null)),
    rows: rows.map(({ place, drawn, shown }) => {
      const four = fourOf(ledger, place);
      return {
        place,
        numbers: [sum(four), ...four],
        drawn: drawn && four,
        shown: shown && `${four[0]} / ${sum(four)}`,
      };
    }),
  };
}

const headOf = (ledger: Ledger) => {
  const four = ledger.four();
  return { all: [`${sum(four)}문제 중`], head: NAMES.map((name, at) => [name, four[at]]) };
};

/** The next day on which something comes back, and how much. */
function nextOf(ledger: Ledger): { day: string; count: string } {
  const days = ledger.forecast(90);
  const at = days.findIndex(({ due }, offset) => offset > 0 && due > 0);
  return { day: dayWord(ledger.today + at, ledger.today), count: `${days[at]?.due}문제` };
}

/** 「12문제」 and 「새 3문제」, as far as there are any. */
const loadOf = (ledger: Ledger, word: string): string[] => {
  const { due, fresh } = ledger.todo();
  return [
    ...(due.length > 0 ? [`${word}${due.length}문제`] : []),
    ...(fresh.length > 0 ? [`새 ${fresh.length}문제`] : []),
  ];
};

/** On the course map. How long a review takes is the app's guess, and left out. */
export function onMap(ledger: Ledger, topics: readonly Topic[]) {
  const { today, exam } = ledger;
  const monday = today - ((new Date(today * DAY_MILLIS).getUTCDay() + 6) % 7);
  const wrong = topics
    .map(({ path, name }) => ({ name, count: fourOf(ledger, path)[2] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const named = wrong.length <= 5 ? wrong : wrong.slice(0, 4);
  const others = wrong.slice(named.length);
  const rest = { name: `그 밖의 토픽 ${others.length}개`, count: sum(others.map(({ count }) => count)) };
  const [load, next] = [loadOf(ledger, '복습 '), nextOf(ledger)];
  const coming = `${next.day} ${next.count}`;
  const due = ledger.todo().due.length;
  const isBeforeExam = exam !== null && exam > today;
  return {
    ...headOf(ledger),
    review: isBeforeExam
      ? ['시험까지', `${exam - today}일`, load.join(' · ') || coming]
      : due > 0
        ? ['오늘 복습', `${due}문제`]
        : ['오늘 복습', '오늘은 없습니다', coming],
    week: Array.from({ length: 7 }, (_, at) => shownCount(ledger.questionsOn(monday + at))),
    next: isBeforeExam
      ? ledger.forecast(Math.min(7, exam - today)).map((day) => shownCount(day.due + day.fresh))
      : ledger
          .forecast(8)
          .slice(1)
          .map((day) => shownCount(day.due)),
    mistakes: [...named, ...(others.length > 0 ? [rest] : [])].map(({ name, count }) => [
      `${name}, 오답 ${count}문제`,
      [0, 0, count, 0],
    ]),
  };
}

/** On a topic's page: in its head those of the four that are not 0. */
export function inHead(ledger: Ledger, path: string) {
  const four = fourOf(ledger, path);
  const parts = NAMES.flatMap((name, at) => (four[at] ? [`${name} ${four[at]}`] : []));
  return { page: four[3] === sum(four) ? [] : [`${sum(four)}문제 중`, ...parts] };
}

/** On 오답: what was not right last, the sure ones first; what of it is due counts as 복습. */
export function onMistakes(ledger: Ledger, places: readonly Topic[]) {
  const wrong = ledger.wrong();
  const due = wrong.filter(({ id }) => ledger.todo().due.includes(id)).length;
  const listed = (name: string, count: number) => (count > 0 ? [[name, count]] : []);
  return {
    lead: `${wrong.length - due}문제${due > 0 ? `오늘 복습에 ${due}문제` : ''}맞히면 목록에서 빠집니다.`,
    lists: [
      ...listed('확실했는데 틀린 문제', wrong.filter(({ isSure }) => isSure).length),
      ...places.flatMap((place) =>
        listed(place.name, wrong.filter((each) => !each.isSure && isAt(place, each)).length),
      ),
    ],
  };
}

/** On 복습, before it begins. */
export function onReview(ledger: Ledger, places: readonly Topic[]) {
  const { due, fresh } = ledger.todo();
  const ids = new Set([...due, ...fresh]);
  const next = nextOf(ledger);
  return {
    lead:
      ids.size > 0
        ? `${shortDay(ledger.today)}요일${loadOf(ledger, '').join('')}약`
        : `오늘 복습할 것이 없습니다. 다음 복습은 ${next.day}, ${next.count}입니다.`,
    asked: places.flatMap((place) => {
      const count = ledger.asked.filter((each) => isAt(place, each) && ids.has(each.id)).length;
      const { path, anchor } = place;
      return count > 0 ? [[anchor === undefined ? path : `${path}#${anchor}`, `${count}개`]] : [];
    }),
  };
}

/** Means in whole days; with a tenth where whole ones would be equal. */
function meansOf(...means: number[]): string[] {
  const whole = means.map((each) => String(Math.round(each)));
  return new Set(whole).size === means.length ? whole : means.map((each) => each.toFixed(1));
}

/** What a sitting changed, on its last screen; `left`: what there is still to do, where that is told. */
export function onEnd(
  ledger: Ledger,
  mark: number,
  left: readonly (readonly [label: string, count: number])[],
) {
  const { longer, begun, tomorrow } = ledger.gainsSince(mark);
  const [before, after] = meansOf(longer.before, longer.after);
  const next = ledger
    .forecast(8)
    .map(({ due }, at) => `${dayWord(ledger.today + at, ledger.today)} ${due}문제`);
  return {
    gains: [
      ...(longer.count > 0
        ? [['간격이 늘어난 문제', `${longer.count}개 · 평균 ${before}일 → ${after}일`]]
        : []),
      ...(begun.count > 0
        ? [['처음 맞힌 문제', `${begun.count}개 · 평균 ${meansOf(begun.after)}일 뒤 복습`]]
        : []),
      ...[['내일 다시 볼 문제', tomorrow] as const, ...left].flatMap(([label, count]) =>
        count > 0 ? [[label, `${count}개`]] : [],
      ),
    ],
    next: [`다음 7일 복습. ${next.slice(1).join(', ')}`],
  };
}

const DAYS_SHOWN = 30;

/** On 학습 기록. */
export function onRecord(ledger: Ledger, topics: readonly Topic[]) {
  const { today, exam, given } = ledger;
  const days = ledger.forecast(exam === null || exam <= today ? DAYS_SHOWN : exam - today);
  // Of 오답 alone: what is due is counted as 복습.
  const dues = ledger.dues();
  const sure = ledger.wrong().filter(({ id, isSure }) => isSure && (dues.get(id) ?? 0) > today).length;
  const hasFresh = days.some(({ fresh }) => fresh > 0);
  return {
    ...headOf(ledger),
    sure: sure > 0 ? [`그중 확실했는데 틀림 ${sure}개`] : [],
    forecast: days.map(({ due, fresh }, at) => [
      shortDay(today + at),
      String(due),
      ...(hasFresh ? [String(fresh)] : []),
    ]),
    answers: given.length,
    topics: topics.flatMap(({ path, name }) => {
      const four = fourOf(ledger, path);
      const [remembered, ...others] = four;
      if (four[3] === sum(four)) return [];
      return [[name, `${remembered} / ${sum(four)}`, ...others.map(shownCount), four]];
    }),
    confidence: [true, false].map((isSure) => {
      const counted = ledger.scheduled().filter((each) => each.isSure === isSure);
      const right = counted.filter(({ isRight }) => isRight).length;
      return [right, counted.length - right];
    }),
  };
}
