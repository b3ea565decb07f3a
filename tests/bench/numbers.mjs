/** Medians and the table that a run ends with. */

export const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What repeated measurements of one thing say: the median, with its spread. */
export const summary = (values) => {
  const known = values.filter((value) => value !== null && value !== undefined && !Number.isNaN(value));
  if (known.length === 0) return null;
  return { median: median(known), min: Math.min(...known), max: Math.max(...known), runs: known.length };
};

/** The value that a share of the measurements stays under, as a summary of its own. */
export const percentile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return value === undefined ? null : { median: value, min: value, max: value, runs: values.length };
};

const round = (value, unit) => {
  if (unit === 'shift') return value.toFixed(4);
  if (unit === 's') return value.toFixed(value < 10 ? 2 : 1);
  if (unit === 'kB') return (value / 1000).toFixed(1);
  return value.toFixed(value < 10 && unit === 'ms' ? 1 : 0);
};

const show = (value, unit) => {
  if (value === null || value === undefined) return '–';
  const { median: middle, min, max, runs } = value;
  const spread = runs > 1 && max > min ? ` (${round(min, unit)}–${round(max, unit)})` : '';
  return `${round(middle, unit)}${spread}`;
};

/**
 * A row is `{ part, metric, unit, ours, name, reference, target, note }`: two summaries, the name of the reference, and
 * what is wanted of their ratio: `{ times: 0.6 }`, `{ plus: 20 }` on top of the reference, or `{ atMost: 0 }` without one.
 */
export const judge = ({ ours, reference, target }) => {
  if (!ours || !target) return '';
  if (target.atMost !== undefined) return ours.median <= target.atMost ? 'ok' : 'over';
  if (!reference) return '';
  const limit = target.times === undefined ? reference.median + target.plus : reference.median * target.times;
  return ours.median <= limit ? 'ok' : 'over';
};

const wanted = (target, unit) => {
  if (!target) return '';
  if (target.atMost !== undefined) return `≤ ${unit === 'kB' ? round(target.atMost, unit) : target.atMost}`;
  return target.times === undefined ? `≤ ref + ${target.plus}` : `≤ ${target.times}`;
};

const cells = (row) => {
  const { metric, unit, ours, name, reference, target, note } = row;
  const ratio = ours && reference && reference.median > 0 ? (ours.median / reference.median).toFixed(2) : '';
  const missing = name && !reference ? `${name}: not measured` : null;
  const label = unit === 'shift' ? metric : `${metric}, ${unit}`;
  const against = missing ?? (name ? `${name} ${show(reference, unit)}` : '');
  return [
    label,
    show(ours, unit),
    against,
    ratio,
    wanted(target, unit),
    judge(row) || (note ? '' : 'info'),
    note ?? '',
  ];
};

const HEAD = ['metric', 'ours', 'reference', 'ratio', 'target', 'result', 'note'];

/** The table as text, in columns. */
export function formatTable(rows) {
  const table = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const rule = widths.map((width) => '─'.repeat(width));
  return [table[0], rule, ...table.slice(1)]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
