/** A moment in the past in words: 어제 오후 9시 40분. */

const DAY_MILLIS = 86_400_000;
const DAYS = '일월화수목금토';

export function formatWhen(at: number, now: Date): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const then = new Date(at);
  const hour = then.getHours();
  const time = `${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}시 ${then.getMinutes()}분`;
  if (at >= midnight) return `오늘 ${time}`;
  if (at >= midnight - DAY_MILLIS) return `어제 ${time}`;
  return `${then.getMonth() + 1}월 ${then.getDate()}일 ${DAYS[then.getDay()]}요일`;
}
