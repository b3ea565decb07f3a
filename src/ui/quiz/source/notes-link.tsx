/** 「노트에서 보기」: to where a question or card stands in the notes, and back as from a source. */

import { type SourceVisit, visitSource } from '../../../store/source-visit.ts';
import { TopicLink } from '../../shell/topic-link.tsx';

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
