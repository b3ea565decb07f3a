/** 표 1: where the questions of each topic stand, in order of reading. */

import type { StudyIndex } from '../../core/model/study.ts';
import { STANDING_NAMES, type Standing } from '../../core/model/tally.ts';
import type { CourseTally } from '../../core/study/tally.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { TallyBar } from '../tally-bar.tsx';

const COLUMNS: readonly Standing[] = ['due', 'wrong', 'new'];

export function TopicsTable({ index, tally }: { index: StudyIndex; tally: CourseTally }) {
  const rows = index.topics.flatMap((topic) => {
    const own = tally.page(topic.path);
    return own ? [{ topic, own }] : [];
  });
  const begun = rows.filter(({ own }) => own.new < own.all);
  const untouched = rows.length - begun.length;
  return (
    <section className="block" aria-labelledby="topics">
      <div className="block-head">
        <h2 id="topics">
          <b>표 1</b> 토픽별 기억
        </h2>
        {untouched > 0 && <span className="note numeric">{`아직 시작하지 않은 토픽 ${untouched}개`}</span>}
      </div>
      <table className="data-table topics numeric">
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col">기억 / 문제</th>
            {COLUMNS.map((standing) => (
              <th key={standing} scope="col">
                {STANDING_NAMES[standing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {begun.map(({ topic, own }) => (
            <tr key={topic.path}>
              <th scope="row">
                {topic.number && <span className="number">{`${topic.number} `}</span>}
                <TopicLink path={topic.path}>{topic.title}</TopicLink>
              </th>
              <td>
                <TallyBar tally={own} isDecoration />
                <span>{`${own.remembered} / ${own.all}`}</span>
              </td>
              {COLUMNS.map((standing) => (
                <td key={standing}>{own[standing] || '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
