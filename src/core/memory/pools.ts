/**
 * Pools: questions that ask for the same and share one schedule. The log knows nothing of them: each answer belongs to the question that
 * was asked, and which of them are a pool is said by the notes. So the state of a pool is made of those of its questions whenever
 * the notes or the record change, and no record loses anything when a pool is made, grows, shrinks or is undone.
 */

import type { ItemId } from '../model/event.ts';
import { type ItemState, joinItems } from './item.ts';

type Items = ReadonlyMap<ItemId, ItemState>;

/** A question of a pool. */
interface Sibling {
  /** The first question of its pool: the item that stands for all of them. */
  first: ItemId;
  /** What is known of it alone. */
  own: ItemState | undefined;
}

/** By question; those that are in no pool are not in it. */
export type Pools = ReadonlyMap<ItemId, Sibling>;

interface Pooled {
  items: Items;
  pools: Pools;
}

/**
 * Puts one state in the place of those of a pool's questions. `firsts`: of each question of a pool the first one. What has not changed
 * since `before` is not joined anew.
 */
export function joinPools(
  items: Items,
  firsts: ReadonlyMap<ItemId, ItemId>,
  retention: number,
  before: Pooled,
): Pooled {
  const joined = new Map(items);
  const pools = new Map<ItemId, Sibling>();
  for (const [item, first] of firsts) {
    pools.set(item, { first, own: items.get(item) });
    joined.delete(item);
  }
  const earlier = partsOf(before.pools);
  for (const [first, parts] of partsOf(pools)) {
    const last = earlier.get(first);
    const isAsBefore = last?.length === parts.length && parts.every((part, at) => part === last[at]);
    const known = isAsBefore ? before.items.get(first) : undefined;
    if (parts.length > 0) joined.set(first, known ?? joinItems(first, parts, retention));
  }
  return { items: joined, pools };
}

/** What is known of the questions of each pool, by its first question. */
function partsOf(pools: Pools): Map<ItemId, ItemState[]> {
  const parts = new Map<ItemId, ItemState[]>();
  for (const { first, own } of pools.values())
    parts.set(first, [...(parts.get(first) ?? []), ...(own ? [own] : [])]);
  return parts;
}

/** The items as the log has them, each question by itself. */
export function partPools({ items, pools }: Pooled): Items {
  const parted = new Map(items);
  for (const { first } of pools.values()) parted.delete(first);
  for (const [item, { own }] of pools) if (own) parted.set(item, own);
  return parted;
}
