/** The course topic by topic: questions by type and level, reading time, and every gap with a link to its line. */

import type { QuestionType } from '../../core/model/question.ts';
import type { Coverage, Spot, TopicCoverage } from '../../core/study/coverage.ts';
import { VIEWS } from '../quiz/types/table.ts';
import type { SourceLocation } from './editor.tsx';

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

export function CoverageMap({ coverage, base, onOpen }: CoverageMapProps) {
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
        <ul className="spots">
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
      <ul className="spots">
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
