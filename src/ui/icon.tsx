/** The line icons: a box of 20 px, stroke 1.5, round ends. An icon stands beside a word or under an aria-label. */

const PATHS = {
  book: 'M10 5.5C8.2 4.2 5.7 3.7 3 3.9v11.3c2.7-.2 5.2.3 7 1.6 1.8-1.3 4.3-1.8 7-1.6V3.9c-2.7-.2-5.2.3-7 1.6ZM10 5.5v11.3',
  bubbles:
    'M6 3.8a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM6 11.2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM11.5 6.3h5.5M11.5 13.7h5.5',
  caution: 'M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7ZM10 6.5V11M10 13.6v.01',
  chart: 'M3.5 3.5v13h13M7 13.5V10M10.5 13.5v-7M14 13.5v-5',
  check: 'm4 10.5 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  compare: 'M3.5 4.5h5.5v11H3.5ZM11 4.5h5.5v11H11ZM3.5 8.5H9M11 8.5h5.5',
  copy: 'M7.5 6.5V3.5h9v9h-3M3.5 7.5h9v9h-9Z',
  down: 'm5 8 5 5 5-5',
  help: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM7.9 8.1a2.1 2.1 0 1 1 3.3 1.7c-.8.6-1.2 1-1.2 1.9M10 14v.01',
  important: 'M5 17V3.5h9.5l-2 3.5 2 3.5H5',
  left: 'm12 5-5 5 5 5',
  list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  more: 'M4.5 9.5v1M10 9.5v1M15.5 9.5v1',
  note: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM10 9.2v4M10 6.6v.01',
  plus: 'M10 4.5v11M4.5 10h11',
  review: 'M16.5 10a6.5 6.5 0 1 1-2-4.7M16.5 3.5v4h-4',
  right: 'm8 5 5 5-5 5',
  search: 'M9 3.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 9 3.8ZM13 13l4 4',
  settings:
    'M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM7.5 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  tip: 'M7.5 13.5c0-1.8-2-2.6-2-5.2a4.5 4.5 0 0 1 9 0c0 2.6-2 3.4-2 5.2ZM8 16.5h4',
  sure: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  star: 'm10 3.2 2.1 4.4 4.8.7-3.5 3.3.9 4.8-4.3-2.3-4.3 2.3.9-4.8-3.5-3.3 4.8-.7Z',
  unsure: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6.8 10.6c1-1.5 2.1-1.5 3.2-.5s2.2 1 3.2-.5',
  up: 'm5 12 5-5 5 5',
  warning: 'm10 3.5 7.5 13h-15ZM10 8.5V12M10 14.3v.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, isSmall = false }: { name: IconName; isSmall?: boolean }) {
  return (
    <svg className={isSmall ? 'icon icon-small' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the book beside the course's title. */
export function BrandMark() {
  return (
    <svg className="brand-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M2 5.5h14M2 11h9M2 16.5h17" strokeWidth="3" />
      <path className="brand-rule" d="M16 1.5v19" strokeWidth="1.5" />
    </svg>
  );
}
