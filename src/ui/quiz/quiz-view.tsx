/**
 * A quiz on its page. What the server made of it stands as it is, without costing the first load anything, until the
 * quiz is near the screen or has the focus; then its code comes and takes over, with what was entered meanwhile.
 */

import { type ComponentType, memo, type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { PageData } from '../../core/model/course.ts';
import type { QuizBlock, Html as SafeHtml, Section } from '../../core/model/topic.ts';
import { useHydrated } from '../hydrated.ts';
import { Html } from '../topic/html.tsx';

export interface QuizProps {
  page: PageData;
  block: QuizBlock;
  /** The section it checks; null for the whole topic. */
  section: Section | null;
  /** Level of its heading. */
  level: number;
}

type Live = typeof import('./quiz-live.tsx');

/** Once it is here, the quizzes of a page that one comes back to are drawn with the rest of it, where one had left them. */
let known: Live | null = null;

const load = async (): Promise<Live> => {
  known = await import('./quiz-live.tsx');
  return known;
};
const Prerendered: ComponentType<QuizProps> | null = import.meta.env.SSR ? (await load()).Prerendered : null;

export function QuizView(props: QuizProps) {
  const box = useRef<HTMLElement>(null);
  const isHydrated = useHydrated();
  const [isServerMade] = useState(!isHydrated);
  const type = useNavigationType();
  const [first] = useState(type === 'POP' && !isServerMade ? known : null);
  const { live, hasFailed } = useLive(box, { isServerMade, first }, props.block);
  const entered = useRef<ReturnType<Live['takeEntered']>>(null);

  // Before the server's markup goes, what was entered in it is taken along.
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (!live || live === shown || !box.current) return;
    entered.current = live.takeEntered(box.current);
    setShown(live);
  }, [live, shown]);
  useEffect(() => {
    if (shown && box.current && entered.current) shown.putEntered(box.current, entered.current);
  }, [shown]);

  const heading = `h${Math.min(props.level, 5)}` as 'h3';
  return (
    <section className="quiz" ref={box}>
      <header className="sec">
        <Html as={heading} className="quiz-h" html={props.block.title} />
      </header>
      {shown ? (
        <shown.QuizLive {...props} />
      ) : Prerendered ? (
        <Prerendered {...props} />
      ) : (
        isServerMade && <AsMade />
      )}
      {hasFailed && (
        <p className="quiz-trouble" role="alert">
          문제를 불러오지 못했습니다. 인터넷에 연결되면 다시 불러옵니다.
        </p>
      )}
    </section>
  );
}

/** What the server made, left alone: never rendered again, and nothing is compared with it. */
const AsMade = memo(function AsMade() {
  return <Html as="div" className="quiz-in" html={'' as SafeHtml} suppressHydrationWarning />;
});

/** How far from the screen the code of a quiz is fetched. */
const NEAR = '800px 0px';

/** The quiz's code: at once on a page that scripts have made, else when it is near the screen, focused or edited. */
function useLive(
  box: RefObject<HTMLElement | null>,
  { isServerMade, first }: { isServerMade: boolean; first: Live | null },
  block: QuizBlock,
) {
  const [live, setLive] = useState(first);
  const [hasFailed, setHasFailed] = useState(false);
  const made = useRef(block);
  const isWanted = !isServerMade || made.current !== block;

  useEffect(() => {
    const element = box.current;
    if (!element || live) return;
    let isGone = false;
    const bring = () => {
      observer?.disconnect();
      load().then(
        (loaded) => {
          if (!isGone) setLive(loaded);
          setHasFailed(false);
        },
        () => {
          setHasFailed(true);
          addEventListener('online', bring, { once: true });
        },
      );
    };
    const observer =
      isWanted || typeof IntersectionObserver === 'undefined'
        ? null
        : new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && bring(), {
            rootMargin: NEAR,
          });
    if (observer) observer.observe(element);
    else bring();
    element.addEventListener('focusin', bring, { once: true });
    return () => {
      isGone = true;
      observer?.disconnect();
      element.removeEventListener('focusin', bring);
      removeEventListener('online', bring);
    };
  }, [box, isWanted, live]);

  return { live, hasFailed };
}
