/** Asks the dev server to open a place of the notes in the editor, or to apply the fix of a diagnostic. */

import { useCallback, useState } from 'react';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { encodePath } from '../../core/model/site.ts';
import { fetchJson } from '../../store/network.ts';
import { useCopy } from '../topic/copy-button.tsx';

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
export function loadSource(file: string, revision: string): Promise<string> {
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
