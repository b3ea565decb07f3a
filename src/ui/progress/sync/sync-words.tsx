/** What keeps devices from being alike, and what to do about it. */

import type { Sync, SyncProblem } from '../../../store/sync/sync.ts';

const PROBLEMS: Readonly<Record<SyncProblem, string>> = {
  silent: '서버가 답하지 않아',
  strange: '서버 대신 다른 화면이 답해',
  closed: '서버가 이 주소에서는 받지 않아',
  missing: '서버에 맞추기가 켜져 있지 않아',
  large: '서버가 이만한 파일을 받지 않아',
  busy: '서버가 바빠',
  full: '서버의 자리가 모자라',
  broken: '이 브라우저가 기록을 잠그거나 열지 못해',
};

/** 서버가 답하지 않아 8분 뒤에 다시 합니다. */
export function problemWords({ problem, againAt }: NonNullable<Sync['failure']>, now: Date): string {
  const minutes = Math.max(1, Math.round((againAt - now.getTime()) / 60_000));
  return `${PROBLEMS[problem]} ${minutes}분 뒤에 다시 합니다.`;
}

/** The same in the table of reasons, for whoever looks. */
export const reasonOf = (problem: SyncProblem): string => `${PROBLEMS[problem]} 맞추지 못했습니다.`;

/** Of problems that do not go away by themselves. */
const REMEDIES: Partial<Record<SyncProblem, string>> = {
  strange: '와이파이에 로그인해야 하는지 보세요. 기록은 이 기기에 남습니다.',
  closed: '강사에게 알려 주세요. 기록은 이 기기에 남습니다.',
  missing: '강사에게 알려 주세요. 기록은 이 기기에 남습니다.',
  large: '강사에게 알려 주세요. 기록은 이 기기에 남습니다.',
  full: '강사에게 알려 주세요. 기록은 이 기기에 남습니다.',
  broken: '다른 탭을 닫고 다시 해 보세요. 비공개 창이라면 일반 창에서 여세요.',
};

const CLOCK_TOLERANCE = 600_000;

function clockWords(ahead: number): string {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const amount =
    minutes < 120
      ? `${minutes}분`
      : minutes < 2_880
        ? `${Math.round(minutes / 60)}시간`
        : `${Math.round(minutes / 1_440)}일`;
  return `이 기기의 시계가 ${amount} ${ahead > 0 ? '빠릅니다' : '느립니다'}.`;
}

/** Reason and remedy, a row each; empty while all is well. */
function rowsOf({ failure, skipped, clockAhead }: Sync): [reason: string, remedy: string][] {
  const rows: [string, string][] = [];
  const remedy = failure && REMEDIES[failure.problem];
  if (failure && remedy) rows.push([reasonOf(failure.problem), remedy]);
  if (skipped.newer > 0)
    rows.push([`더 새로운 판에서 만든 파일이 ${skipped.newer}개 있습니다.`, '이 화면을 새로 고치세요.']);
  const unread = skipped.unreadable + skipped.large;
  if (unread > 0)
    rows.push([`읽지 못한 파일이 ${unread}개 있습니다.`, '건너뛰었습니다. 올린 기기를 다시 열면 풀립니다.']);
  if (skipped.foreign > 0)
    rows.push([
      `이 앱의 것이 아닌 파일이 ${skipped.foreign}개 있습니다.`,
      '건너뛰었습니다. 그대로 두어도 됩니다.',
    ]);
  if (clockAhead !== null && Math.abs(clockAhead) > CLOCK_TOLERANCE)
    rows.push([clockWords(clockAhead), '시계를 맞추세요. 복습 날짜가 달라질 수 있습니다.']);
  return rows;
}

export function Reasons({ sync }: { sync: Sync }) {
  const rows = rowsOf(sync);
  if (rows.length === 0) return null;
  return (
    <details className="fold as-table" open>
      <summary>이유와 할 일</summary>
      <table className="data-table">
        <tbody>
          {rows.map(([reason, remedy]) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
