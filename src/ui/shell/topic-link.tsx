/** A link to a page of the course, or a place in it; the shell's link handler follows and prefetches it. */

import { type AnchorHTMLAttributes, useEffect, useRef } from 'react';
import { prefetchPage } from '../../store/pages.ts';
import { useBase } from './links.ts';

interface TopicLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path under the base, with its closing slash: `/environment-tools/conda/`. */
  path: string;
  anchor?: string | null;
  /** Fetch the page's data as soon as the link is on the screen. */
  isFetchedInView?: boolean;
}

export function TopicLink({ path, anchor, isFetchedInView = false, ...rest }: TopicLinkProps) {
  const base = useBase();
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!isFetchedInView || !link.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      prefetchPage(path);
    });
    observer.observe(link.current);
    return () => observer.disconnect();
  }, [path, isFetchedInView]);

  return <a ref={link} href={base + path + (anchor ? `#${encodeURIComponent(anchor)}` : '')} {...rest} />;
}
