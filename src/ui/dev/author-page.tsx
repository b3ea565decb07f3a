/**
 * The author's page (강사 도구), in development only: every diagnostic, and the course topic by topic: questions by type and level,
 * reading time, and every gap with a link to its line.
 */

import '../styles/late.css';
import './author-page.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { QuestionType } from '../../core/model/question.ts';
import type { Coverage, Spot, TopicCoverage } from '../../core/study/author-overview.ts';
import { VIEWS } from '../quiz/types/views.ts';
import { Counts, DiagnosticList, sortForReading } from './diagnostics-strip.tsx';
import { applyFix, type SourceLocation, useEditor } from './editor.tsx';

interface AuthorData {
  diagnostics: Diagnostic[];
  coverage: Coverage;
}

const base = import.meta.env.BASE_URL;

function AuthorPage() {
  const [data, setData] = useState<AuthorData | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const editor = useEditor();
  useEffect(() => {
    let requests = 0;
    const loadData = () => {
      requests += 1;
      const mine = requests;
      fetch(`${base}course/author.json`)
        .then((response) => response.json())
        .then(
          (fresh: AuthorData) => {
            // The response to a later edit may have come first.
            if (mine !== requests) return;
            setData(fresh);
            setFailed(false);
          },
          () => setFailed(true),
        );
    };
    loadData();
    import.meta.hot?.on('course:update', loadData);
    return () => import.meta.hot?.off?.('course:update', loadData);
  }, []);
  return (
    <>
      <header className="author-bar">
        <a href={base}>강의로 돌아가기</a>
        <a href={`${base}author/guide/`}>작성 안내서</a>
      </header>
      <main className="author">
        <h1>강사 도구</h1>
        {hasFailed && (
          <p role="alert">개발 서버에서 정보를 받지 못했습니다. 서버가 켜져 있는지 확인하세요.</p>
        )}
        {data && (
          <>
            <section aria-labelledby="messages">
              <h2 id="messages">진단</h2>
              <p className="author-counts row">
                <Counts diagnostics={data.diagnostics} />
              </p>
              <DiagnosticList
                diagnostics={sortForReading(data.diagnostics, null)}
                onOpen={editor.open}
                onMend={applyFix}
              />
            </section>
            <CoverageMap coverage={data.coverage} base={base} onOpen={editor.open} />
          </>
        )}
      </main>
      {editor.failed}
    </>
  );
}

/** What the types ask of a learner, from the easier to the harder. */
const LEVELS = (['가려내기', '떠올리기', '엮기'] as const).map((name) => ({
  name,
  types: Object.entries(VIEWS)
    .filter(([, { author }]) => author.level === name)
    .map(([type, { author }]) => [type as QuestionType, author.column] as const),
}));
const TYPES = LEVELS.flatMap(({ types }) => types);

interface CoverageMapProps {
  coverage: Coverage;
  base: string;
  onOpen: (place: SourceLocation) => void;
}

function CoverageMap({ coverage, base, onOpen }: CoverageMapProps) {
  const { topics, supplements, unusedPictures } = coverage;
  const gaps = (pick: (topic: TopicCoverage) => Spot[]) => topics.flatMap(pick);
  return (
    <>
      <section aria-labelledby="questions">
        <h2 id="questions">토픽과 문제</h2>
        <Totals topics={topics} base={base} />
      </section>
      <section aria-labelledby="gaps">
        <h2 id="gaps">빠진 것</h2>
        <Gap title="문제가 없는 절" spots={gaps((topic) => topic.withoutQuestions)} onOpen={onOpen} />
        <Gap title="해설이 없는 문제" spots={gaps((topic) => topic.withoutExplanation)} onOpen={onOpen} />
        <Gap title="출처가 없는 문제" spots={gaps((topic) => topic.withoutSource)} onOpen={onOpen} />
        <Gap title="내용이 없는 절" spots={gaps((topic) => topic.emptySections)} onOpen={onOpen} />
        <h3>쓰이지 않는 그림 {unusedPictures.length}</h3>
        <ul>
          {unusedPictures.map((file) => (
            <li key={file}>
              <code>{file}</code>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="supplements">
        <h2 id="supplements">보충을 확인한 날</h2>
        <p>오래된 것부터입니다. 한 해가 지난 보충은 출처를 다시 확인하고 날짜를 고치세요.</p>
        <ul>
          {supplements.map((one) => (
            <li key={`${one.file}:${one.line}`}>
              <SpotLink spot={one} onOpen={onOpen} /> {one.title} · {one.checked ?? '날짜 없음'}
              {one.isOld && <strong className="old"> 다시 확인</strong>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Totals({ topics, base }: { topics: TopicCoverage[]; base: string }) {
  const shown = topics.filter(({ path }) => path !== '/');
  const sum = (type: QuestionType) =>
    shown.reduce((total, { questions }) => total + (questions[type] ?? 0), 0);
  const minutes = shown.reduce((total, topic) => total + topic.minutes, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
    <div className="wide-table" tabIndex={0} role="group" aria-label="토픽과 문제">
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              토픽
            </th>
            <th scope="col" rowSpan={2}>
              읽는 시간
            </th>
            {LEVELS.map(({ name, types }) => (
              <th key={name} scope="colgroup" colSpan={types.length}>
                {name}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              문제
            </th>
          </tr>
          <tr>
            {TYPES.map(([type, name]) => (
              <th key={type} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((topic) => (
            <tr key={topic.path}>
              <th scope="row">
                {topic.number} <a href={base + topic.path.slice(1)}>{topic.title}</a>
                {topic.draft && <span className="draft">초안</span>}
              </th>
              <td>{topic.minutes}분</td>
              {TYPES.map(([type]) => (
                <td key={type}>{topic.questions[type] ?? ''}</td>
              ))}
              <td>{TYPES.reduce((total, [type]) => total + (topic.questions[type] ?? 0), 0) || '–'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">모두</th>
            <td>{minutes}분</td>
            {TYPES.map(([type]) => (
              <td key={type}>{sum(type)}</td>
            ))}
            <td>{TYPES.reduce((total, [type]) => total + sum(type), 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Gap({ title, spots, onOpen }: { title: string; spots: Spot[]; onOpen: CoverageMapProps['onOpen'] }) {
  return (
    <>
      <h3>
        {title} {spots.length}
      </h3>
      <ul>
        {spots.map((spot) => (
          <li key={`${spot.file}:${spot.line}`}>
            <SpotLink spot={spot} onOpen={onOpen} /> {spot.title}
          </li>
        ))}
      </ul>
    </>
  );
}

function SpotLink({ spot, onOpen }: { spot: Spot; onOpen: CoverageMapProps['onOpen'] }) {
  return (
    <button className="location" type="button" onClick={() => onOpen({ ...spot, column: 1 })}>
      {spot.file}:{spot.line}
    </button>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <AuthorPage />
    </StrictMode>,
  );
