/** Checks that links lead somewhere: files, pages of folders, anchors and pictures, over the whole course. */

import { diagnose } from '../content/source/diagnostics.ts';
import { isMarkdown } from '../content/source/paths.ts';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { LinkReference, Topic } from '../model/topic.ts';
import { findTopic, type LinkState } from './link-state.ts';

/** Checks every link of every topic against topics, their anchors, and the other files of the folder. */
export function checkLinks(state: LinkState): void {
  const { topics, hidden, diagnostics } = state;
  const reported = new Set(diagnostics.filter(({ code }) => ABOUT_LINKS.has(code)).map(positionKey));
  const anchors = new Map<Topic, Set<string>>();
  const anchorsOf = (topic: Topic): Set<string> => {
    const cached = anchors.get(topic) ?? new Set([topic.anchor, ...topic.sections.map((s) => s.anchor)]);
    anchors.set(topic, cached);
    return cached;
  };
  for (const topic of topics.values()) {
    if (hidden.has(topic.file)) continue;
    for (const reference of topic.links) {
      const diagnostic = checkLink(topic, reference, anchorsOf, state);
      if (diagnostic && !reported.has(positionKey(diagnostic))) diagnostics.push(diagnostic);
    }
  }
}

/** What other passes have said of a link already. */
const ABOUT_LINKS: ReadonlySet<DiagnosticCode> = new Set(['comparison-link', 'file-missing']);

const positionKey = ({ file, line, column }: Diagnostic): string => `${file}:${line}:${column}`;

function checkLink(
  from: Topic,
  { kind, href, file, anchor, line, column }: LinkReference,
  anchorsOf: (topic: Topic) => ReadonlySet<string>,
  { topics, hidden, shape, options: { files } }: LinkState,
): Diagnostic | null {
  const at = { file: from.file, line, column };
  if (file === null) {
    if (anchor === null || anchorsOf(from).has(anchor)) return null;
    return diagnose('link-anchor-broken', at, { href: from.file, anchor });
  }
  if (kind === 'image' || !isMarkdown(file)) {
    if (files.has(file)) return null;
    if (kind === 'image') return diagnose('image-missing', at, { href });
  }
  const target = findTopic(file, topics, shape);
  const topic = target === null ? undefined : topics.get(target);
  if (target === null || topic === undefined || hidden.has(target))
    return diagnose('link-broken', at, { href });
  if (anchor === null || anchorsOf(topic).has(anchor)) return null;
  return diagnose('link-anchor-broken', at, { href: target, anchor });
}
