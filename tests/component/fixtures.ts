/** A small course in the shape core makes it, with sentences of the notes; pages for component tests. */

import type { PageData, PageLink, TreeNode } from '../../src/core/model/course.ts';
import type { Html } from '../../src/core/model/html.ts';
import type {
  Block,
  CaseBlock,
  CodeBlock,
  ComparisonBlock,
  ComparisonCell,
  Entry,
  NoticeBlock,
  OutlineBlock,
  QuizBlock,
  Section,
} from '../../src/core/model/topic.ts';

let line = 0;

/** Test markup is written by hand, so it is trusted as core's own. */
export const html = (markup: string): Html => markup as Html;

export function entry(term: string | null, text: string | null, more: Partial<Entry> = {}): Entry {
  return {
    term: term === null ? null : html(term),
    termText: term,
    text: text === null ? null : html(text),
    blocks: [],
    points: [],
    pointList: 'bullet',
    ...(term === null ? {} : { anchor: `${term.replace(/\s+/g, '-')}-${line}` }),
    line: ++line,
    ...more,
  };
}

export const prose = (markup: string): Block => ({ kind: 'prose', html: html(markup), line: ++line });

export function outline(list: OutlineBlock['list'], entries: Entry[], start = 1): OutlineBlock {
  return { kind: 'outline', list, start, entries, line: ++line };
}

export function notice(tone: NoticeBlock['tone'], blocks: Block[]): NoticeBlock {
  return { kind: 'notice', tone, supplement: null, blocks, line: ++line };
}

export function supplement(text: string, source: string, checked: string | null): NoticeBlock {
  return {
    kind: 'notice',
    tone: 'note',
    supplement: { source: html(source), checked },
    blocks: [prose(`<p>${text}</p>`)],
    line: ++line,
  };
}

export function code(language: string, title: string | null, text: string): CodeBlock {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return { kind: 'code', language, title, code: text, html: html(escaped), line: ++line };
}

export function caseOf(situation: string, solution: string | null, result: string): CaseBlock {
  const steps: CaseBlock['steps'] = [{ step: 'situation', entry: entry('문제상황', situation) }];
  if (solution !== null) steps.push({ step: 'solution', entry: entry('해결방법', solution) });
  steps.push({ step: 'result', entry: entry('결과', result) });
  return { kind: 'case', steps, line: ++line };
}

export function section(level: Section['level'], title: string, blocks: Block[]): Section {
  const anchor = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return { anchor, level, title: html(title), titleText: title, line: ++line, blocks };
}

const cell = (text: string, source: ComparisonCell['source'] = null): ComparisonCell => ({
  origin: text === '' ? 'none' : source ? 'filled' : 'typed',
  html: html(text),
  text,
  source,
  line: ++line,
  column: 1,
});

export const comparison: ComparisonBlock = {
  kind: 'comparison',
  id: 'tools',
  columns: ['conda', 'Virtualenv', 'Pipenv'].map((name, index) => ({
    head: html(`<a href="/environment-tools/${name.toLowerCase()}/">${name}</a>`),
    text: name,
    target: { file: `environment-tools/${name.toLowerCase()}.md`, anchor: null },
    line: ++line,
    column: index,
  })),
  rows: [
    {
      name: '정의',
      aliases: [],
      cells: [
        cell('오픈 소스 패키지 관리 시스템 및 환경 관리 시스템', {
          href: '/environment-tools/conda/',
          label: 'conda',
        }),
        cell('Python의 가상환경을 생성하는 도구'),
        cell('Pip와 Virtualenv의 기능을 결합한 Python 개발을 위한 도구'),
      ],
      line: ++line,
    },
    {
      name: '보안',
      aliases: ['보안강화'],
      cells: [
        cell(''),
        cell(''),
        cell('Pipfile.lock을 통해 종속성의 일관성과 보안을 강화', {
          href: '/environment-tools/pipenv/',
          label: 'Pipenv',
        }),
      ],
      line: ++line,
    },
  ],
  line: ++line,
};

export const quiz: QuizBlock = {
  kind: 'quiz',
  title: html('확인 문제'),
  intro: [],
  questions: [
    {
      id: 'vm-kernel',
      type: 'single',
      title: html('VM과 컨테이너의 핵심 차이는?'),
      blocks: [
        prose(
          '<ul><li><input type="checkbox" disabled checked> 컨테이너는 호스트의 커널을 함께 쓴다</li><li><input type="checkbox" disabled> VM이 더 빨리 시작한다</li></ul>',
        ),
        prose('<blockquote><p>해설: VM은 저마다 커널을 가진다.</p></blockquote>'),
      ],
      line: ++line,
    },
  ],
  line: ++line,
};

const node = (number: string, title: string, path: string | null, children: TreeNode[] = []): TreeNode => ({
  number,
  title,
  path,
  anchor: null,
  draft: false,
  children,
});
const part = (number: string, title: string, path: string, anchor: string): TreeNode => ({
  ...node(number, title, path),
  anchor,
});

const tools = '/environment-tools/';
const container = '/container/';

export const tree: TreeNode[] = [
  node('1', '환경관리 툴', tools, [
    part('1.1', '정의', tools, '정의'),
    part('1.2', '주요기능', tools, '주요기능'),
    node('1.3', 'conda', `${tools}conda/`),
    node('1.4', 'Virtualenv', `${tools}virtualenv/`),
    node('1.5', 'Pipenv', `${tools}pipenv/`),
    node('1.6', '세 도구 비교', `${tools}comparison/`),
  ]),
  node('2', 'Container', container, [
    part('2.1', '정의', container, '정의'),
    node('2.2', 'Virtual Machine과의 차이', `${container}virtual-machine/`),
    node('2.3', '특징과 주요 구성 요소', `${container}components/`),
    node('2.4', '활용 사례', `${container}use-cases/`),
  ]),
  node('3', 'Docker', '/docker/', [
    node('3.1', '주요 구성요소', '/docker/components/'),
    node('3.2', '네트워킹과 볼륨 관리', '/docker/networking-and-volumes/'),
    node('3.3', 'Compose', '/docker/compose/'),
  ]),
  node('4', 'Orchestrator', '/orchestrator/', [
    node('4.1', '예시 및 MLOps에서의 활용', '/orchestrator/use-cases/'),
    node('4.2', '부록: YAML', '/orchestrator/yaml/'),
  ]),
];

export const minutes: Record<string, number> = {
  [tools]: 1,
  [`${tools}conda/`]: 2,
  [`${tools}virtualenv/`]: 1,
  [`${tools}pipenv/`]: 1,
  [`${tools}comparison/`]: 2,
  [container]: 2,
  [`${container}virtual-machine/`]: 3,
  [`${container}components/`]: 3,
  [`${container}use-cases/`]: 3,
  '/docker/': 1,
  '/docker/components/': 2,
  '/docker/networking-and-volumes/': 1,
  '/docker/compose/': 1,
  '/orchestrator/': 1,
  '/orchestrator/use-cases/': 4,
  '/orchestrator/yaml/': 2,
};

const areas = tree.map((area) => ({ ...area, children: [] }));

export function page(more: Partial<PageData> & Pick<PageData, 'path' | 'titleText'>): PageData {
  return {
    format: 1,
    revision: 'r1',
    kind: 'topic',
    file: null,
    number: null,
    title: html(more.titleText),
    anchor: more.titleText.toLowerCase().replaceAll(' ', '-'),
    description: '',
    draft: false,
    blocks: [],
    sections: [],
    minutes: 1,
    crumbs: [],
    previous: null,
    next: null,
    course: { id: 'mlops-infra', title: 'MLOps 인프라', areas },
    area: null,
    map: null,
    ...more,
  };
}

const link = (number: string, title: string, path: string): PageLink => ({ number, title, path });

export const home = page({
  kind: 'home',
  path: '/',
  titleText: 'MLOps 인프라',
  description: '환경관리 툴, Container, Docker, Orchestrator를 읽고 비교하며 익힌다.',
  map: { tree, first: tree[0]?.children[0] ?? null, minutes, questions: {} },
  sections: [section(2, '노트의 출처', [prose('<p>이 노트는 Fastcampus 강의를 들으며 정리한 것이다.</p>')])],
});

export const area = page({
  kind: 'area',
  path: tools,
  titleText: '환경관리 툴',
  number: '1',
  area: tree[0] ?? null,
  next: link('1.3', 'conda', `${tools}conda/`),
  sections: [
    section(2, '정의', [
      prose(
        '<p>소프트웨어 개발에서 특정 프로젝트의 종속성과 설정을 관리하는 데 사용되는 도구</p><p>프로젝트별로 격리된 개발 환경을 설정하고 유지하는 데 중점을 두며, 이를 통해 다양한 프로젝트 간의 종속성 충돌을 방지하고 일관된 개발 환경을 보장</p>',
      ),
    ]),
    section(2, '주요기능', [
      outline('ordered', [
        entry('환경 격리', '각 프로젝트에 대해 독립된 개발 환경 제공'),
        entry('종속성 관리', '종속성 목록을 통해 필요한 모든 패키지를 쉽게 설치하고 업데이트할 수 있음'),
        entry('환경 재현성', '동일한 환경 설정을 다른 시스템에서도 쉽게 재현 가능'),
        entry('버전 호환성', '서로 다른 버전의 패키지 간의 호환성 문제를 해결 가능'),
      ]),
    ]),
  ],
});

export const conda = page({
  path: `${tools}conda/`,
  titleText: 'conda',
  number: '1.3',
  minutes: 2,
  area: tree[0] ?? null,
  crumbs: [link('1', '환경관리 툴', tools)],
  previous: link('1', '환경관리 툴', tools),
  next: link('1.4', 'Virtualenv', `${tools}virtualenv/`),
  blocks: [
    outline('label', [
      entry('정의', null, {
        points: [
          entry(null, '오픈 소스 패키지 관리 시스템 및 환경 관리 시스템'),
          entry(
            null,
            'Python 및 R과 같은 프로그래밍 언어를 위한 소프트웨어 패키지, 종속성 및 환경을 관리하는 데 사용',
          ),
        ],
      }),
      entry('주요특징', null, {
        points: [
          entry('언어 독립적', '주로 Python 프로젝트에 사용되지만, 다른 언어에도 사용할 수 있음'),
          entry('크로스 플랫폼', 'Linux, Windows, macOS에서 작동'),
          entry(
            '환경관리',
            '프로젝트별로 격리된 환경을 생성하여 서로 다른 종속성을 가진 여러 프로젝트를 동시에 관리할 수 있음',
          ),
          entry(
            '다양한 패키지',
            'Anaconda Repository 혹은 Conda-Forge와 같은 채널을 통해 수천 개의 패키지에 접근할 수 있음',
            {
              blocks: [
                supplement(
                  '<code>defaults</code> 채널은 200명 이상인 조직이라면 유료 라이선스가 필요할 수 있다. conda-forge는 무료다.',
                  '<a href="https://www.anaconda.com/legal">Anaconda 이용 약관</a>',
                  '2026-11-23',
                ),
              ],
            },
          ),
        ],
      }),
      entry('장점', null, {
        points: [
          entry('패키지 호환성', '패키지 간의 종속성을 관리하여 호환성 문제를 최소화'),
          entry(
            '재현성',
            '동일한 환경을 쉽게 재생성할 수 있어, 다른 시스템에서도 동일한 결과를 얻을 수 있음',
          ),
        ],
      }),
    ]),
  ],
});

/** Everything a topic may hold, on one page. */
export const kitchen = page({
  path: `${container}use-cases/`,
  titleText: '활용 사례',
  number: '2.4',
  minutes: 3,
  area: tree[1] ?? null,
  crumbs: [link('2', 'Container', container)],
  previous: link('2.3', '특징과 주요 구성 요소', `${container}components/`),
  next: link('3', 'Docker', '/docker/'),
  blocks: [
    prose(
      '<p>Container와 <a href="/container/virtual-machine/">Virtual Machine</a>은 리소스 격리와 할당의 이점은 비슷하지만 Container가 하드웨어 대신 운영체제를 가상화하기 때문에 기능이 다름.</p>',
    ),
  ],
  sections: [
    section(2, '멀티 클라우드 및 하이브리드 클라우드 환경에서의 활용', [
      outline('label', [
        entry(null, '사례: 다양한 클라우드 환경에서 머신러닝 모델을 운영하기 위한 Container 사용'),
        entry('구체적 내용', null, {
          blocks: [
            caseOf(
              '다양한 클라우드 제공업체의 서비스를 사용하여 머신러닝 모델을 배포 및 관리하는 복잡성',
              'Docker와 같은 Container를 사용하여 여러 클라우드 환경에서의 일관된 운영 및 관리',
              '클라우드 제공업체에 관계없이 일관된 방식으로 머신러닝 모델을 배포 및 관리, 운영 비용 절감 및 확장성 향상',
            ),
          ],
        }),
      ]),
    ]),
    section(3, '두 단계 사례', [
      caseOf(
        '의료 연구 기관이 복잡한 의료 이미지를 분석',
        null,
        '높은 성능의 모델 트레이닝, 리소스 활용 최적화',
      ),
    ]),
    section(2, '장점', [
      outline('label', [
        entry('경량성 및 빠른 시작', null, {
          points: [
            entry(null, '운영체제 전체를 부팅할 필요가 없어서 빠르게 시작할 수 있음.'),
            entry(null, '사실상 어느 환경에서나 구동 가능'),
          ],
        }),
        entry('중요성', null, {
          points: ['복잡성 관리', '자동화', '확장성', '고가용성'].map((text) => entry(null, text)),
        }),
      ]),
    ]),
    section(2, '설치', [
      prose('<p>환경을 만든다. <code>conda create</code>는 이름을 받는다.</p>'),
      code(
        'yaml',
        'compose.yaml',
        'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n',
      ),
      code('', null, 'conda env list'),
      notice('note', [prose('<p>채널의 순서가 결과를 바꾼다.</p>')]),
      notice('tip', [prose('<p>환경마다 파일 하나를 둔다.</p>')]),
      notice('important', [prose('<p>잠금 파일을 함께 올린다.</p>')]),
      notice('warning', [prose('<p>base 환경에는 설치하지 않는다.</p>')]),
      notice('caution', [prose('<p>되돌릴 수 없다.</p>')]),
      supplement('프로젝트는 끝났고 저장소는 2020년에 보관되었다.', 'rkt README', '2026-11-23'),
      outline('ordered', [
        entry(null, '복잡한 워크플로우 관리'),
        entry(null, '고가용성 및 복구 메커니즘'),
        entry(null, 'CI/CD'),
      ]),
      outline('bullet', [
        entry('`conda`', '환경과 패키지', { points: [entry(null, '채널'), entry(null, '잠금 파일')] }),
        entry(null, '그 밖의 도구'),
      ]),
    ]),
    section(2, '표와 그림', [
      comparison,
      prose(
        '<table><thead><tr><th>이름</th><th>값</th></tr></thead><tbody><tr><td>포트</td><td>8080</td></tr></tbody></table><blockquote><p>인용한 문장</p></blockquote><ul><li>하나<ul><li>둘</li></ul></li></ul>',
      ),
    ]),
    section(2, '문제', [quiz]),
  ],
});
