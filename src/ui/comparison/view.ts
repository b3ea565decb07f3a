/** How a comparison is looked at, shared by the part that is read and the part that comes on first use. */

import type { ComponentType, KeyboardEvent, MouseEvent } from 'react';
import type { Recall } from '../../core/comparison/recall.ts';
import type { SortBy } from '../../core/comparison/sort.ts';
import type {
  ComparisonBlock,
  ComparisonCell,
  ComparisonColumn,
  ComparisonRow,
} from '../../core/model/topic.ts';

export type Mode = 'read' | 'diff' | 'recall';

/** A sitting: what it covers, and how far it has come. */
export interface Sitting {
  /** `all`, `missed`, `column:2`, `row:0`. */
  scope: string;
  /** Columns that fit side by side. */
  atOnce: number;
  recall: Recall;
}

export interface View {
  mode: Mode;
  /** Picked columns in the order shown. */
  columns: readonly number[];
  isPicking: boolean;
  isPhone: boolean;
  sort: SortBy | null;
  sitting: Sitting | null;
  /** How many rows show this view already; a long table takes several tasks. */
  dressed: number;
  /** The view that the other rows still show. */
  shed: View | null;
}

export type Change = (wanted: Partial<View>) => void;

export interface CellProps {
  block: ComparisonBlock;
  row: ComparisonRow;
  cell: ComparisonCell;
  column: ComparisonColumn;
  rowIndex: number;
  columnIndex: number;
  /** Place among the columns shown. */
  at: number;
  data: unknown;
}

/** What a view gives a row; each field is the same value again while nothing about the row changed. */
export interface Dress {
  columns: readonly number[];
  mode?: Mode;
  Cell?: ComponentType<CellProps>;
  data?: unknown;
  flag?: string | null;
}

export interface TableProps {
  block: ComparisonBlock;
  columns: readonly number[];
  caption: string;
  mode?: Mode;
  order?: readonly number[];
  dress?: readonly Dress[];
  sort?: SortBy | null;
  onClick?: (event: MouseEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The part that comes on first use. */
export interface Live {
  /** The view after a change; sees to what a change brings with it. */
  next(block: ComparisonBlock, view: View, wanted: Partial<View>): View;
  /** What the table is given; pure. */
  tableOf(block: ComparisonBlock, view: View, change: Change): Partial<TableProps>;
  /** Above and below the table. */
  Head: ComponentType<LiveProps>;
  Foot: ComponentType<LiveProps>;
}

export interface LiveProps {
  block: ComparisonBlock;
  view: View;
  change: Change;
}
