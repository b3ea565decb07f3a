/** 「편집」 beside what the pointer or the focus is on leads to its line in the notes; Alt+E does the same. */

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { loadPage, toPath } from '../../store/pages.ts';
import { loadSource, type SourceLocation } from './editor.tsx';
import { findLine, type SourceLine } from './find-line.ts';

interface ButtonTarget extends SourceLine {
  file: string;
  /** What was pointed at. */
  target: Element;
}

export function EditButton({ base, onOpen }: { base: string; onOpen: (place: SourceLocation) => void }) {
  const [shown, setShown] = useState<ButtonTarget | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let last: EventTarget | null = null;
    // Only on movement: scrolling under a resting pointer is not pointing.
    const show = async ({ target }: Event) => {
      if (target === last) return;
      last = target;
      if (!(target instanceof Element) || button.current?.contains(target)) return;
      const place = await locate(target, base);
      if (!place || target !== last) return;
      setShown((now) => (now?.element === place.element && now.line === place.line ? now : place));
    };
    addEventListener('pointermove', show);
    addEventListener('focusin', show);
    return () => {
      removeEventListener('pointermove', show);
      removeEventListener('focusin', show);
    };
  }, [base]);

  // Lines may have moved since: what was pointed at is looked for in the notes as they are now.
  const open = useEffectEvent(async () => {
    const place = shown && ((await locate(shown.target, base)) ?? shown);
    if (place) onOpen({ file: place.file, line: place.line, column: 1 });
  });

  // In a layout effect, so that Alt+E right after the button has moved opens the new place and not the one before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyE' || !shown) return;
      event.preventDefault();
      void open();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shown]);

  useLayoutEffect(() => {
    const place = () => {
      if (!shown || !button.current) return;
      const box = shown.element.getBoundingClientRect();
      const { offsetWidth, style } = button.current;
      style.top = `${scrollY + box.top}px`;
      style.left = `${Math.min(scrollX + box.right, innerWidth - 12) - offsetWidth}px`;
    };
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  }, [shown]);

  if (!shown?.element.isConnected) return null;
  return (
    <button
      ref={button}
      className="button button-small edit-here screen-only"
      type="button"
      aria-label={`편집: 이 ${shown.what}, ${shown.line}행`}
      title={`${shown.file}:${shown.line} (Alt+E)`}
      onClick={() => void open()}
    >
      편집
    </button>
  );
}

/** The line of the notes that an element shows, as they are now; null outside of them. */
async function locate(target: Element, base: string): Promise<ButtonTarget | null> {
  const page = await loadPage(toPath(location.pathname.slice(base.length - 1))).catch(() => null);
  if (!page?.file) return null;
  const source = await loadSource(page.file, page.revision).catch(() => '');
  const place = findLine(target, page, source);
  return place && { ...place, file: page.file, target };
}
