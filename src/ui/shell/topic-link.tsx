/** A link to a page of the course, or a place in it; the shell's link handler follows and prefetches it. */

import { type AnchorHTMLAttributes, type Ref, useEffect, useRef } from 'react';
import { basePath } from '../../store/base-path.ts';
import { prefetchPage } from '../../store/pages.ts';

interface TopicLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path under the base, with its closing slash: `/environment-tools/conda/`. */
  path: string;
  anchor?: string | null;
  ref?: Ref<HTMLAnchorElement>;
}

export function TopicLink({ path, anchor, ...rest }: TopicLinkProps) {
  return <a href={basePath() + path + (anchor ? `#${encodeURIComponent(anchor)}` : '')} {...rest} />;
}

/** A link likely to be followed: its page is fetched as soon as the link is on the screen. */
export function TopicLinkFetchedInView(props: TopicLinkProps) {
  const { path } = props;
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!link.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      prefetchPage(path);
    });
    observer.observe(link.current);
    return () => observer.disconnect();
  }, [path]);

  return <TopicLink ref={link} {...props} />;
}
