/** 「편집」 beside the section, question, cell or notice under the pointer or the focus; Alt+E does the same. */

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { loadPage, toPath } from '../../store/pages.ts';
import type { SourceLocation } from './editor.tsx';
import { findLine, type SourceLine } from './source-lines.ts';

interface ButtonTarget extends SourceLine {
  file: string;
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
      const page = await loadPage(toPath(location.pathname.slice(base.length - 1))).catch(() => null);
      const place = page ? findLine(target, page) : null;
      if (!place || !page?.file) return;
      const { file } = page;
      setShown((now) =>
        now?.element === place.element && now.line === place.line ? now : { ...place, file },
      );
    };
    addEventListener('pointermove', show);
    addEventListener('focusin', show);
    return () => {
      removeEventListener('pointermove', show);
      removeEventListener('focusin', show);
    };
  }, [base]);

  // In a layout effect, so that Alt+E right after the button has moved opens the new place and not the one before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyE' || !shown) return;
      event.preventDefault();
      onOpen({ file: shown.file, line: shown.line, column: 1 });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shown, onOpen]);

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
      className="button edit-here"
      type="button"
      aria-label={`편집: 이 ${shown.what}, ${shown.line}행`}
      title={`${shown.file}:${shown.line} (Alt+E)`}
      onClick={() => onOpen({ file: shown.file, line: shown.line, column: 1 })}
    >
      편집
    </button>
  );
}
