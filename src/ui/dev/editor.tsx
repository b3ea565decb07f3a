/**
 * Asks the dev server to open a place of the notes in the editor, or to apply the fix of a diagnostic. 「편집」 beside what the pointer or the
 * focus is on leads to its line; Alt+E does the same.
 */

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { encodePath } from '../../core/model/site.ts';
import { fetchJson } from '../../store/network.ts';
import { loadPage, toPath } from '../../store/pages.ts';
import { useCopy } from '../topic/copy-button.tsx';
import { findLine, type SourceLine } from './find-line.ts';

/** A place in a file of the content folder, counted from 1. */
export type SourceLocation = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/** The dev server takes orders only with this header, which the page of another site cannot set. */
const ORDER = { method: 'POST', headers: { 'x-lecture-study': 'author' } };

const query = ({ file, line, column }: SourceLocation) =>
  new URLSearchParams({ file, line: String(line), column: String(column) });

/** Opens places in the editor; `failed` says which one could not be, and is to be shown. */
export function useEditor() {
  const [unopened, setUnopened] = useState<string | null>(null);
  const open = useCallback(async (place: SourceLocation) => {
    setUnopened(null);
    const response = await fetch(`${import.meta.env.BASE_URL}__open?${query(place)}`, ORDER);
    if (response.ok) setUnopened(((await response.json()) as { unopened: string | null }).unopened);
  }, []);
  const failed = unopened !== null && <NotOpened place={unopened} onClose={() => setUnopened(null)} />;
  return { open, failed };
}

/** Where there is no editor to be found, the place can be copied. */
function NotOpened({ place, onClose }: { place: string; onClose: () => void }) {
  const { said, copy } = useCopy();
  return (
    <div className="not-opened over-page screen-only" role="alert">
      <p>
        편집기를 찾지 못했습니다. 이 줄을 여세요: <code>{place}</code>
      </p>
      <p className="note">
        다음부터 열리게 하려면 <code>LAUNCH_EDITOR=code npm run dev</code>처럼 편집기의 이름을 주고 켜세요.{' '}
        <a href={`${import.meta.env.BASE_URL}author/guide/start/#편집기가-열리지-않으면`}>더 읽기</a>
      </p>
      <p className="row">
        <button className="button button-small" type="button" onClick={() => copy(place)}>
          복사
        </button>
        <button className="button button-small" type="button" onClick={onClose}>
          닫기
        </button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}

let known: { file: string; revision: string; source: Promise<string> } | null = null;

/** The text of a note, as it is when its page has a revision. */
function loadSource(file: string, revision: string): Promise<string> {
  if (known?.file === file && known.revision === revision) return known.source;
  const address = `${import.meta.env.BASE_URL}course/source/${encodePath(file)}.json`;
  const source = fetchJson<{ source: string }>(address).then((data) => data?.source ?? '');
  known = { file, revision, source };
  source.catch(() => {
    known = null;
  });
  return source;
}

/** Whether a fix was applied. `refusal`: why it never will be; without it the file has changed meanwhile. */
export interface FixAnswer {
  isMended: boolean;
  refusal?: string;
}

/** Applies the fix of a diagnostic to the file. */
export async function applyFix(diagnostic: Diagnostic): Promise<FixAnswer> {
  const params = query(diagnostic);
  params.set('code', diagnostic.code);
  const response = await fetch(`${import.meta.env.BASE_URL}__fix?${params}`, ORDER);
  return response.ok ? ((await response.json()) as FixAnswer) : { isMended: false };
}

/** The text of a diagnostic. What it quotes from the notes in backticks is set as code. */
export function Message({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    at % 2 === 1 ? <code key={at}>{part.slice(1, -1)}</code> : part,
  );
}

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
