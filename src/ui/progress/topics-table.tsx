/** 표 1: the predicted recall of each topic, in order of reading. */

import { summarise } from '../../core/memory/summary.ts';
import { gaugeStateOf } from '../../core/study/gauges.ts';
import { itemsOf } from '../../core/study/items.ts';
import type { Study } from '../../store/study/record.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import { Gauge, percent } from './gauge.tsx';

export function TopicsTable({ study: { state, index, today } }: { study: Study }) {
  if (!state || !index) return null;
  const rows = index.topics.map((topic) => ({
    topic,
    summary: summarise(
      state,
      itemsOf([topic], state.settings.cardTopics, (item) => state.items.has(item)),
      today,
    ),
  }));
  const begun = rows.filter(({ summary }) => summary.recall !== null);
  const untouched = rows.filter(({ summary }) => summary.recall === null && summary.count > 0).length;
  return (
    <section className="block" aria-labelledby="topics">
      <div className="block-head">
        <h2 id="topics">
          <b>표 1</b> 토픽별 예상 정답률
        </h2>
        {untouched > 0 && <span className="note numeric">{`아직 시작하지 않은 토픽 ${untouched}개`}</span>}
      </div>
      <table className="data-table topics numeric">
        <thead>
          <tr>
            <th scope="col">토픽</th>
            <th scope="col">예상 정답률</th>
            <th scope="col">복습</th>
            <th scope="col">오답</th>
            <th scope="col">남은 문제</th>
          </tr>
        </thead>
        <tbody>
          {begun.map(({ topic, summary }) => (
            <tr key={topic.path}>
              <th scope="row">
                {topic.number && <span className="number">{`${topic.number} `}</span>}
                <TopicLink path={topic.path}>{topic.title}</TopicLink>
              </th>
              <td>
                <Gauge
                  state={gaugeStateOf(summary)}
                  recall={summary.recall}
                  goal={state.settings.retention}
                  isPartlyNew={summary.fresh > 0}
                />
                <span>{percent(summary.recall ?? 0)}</span>
              </td>
              <td>{summary.due || '–'}</td>
              <td>{summary.wrong || '–'}</td>
              <td>{summary.fresh || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
