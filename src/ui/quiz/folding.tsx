/** What is below the stem of a question: when folded, off the screen, still on paper, and found by the browser's search in the page. */

import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface FoldingProps {
  isFolded: boolean;
  /** The browser has found something in it and opens it. */
  onFound: (() => void) | undefined;
  children: ReactNode;
}

export function Folding({ isFolded, onFound, children }: FoldingProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isFolded) return;
    // React knows no other value of `hidden` than true. Where the browser does not either, it is just that.
    element.setAttribute('hidden', 'until-found');
    element.addEventListener('beforematch', found);
    function found() {
      onFound?.();
    }
    return () => {
      element.removeAttribute('hidden');
      element.removeEventListener('beforematch', found);
    };
  }, [isFolded, onFound]);
  return (
    <div className="folding" ref={box}>
      {children}
    </div>
  );
}
