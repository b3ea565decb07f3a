/** What the states of the block share: its icons, the warning about the key, and the QR code. */

import { encode } from 'uqr';
import { basePath } from '../../../store/site.ts';
import { Icon } from '../../icon.tsx';

/** Of this page on this site, without a query or hash. */
export const progressAddress = (): string => `${location.origin}${basePath()}/progress/`;

/** One path, always dark on light: cameras read nothing else well. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className="sync-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="white" />
      <path d={path.join('')} fill="black" />
    </svg>
  );
}

/** Icons that stand nowhere else, so that no other page loads them. */
const PATHS = {
  on: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z',
  waiting: 'M10 3.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM10 6.5V10l2.5 1.5',
  phone:
    'M7.5 2.5h5A1.5 1.5 0 0 1 14 4v12a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 6 16V4a1.5 1.5 0 0 1 1.5-1.5ZM9.2 15h1.6',
  computer: 'M3 4h14v9.5H3ZM1.5 16.5h17',
  print: 'M6 7.5v-4h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z',
} as const;

export function SyncIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** What whoever holds the key has to know. */
export function KeepNote({ children }: { children: string }) {
  return (
    <p className="sync-note">
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}
