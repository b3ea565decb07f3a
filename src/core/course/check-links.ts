/** Do links lead somewhere? Files, folders' pages, anchors and pictures, over the whole course. */

import { diagnose } from '../content/source/diagnostics.ts';
import { isMarkdown } from '../content/source/paths.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LinkReference, Topic } from '../model/topic.ts';
import { findTopic } from './shape.ts';

/** Checks every link of every topic against topics, their anchors, and the other files of the folder. */
export function checkLinks(
  topics: ReadonlyMap<string, Topic>,
  files: ReadonlySet<string>,
  drafts: readonly string[],
  areDraftsShown: boolean,
): Diagnostic[] {
  const hidden = new Set(areDraftsShown ? [] : drafts);
  const anchors = new Map<Topic, Set<string>>();
  const anchorsOf = (topic: Topic): Set<string> => {
    const known = anchors.get(topic) ?? new Set([topic.anchor, ...topic.sections.map((s) => s.anchor)]);
    anchors.set(topic, known);
    return known;
  };
  const check = (from: Topic, reference: LinkReference): Diagnostic | null => {
    const at = { file: from.file, line: reference.line, column: reference.column };
    if (reference.file === null) {
      if (reference.anchor === null || anchorsOf(from).has(reference.anchor)) return null;
      return diagnose('link-anchor-broken', at, { href: from.file, anchor: reference.anchor });
    }
    if (reference.kind === 'image' || !isMarkdown(reference.file)) {
      if (files.has(reference.file)) return null;
      if (reference.kind === 'image') return diagnose('image-missing', at, { href: reference.href });
    }
    const target = findTopic(reference.file, topics);
    const topic = target === null ? undefined : topics.get(target);
    if (target === null || topic === undefined || hidden.has(target)) {
      return diagnose('link-broken', at, { href: reference.href });
    }
    if (reference.anchor === null || anchorsOf(topic).has(reference.anchor)) return null;
    return diagnose('link-anchor-broken', at, { href: target, anchor: reference.anchor });
  };
  const diagnostics: Diagnostic[] = [];
  for (const topic of topics.values()) {
    if (hidden.has(topic.file)) continue;
    for (const reference of topic.links) {
      const found = check(topic, reference);
      if (found) diagnostics.push(found);
    }
  }
  return diagnostics;
}
