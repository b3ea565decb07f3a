/** The way on at the end of a page: the next one large, the one before beside it. */

import type { PageData, PageLink } from '../../core/model/course.ts';
import { Icon } from '../icon.tsx';
import { TopicLink, TopicLinkFetchedInView } from '../shell/topic-link.tsx';

export function Turn({ page }: { page: PageData }) {
  if (!page.previous && !page.next) return null;
  return (
    <nav className="turn" aria-label="이전 글과 다음 글">
      {page.previous && <Way link={page.previous} direction="prev" />}
      {page.next && <Way link={page.next} direction="next" />}
    </nav>
  );
}

function Way({ link, direction }: { link: PageLink; direction: 'prev' | 'next' }) {
  const isNext = direction === 'next';
  const Link = isNext ? TopicLinkFetchedInView : TopicLink;
  return (
    <Link className={`way ${direction}`} path={link.path} rel={direction}>
      <span className="way-label">
        {!isNext && <Icon name="left" isSmall />}
        {isNext ? '다음' : '이전'}
        {isNext && <Icon name="right" isSmall />}
      </span>
      <span className="way-title">
        {link.number && <span className="n">{link.number} </span>}
        {link.title}
      </span>
    </Link>
  );
}
