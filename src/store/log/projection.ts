/** The state of a log, soon: from a snapshot and what came after it, without holding up the page. */

import { isPacked, PACK_VERSION, packing, unpack } from '../../core/memory/pack.ts';
import { inSlices } from '../../core/memory/slices.ts';
import { applying, EMPTY, type State } from '../../core/memory/state.ts';
import { breathing } from '../breathing.ts';
import type { EventLog } from './event-log.ts';
import type { LogState } from './log-state.ts';

export interface Projection {
  state: State;
  /** Number of the last record in it, for `readSince`. */
  upTo: number;
  /** Events that were folded on top of the snapshot. */
  folded: number;
  log: LogState;
}

/** How many events after the snapshot are worth a new one: folding them takes as long as reading it. */
const WORTH = 2_000;

/** Reads the log into a state; equal to folding all of it, whether there is a snapshot or not. */
export async function project(log: EventLog): Promise<Projection> {
  const snapshot = await log.readSnapshot(PACK_VERSION);
  const packed = snapshot && isPacked(snapshot.data) ? snapshot.data : null;
  const read = await log.readSince(packed && snapshot ? snapshot.upTo : 0);
  const state = await inSlices(applying(packed ? unpack(packed) : EMPTY, read.events), breathing());
  return { state, upTo: read.upTo, folded: read.events.length, log: read.state };
}

/** Makes a snapshot when many events have come since the last one. False when it was not worth it, or could not be kept. */
export async function keepSnapshot(log: EventLog, projection: Projection): Promise<boolean> {
  // Otherwise the state may hold events that are not stored, and a snapshot must not know more than the log.
  if (projection.folded < WORTH || projection.log.status !== 'ok') return false;
  const packed = await inSlices(packing(projection.state), breathing());
  return log.writeSnapshot(PACK_VERSION, projection.upTo, packed);
}
