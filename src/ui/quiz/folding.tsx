/**
 * Whether a question that is remembered is folded to its stem, and what is below it then: off the screen, still on paper, and found by the
 * browser's search in the page. On a page that its questions make long it folds by itself when the record comes, and only where nothing
 * that is or was on the screen moves by it; what is decided holds for this visit.
 */

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { dayNumber } from '../../core/memory/day-number.ts';
import { questionItem } from '../../core/model/event.ts';
import { questionAnchor } from '../../core/study/questions.ts';
import { standingOf } from '../../core/study/standing.ts';
import { readUnsentAnswer } from '../../store/study/answers.ts';
import { isFolded, setFolded, useFolds } from '../../store/study/folded-questions.ts';
import { useStudy } from '../../store/study/study.ts';

/** A page with more questions than a sitting asks is long by them, and folds what is known. */
export const MOST_UNFOLDED = 10;

interface FoldOptions {
  path: string;
  id: string;
  /** Of a page with more than `MOST_UNFOLDED`. */
  isOnLongPage: boolean;
  /** Answered in this run through the quiz. */
  isAnswered: boolean;
}

export function useFold({ path, id, isOnLongPage, isAnswered }: FoldOptions): boolean {
  const isRemembered = useStudy(
    ({ state, today }) =>
      state !== null && standingOf(state, questionItem(id), dayNumber(today)) === 'remembered',
  );
  const decided = useFolds(({ folds }) => isFolded(folds, path, id));
  const anchor = questionAnchor(id);
  const { hash } = useLocation();
  const isTarget = [anchor, encodeURIComponent(anchor)].includes(hash.slice(1));
  // Drawn with the record at hand, as after a way from another page, it has not been on the screen.
  const [isNew] = useState(isRemembered);
  const wasSeen = useWasSeen(anchor, isOnLongPage && decided === undefined);
  useLayoutEffect(() => {
    if (isTarget || isAnswered) setFolded(path, [id], false);
  }, [path, id, isTarget, isAnswered]);
  useLayoutEffect(() => {
    if (!isRemembered || !isOnLongPage || isFolded(useFolds.getState().folds, path, id) !== undefined) return;
    const isOutOfSight = isNew || (!wasSeen.current && isBelow(anchor));
    setFolded(path, [id], isOutOfSight && readUnsentAnswer(questionItem(id)) === null);
  }, [path, id, anchor, isRemembered, isOnLongPage, isNew, wasSeen]);
  return isRemembered && !isAnswered && decided === true;
}

/** All of it below the screen, and not being used. */
function isBelow(anchor: string): boolean {
  const card = document.getElementById(anchor);
  return (
    card !== null && card.getBoundingClientRect().top >= innerHeight && !card.contains(document.activeElement)
  );
}

/** Whether it has been on the screen since it could be told. */
function useWasSeen(anchor: string, isAsked: boolean): { current: boolean } {
  const wasSeen = useRef(false);
  useEffect(() => {
    const card = isAsked ? document.getElementById(anchor) : null;
    if (!card || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      wasSeen.current ||= entries.some(({ isIntersecting }) => isIntersecting);
    });
    observer.observe(card);
    return () => observer.disconnect();
  }, [anchor, isAsked]);
  return wasSeen;
}

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
