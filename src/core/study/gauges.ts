/** The gauges of the topic tree: the items of each row, summed up. */

import type { RecordState } from '../memory/record-state.ts';
import { type Summary, summarise } from '../memory/summary.ts';
import type { TreeNode } from '../model/course.ts';
import type { Day, ItemId } from '../model/event.ts';
import type { StudyIndex } from '../model/study.ts';
import { cardItems, cellItems, hasCards, questionItems } from './items.ts';

/** `new`: nothing answered yet; `due`: something comes back today; `ok`: answered and not due. */
export type GaugeState = 'new' | 'due' | 'ok';

export interface CourseGauges {
  /** Null for a row with nothing to learn. */
  of: (node: TreeNode) => Summary | null;
  all: Summary;
}

export const gaugeStateOf = ({ count, fresh, due }: Summary): GaugeState =>
  fresh === count ? 'new' : due > 0 ? 'due' : 'ok';

/** Whether anything has been answered; before that a course has no gauges. */
export const hasRecord = ({ items }: RecordState): boolean => {
  for (const { memory } of items.values()) if (memory) return true;
  return false;
};

/** The gauges of a course on a day. A row is summed up when it is first asked for. */
export function gaugesOf(index: StudyIndex, state: RecordState, today: Day): CourseGauges {
  const places = new Map<string, ItemId[]>();
  const all: ItemId[] = [];
  const put = (key: string, item: ItemId) => {
    const items = places.get(key);
    if (items) items.push(item);
    else places.set(key, [item]);
  };
  const isKnown = (item: ItemId) => state.items.has(item);
  for (const topic of index.topics) {
    const cards = hasCards(topic, state.settings.cardTopics) ? topic.cards : [];
    const placed = [
      ...pair(questionItems(topic), topic.questions),
      ...pair(cardItems({ ...topic, cards }), cards),
      ...pair(cellItems(topic), topic.cells).filter(([item]) => isKnown(item)),
    ];
    for (const [item, anchor] of placed) {
      put(areaKey(topic.area), item);
      put(topic.path, item);
      put(sectionKey(topic.path, anchor), item);
      all.push(item);
    }
  }
  const itemsOf = (node: TreeNode): readonly ItemId[] => {
    if (isArea(node)) return places.get(areaKey(node.number)) ?? [];
    if (node.anchor !== null) return places.get(sectionKey(node.path ?? '', node.anchor)) ?? [];
    const below = node.children.filter(({ anchor }) => anchor === null).flatMap(itemsOf);
    return [...(places.get(node.path ?? '') ?? []), ...below];
  };
  const summaries = new Map<string, Summary | null>();
  return {
    all: summarise(state, all, today),
    of: (node) => {
      const key = `${node.number} ${sectionKey(node.path ?? node.title, node.anchor)}`;
      const cached = summaries.get(key);
      if (cached !== undefined) return cached;
      const items = itemsOf(node);
      const summary = items.length > 0 ? summarise(state, items, today) : null;
      summaries.set(key, summary);
      return summary;
    },
  };
}

const pair = (items: ItemId[], places: { anchor: string | null }[]): [ItemId, string | null][] =>
  items.map((item, at) => [item, places[at]?.anchor ?? null]);

const areaKey = (area: string): string => `area ${area}`;
const sectionKey = (path: string, anchor: string | null): string => `${path}#${anchor ?? ''}`;
const isArea = ({ number }: TreeNode): boolean => /^\d+$/.test(number);
