/** 그림 4: how often sure and unsure answers were right. */

import type { ConfidenceTable } from '../../../core/memory/statistics.ts';
import { Figure, percent } from './figure.tsx';

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
      caption={captionOf(table)}
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

function captionOf({ sure, unsure }: ConfidenceTable): string {
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
