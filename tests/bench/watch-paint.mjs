/** Runs in a page from its beginning: keeps in `window.__bench` when it was painted, what moved, and what held the thread. */
export const watchPaint = () => {
  const seen = { fcp: null, lcp: null, shifts: [], long: [] };
  window.__bench = seen;
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
  });
  on('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shifts.push([entry.startTime, entry.value]);
  });
  on('longtask', (entry) => seen.long.push([entry.startTime, entry.duration]));
};
