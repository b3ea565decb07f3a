/** A moment in the past in the reader's words: 오늘 저녁 9시 40분. */

const DAY_MILLIS = 86_400_000;

export function formatWhen(at: number, now: Date): string {
  const then = new Date(at);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const time = new Intl.DateTimeFormat('ko', { hour: 'numeric', minute: '2-digit' }).format(then);
  if (at >= midnight) return `오늘 ${time}`;
  if (at >= midnight - DAY_MILLIS) return `어제 ${time}`;
  return new Intl.DateTimeFormat('ko', { month: 'long', day: 'numeric', weekday: 'long' }).format(then);
}
