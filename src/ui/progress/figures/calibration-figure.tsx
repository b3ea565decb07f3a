/**
 * What was expected against what was recalled. 그림 3: by the schedule, predicted recall against actual recall. 그림 4: by the learner, how
 * often sure and unsure answers were right.
 */

import type { CalibrationBin, ConfidenceTable } from '../../../core/memory/statistics.ts';
import { Figure, percent } from './figure.tsx';

/** In pixels; across, everything is in percent. */
const HEIGHT = 260;
/** With fewer answers a point says little: it is drawn hollow and nothing is concluded from it. */
const ENOUGH = 20;
/** Chance alone moves a point of twenty answers by so much. */
const TOLERANCE = 0.1;
const MOST_LABELS = 6;
const USUAL_LOW = 0.5;

interface Point {
  predicted: number;
  actual: number;
  count: number;
}

export function CalibrationFigure({ bins }: { bins: readonly CalibrationBin[] }) {
  const points = bins.flatMap(({ predicted, actual, count }) =>
    predicted === null || actual === null ? [] : [{ predicted, actual, count }],
  );
  const lowest = points.reduce((low, { predicted, actual }) => Math.min(low, predicted, actual), USUAL_LOW);
  const low = Math.floor(lowest * 10) / 10;
  const x = (share: number) => `${((share - low) / (1 - low)) * 100}%`;
  const y = (share: number) => HEIGHT - ((share - low) / (1 - low)) * HEIGHT;
  const step = low < 0.4 ? 0.2 : 0.1;
  const ticks = Array.from({ length: Math.round((1 - low) / step) + 1 }, (_, at) => 1 - at * step);

  return (
    <Figure
      label="그림 3"
      title="예상과 실제"
      caption={calibrationCaption(points)}
      table={{
        head: ['예상 정답률', '실제 정답률', '답'],
        rows: bins
          .filter(({ count }) => count > 0)
          .map(({ from, to, actual, count }) => [
            `${percent(from)}–${percent(to)}`,
            percent(actual ?? 0),
            String(count),
          ]),
      }}
    >
      <svg
        className="plot plot-square"
        height={HEIGHT}
        role="img"
        aria-label={`예상 정답률과 실제 정답률. ${points.map(({ predicted, actual }) => `${percent(predicted)}에서 ${percent(actual)}`).join(', ')}.`}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            {tick > low + 0.001 && <line x2="100%" y1={y(tick)} y2={y(tick)} className="grid-line" />}
            <text x="-10" y={y(tick) + 4} className="tick" textAnchor="end">
              {percent(tick)}
            </text>
            <text x={x(tick)} y={HEIGHT + 20} className="tick" textAnchor="middle">
              {percent(tick)}
            </text>
          </g>
        ))}
        <line y2={HEIGHT} className="axis" />
        <line x2="100%" y1={HEIGHT} y2={HEIGHT} className="axis" />
        <line x1={x(low)} y1={y(low)} x2={x(1)} y2={y(1)} className="diagonal" strokeDasharray="1.5 4" />
        <Points points={points} x={x} y={y} />
        <text x="8" y="-10" className="axis-name">
          실제 정답률
        </text>
        <text x="100%" y={HEIGHT + 42} className="axis-name" textAnchor="end">
          예상 정답률
        </text>
      </svg>
    </Figure>
  );
}

interface PointsProps {
  points: readonly Point[];
  /** From a share to a place: across in percent, down in pixels. */
  x: (share: number) => string;
  y: (share: number) => number;
}

/** The line through the points, and their numbers where there are few. */
function Points({ points, x, y }: PointsProps) {
  return (
    <>
      {points.slice(1).map((point, at) => {
        const before = points[at] as Point;
        return (
          <line
            key={point.predicted}
            x1={x(before.predicted)}
            y1={y(before.actual)}
            x2={x(point.predicted)}
            y2={y(point.actual)}
            className="point-line"
            strokeWidth="1.5"
          />
        );
      })}
      {points.map(({ predicted, actual, count }) => (
        <circle
          key={predicted}
          cx={x(predicted)}
          cy={y(actual)}
          r={Math.min(10, 4 + Math.sqrt(count) / 2)}
          className={count < ENOUGH ? 'point is-few' : 'point'}
          strokeWidth="2"
        />
      ))}
      {points.length <= MOST_LABELS &&
        points.map(({ predicted, actual }) => {
          // The label stands beside the diagonal, and never over the numbers or the name of an axis.
          const isHigh = y(actual) > 30 && (actual > predicted || y(actual) > HEIGHT - 30);
          return (
            <text
              key={predicted}
              x={x(predicted)}
              y={y(actual) + (isHigh ? -14 : 24)}
              className="point-number"
              textAnchor={predicted > 0.9 ? 'end' : 'middle'}
            >
              {percent(actual)}
            </text>
          );
        })}
    </>
  );
}

/** What the points say, each by itself: a mean over all would hide that some are too high and others too low. */
function calibrationCaption(points: readonly Point[]): string {
  const judged = points.filter(({ count }) => count >= ENOUGH);
  const counted = `복습한 답 ${points.reduce((sum, { count }) => sum + count, 0)}개를 예상한 정답률로 나누어 봅니다.`;
  const off = ({ predicted, actual }: Point) => Math.abs(actual - predicted);
  const worst = judged.toSorted((a, b) => off(b) - off(a))[0];
  if (!worst) return `${counted} 한 점에 답이 ${ENOUGH}개 모이면 예상이 맞는지 말할 수 있습니다.`;
  if (off(worst) <= TOLERANCE) return `${counted} 답이 ${ENOUGH}개 넘게 모인 점에서는 예상이 잘 맞습니다.`;
  const than = worst.actual < worst.predicted ? '예상보다 더 잊었습니다' : '예상보다 잘 기억합니다';
  return `${counted} ${percent(worst.predicted)}쯤으로 예상한 답 ${worst.count}개는 ${percent(worst.actual)} 맞혀 ${than}.`;
}

const ROWS = [
  { confidence: 'sure', name: '「확실해요」로 낸 답' },
  { confidence: 'unsure', name: '「헷갈려요」로 낸 답' },
] as const;
const ROW = 60;
/** Fewest answers of each kind; with fewer the figure draws no conclusion. */
const FEWEST_TO_JUDGE = 5;

export function ConfidenceFigure({ table }: { table: ConfidenceTable }) {
  const rows = ROWS.map(({ confidence, name }) => {
    const { right, wrong } = table[confidence];
    const count = right + wrong;
    return { name, right, wrong, count, share: count > 0 ? right / count : null };
  });
  return (
    <Figure
      label="그림 4"
      title="확신과 정답"
      caption={confidenceCaption(table)}
      table={{
        head: ['낸 방법', '맞은 답', '틀린 답', '정답률'],
        rows: rows.map(({ name, right, wrong, share }) => [
          name,
          String(right),
          String(wrong),
          share === null ? '–' : percent(share),
        ]),
      }}
    >
      <svg
        className="plot"
        height={ROW * rows.length}
        role="img"
        aria-label={rows
          .map(
            ({ name, count, share }) =>
              `${name} ${count}개${share === null ? '' : ` 중 ${percent(share)} 정답`}`,
          )
          .join(', ')}
      >
        {rows.map(({ name, count, share }, at) => (
          <g key={name}>
            <text x="0" y={at * ROW + 16} className="row-name">{`${name} ${count}개`}</text>
            {share !== null && (
              <text x="100%" y={at * ROW + 16} className="row-name row-share" textAnchor="end">
                {`${percent(share)} 정답`}
              </text>
            )}
            <rect y={at * ROW + 26} width="100%" height="14" className="bar-frame" />
            {share !== null && (
              <rect y={at * ROW + 26} width={percent(share)} height="14" className="bar-due" />
            )}
          </g>
        ))}
      </svg>
    </Figure>
  );
}

function confidenceCaption({ sure, unsure }: ConfidenceTable): string {
  const count = ({ right, wrong }: { right: number; wrong: number }) => right + wrong;
  const share = (table: { right: number; wrong: number }) => table.right / count(table);
  if (count(unsure) === 0 || count(sure) === 0)
    return '헷갈릴 때 「헷갈려요」로 내면, 느낌이 얼마나 맞는지 여기에서 견줍니다.';
  if (Math.min(count(sure), count(unsure)) < FEWEST_TO_JUDGE)
    return `느낌이 얼마나 맞는지는 두 가지 답이 ${FEWEST_TO_JUDGE}개씩 모이면 알 수 있습니다.`;
  if (share(sure) === share(unsure)) return '확신한 답과 헷갈린 답이 똑같이 맞았습니다.';
  if (share(sure) > share(unsure)) return '확신한 답이 더 자주 맞았습니다. 느낌을 믿어도 됩니다.';
  return '헷갈린 답이 오히려 더 맞았습니다. 확신한 문제부터 다시 읽어 보세요.';
}
