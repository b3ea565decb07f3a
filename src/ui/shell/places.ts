/** The main places of the app, in the order of the menus; the bottom bar shows when there are two or more. */

import type { IconName } from '../icon.tsx';

export interface Place {
  path: string;
  label: string;
  icon: IconName;
}

export const PLACES: readonly Place[] = [{ path: '/', label: '차례', icon: 'book' }];
