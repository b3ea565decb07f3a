/** Ways from a question to the notes and back: 출처, the sentence that teaches the answer, and 「노트에서 보기」, where a question or card stands. */

import type { MouseEvent } from 'react';
import type { QuestionSource } from '../../core/model/question.ts';
import { toPath } from '../../store/pages.ts';
import { basePath } from '../../store/site.ts';
import { type SourceVisit, visitSource } from '../../store/source-visit.ts';
import { TopicLink } from '../shell/topic-link.tsx';
import type { QuestionPlace } from './question-place.ts';

interface SourceLinkProps {
  source: QuestionSource;
  place: QuestionPlace;
  /** The way back: id of the question's card, and 「문제 2로」. */
  back: { id: string; label: string };
}

export function SourceLink({ source, place, back }: SourceLinkProps) {
  const base = basePath();
  const { href, label, quote } = source;
  const words = quote === null ? label : `“${quote}”`;
  const where = quote === null ? null : label;
  if (href === null) {
    return (
      <>
        {words}
        {where && <span className="source-place">{where}</span>}
      </>
    );
  }
  // `#anchor` is one of the question's own page, wherever the question is asked.
  const address = href.startsWith('#') ? `${base}${place.path}${href}` : href;
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return;
    visitSource({
      path: toPath(url.pathname.slice(base.length)),
      anchor: url.hash ? toPath(url.hash.slice(1)) : null,
      quote,
      name: '근거',
      back: { ...back, href: location.pathname + location.search + location.hash },
    });
  };
  return (
    <>
      <a className="quote" href={address} onClick={onClick}>
        {words}
      </a>
      {where && <span className="source-place">{where}</span>}
    </>
  );
}

interface NotesLinkProps {
  path: string;
  anchor: string | null;
  /** What stands there: 문제 or 용어. */
  name: string;
  /** The way back: id of an element of this page, and 「문제 2로」. */
  back: Omit<SourceVisit['back'], 'href'>;
  className?: string;
  'aria-describedby'?: string;
}

export function NotesLink({ path, anchor, name, back, ...rest }: NotesLinkProps) {
  return (
    <TopicLink
      {...rest}
      path={path}
      anchor={anchor}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        const { pathname, search, hash } = location;
        visitSource({ path, anchor, quote: null, name, back: { ...back, href: pathname + search + hash } });
      }}
    >
      노트에서 보기
    </TopicLink>
  );
}
