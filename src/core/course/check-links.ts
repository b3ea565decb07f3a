/** Checks that links lead somewhere: files, pages of folders, anchors and pictures, over the whole course. */

import { diagnose, type SourcePosition } from '../content/source/diagnostics.ts';
import { fileType, isSvg } from '../content/source/file-types.ts';
import { isMarkdown } from '../content/source/paths.ts';
import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.ts';
import type { LinkReference, Topic } from '../model/topic.ts';
import { findTopic, type LinkOptions, type LinkState } from './link-state.ts';

/** Checks every link of every topic against topics, their anchors, and the other files of the folder. */
export function checkLinks(state: LinkState): void {
  const { topics, hidden, diagnostics } = state;
  const reported = new Set(diagnostics.filter(({ code }) => ABOUT_LINKS.has(code)).map(positionKey));
  const anchors = new Map<Topic, Set<string>>();
  const anchorsOf = (topic: Topic): Set<string> => {
    const cached =
      anchors.get(topic) ?? new Set([topic.anchor, ...topic.anchors, ...topic.sections.map((s) => s.anchor)]);
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
const ABOUT_LINKS: ReadonlySet<DiagnosticCode> = new Set(['comparison-link', 'file-missing', 'file-outside']);

const positionKey = ({ file, line, column }: Diagnostic): string => `${file}:${line}:${column}`;

function checkLink(
  from: Topic,
  { kind, href, file, anchor, line, column }: LinkReference,
  anchorsOf: (topic: Topic) => ReadonlySet<string>,
  { topics, hidden, shape, options }: LinkState,
): Diagnostic | null {
  const at = { file: from.file, line, column };
  if (file === null) {
    if (anchor === null || anchorsOf(from).has(anchor)) return null;
    return diagnose('link-anchor-broken', at, { href: from.file, anchor });
  }
  if (kind === 'image' || !isMarkdown(file)) {
    if (options.files.has(file)) return checkFile(file, href, at, options);
    if (options.outside?.has(file)) return diagnose('file-outside', at, { href });
    if (kind === 'image') return diagnose('image-missing', at, { href });
  }
  const target = findTopic(file, topics, shape);
  const topic = target === null ? undefined : topics.get(target);
  if (target === null || topic === undefined || hidden.has(target)) {
    if (options.outside?.has(file)) return diagnose('file-outside', at, { href });
    return diagnose('link-broken', at, { href, ...(target !== null && { isDraft: true }) });
  }
  if (anchor === null || anchorsOf(topic).has(anchor)) return null;
  return diagnose('link-anchor-broken', at, { href: target, anchor });
}

/** A file that may not be brought, or only in part. */
function checkFile(file: string, href: string, at: SourcePosition, options: LinkOptions): Diagnostic | null {
  if (fileType(file) === null) return diagnose('file-refused', at, { href, reason: 'type' });
  const flaw = isSvg(file) ? (options.svgFlaw?.(file) ?? null) : null;
  if (flaw === null) return null;
  if (flaw.kind === 'cleaned') return diagnose('svg-cleaned', at, { href, dropped: flaw.dropped });
  return diagnose('file-refused', at, { href, reason: flaw.line });
}

/** Whether a file of the folder stays out of the site. */
export const isRefused = (file: string, options: Pick<LinkOptions, 'svgFlaw'>): boolean =>
  fileType(file) === null || (isSvg(file) && options.svgFlaw?.(file)?.kind === 'unreadable');
