/** The search dialog: a combobox whose list follows every key, also while a Korean syllable is being composed. */

import '../styles/late.css';
import './search.css';
import { type KeyboardEvent, type Ref, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { rememberSearch } from '../../store/search/search.ts';
import { Icon } from '../icon.tsx';
import { type Filter, fewByTopic, filtered, followHit } from './hits.ts';
import { FilterRow, HitList, idOf, SearchNote, Start, useSearch } from './result-parts.tsx';

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [active, setActive] = useState(0);
  const view = useSearch(query);
  const input = useRef<HTMLInputElement>(null);
  const dialog = useSheet(input);
  const list = useId();

  const all = view.results?.hits ?? [];
  const groups = fewByTopic(filtered(all, filter));
  const hits = groups.flatMap((group) => group.hits);
  const current = hits[Math.min(active, hits.length - 1)];

  const type = (text: string) => {
    setQuery(text);
    setActive(0);
  };
  const ask = (text: string) => {
    type(text);
    input.current?.focus();
  };
  const leave = () => {
    rememberSearch(query);
    dialog.current?.close();
  };
  const at = current ? hits.indexOf(current) : -1;
  const activeId = current && idOf(list, at);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (!step || !activeId) return;
    event.preventDefault();
    if (step === 'open') document.getElementById(activeId)?.click();
    else setActive((at + step + hits.length) % hits.length);
  };

  const isEmpty = query.trim() === '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes; the click is one on the backdrop
    <dialog
      ref={dialog}
      className="search-sheet"
      aria-label="찾기"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <SearchField
        ref={input}
        list={list}
        activeId={activeId}
        query={query}
        onQuery={type}
        onKeyDown={onKeyDown}
        onClose={() => dialog.current?.close()}
      />
      {all.length > 0 && <FilterRow hits={all} filter={filter} set={setFilter} />}
      <div className="search-list">
        <div role="status">
          <SearchNote view={view} ask={ask} />
          <p className="visually-hidden">{view.results && !isEmpty ? `결과 ${hits.length}개` : ''}</p>
        </div>
        {isEmpty && <Start ask={ask} onForget={() => input.current?.focus()} />}
        <HitList
          id={list}
          groups={groups}
          current={current ?? null}
          onFollow={(hit) => {
            followHit(hit, query);
            leave();
          }}
        />
      </div>
      <Foot query={all.length > 0 ? query.trim() : null} leave={leave} />
    </dialog>
  );
}

interface SearchFieldProps {
  ref: Ref<HTMLInputElement>;
  /** Id of the list that the field is the combobox of. */
  list: string;
  /** Id of the current option; undefined while there is none. */
  activeId: string | undefined;
  query: string;
  onQuery: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
}

function SearchField({ ref, list, activeId, query, onQuery, onKeyDown, onClose }: SearchFieldProps) {
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-expanded={activeId !== undefined}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-label="찾을 말, 초성도 됩니다"
        placeholder="노트와 문제에서 찾기"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button className="button button-icon" type="button" aria-label="찾기 닫기" onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface FootProps {
  /** Null where there is no result. */
  query: string | null;
  leave: () => void;
}

/** The keys, and the way to all results on a page of their own. */
function Foot({ query, leave }: FootProps) {
  const navigate = useNavigate();
  const openAll = () => {
    leave();
    navigate(`/search/?q=${encodeURIComponent(query ?? '')}`);
  };
  return (
    <div className="search-foot line">
      <span className="search-keys" aria-hidden="true">
        <kbd>↑</kbd>
        <kbd>↓</kbd> 고르기 <kbd>Enter</kbd> 열기 <kbd>Esc</kbd> 닫기
      </span>
      {query !== null && (
        <button type="button" className="search-more" onClick={openAll}>
          결과 페이지로 보기
        </button>
      )}
    </div>
  );
}

/** Whether a key moves up or down the list, or opens what is current. During composition the keys belong to the syllable. */
function stepOf({ key, keyCode, nativeEvent }: KeyboardEvent): 1 | -1 | 'open' | null {
  if (nativeEvent.isComposing || keyCode === 229) return null;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : key === 'Enter' ? 'open' : null;
}

/** A ref for the dialog, which opens at once with the focus in the field. */
function useSheet(input: RefObject<HTMLInputElement | null>): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
    return dialog.current ? keepAboveKeyboard(dialog.current) : undefined;
  }, [input]);
  return dialog;
}

/** Sets `--seen-height` and `--seen-top` (pixels) while the keyboard covers a part of the window. Returns how to stop. */
function keepAboveKeyboard(sheet: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const settle = () => {
    // Zooming also shows less of the page; then the sheet keeps its size.
    const isCovered = seen.scale <= 1 && seen.height < window.innerHeight;
    for (const [name, pixels] of [
      ['--seen-height', seen.height],
      ['--seen-top', seen.offsetTop],
    ] as const) {
      if (isCovered) sheet.style.setProperty(name, `${pixels}px`);
      else sheet.style.removeProperty(name);
    }
  };
  settle();
  seen.addEventListener('resize', settle);
  seen.addEventListener('scroll', settle);
  return () => {
    seen.removeEventListener('resize', settle);
    seen.removeEventListener('scroll', settle);
  };
}
