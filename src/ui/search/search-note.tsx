/** One line about a search: how a word was read, that nothing was found, or that the index did not load. */

import { josa } from 'es-hangul';
import type { SearchView } from './use-search.ts';

interface SearchNoteProps {
  view: SearchView;
  /** Puts another query in. */
  ask: (query: string) => void;
}

export function SearchNote({ view: { query, results, hasFailed }, ask }: SearchNoteProps) {
  if (hasFailed)
    return <p className="find-note">검색 자료를 불러오지 못했습니다. 연결을 확인하고 다시 입력하세요.</p>;
  if (!results) return null;
  if (results.hits.length === 0) {
    return (
      <p className="find-note">
        「{query}」에 대한 검색 결과가 없습니다.
        {results.nearest !== null && (
          <>
            {' '}
            <button type="button" className="find-near" onClick={() => ask(results.nearest ?? '')}>
              {results.nearest}
            </button>
            {josa.pick(results.nearest, '을/를')} 찾으셨나요?
          </>
        )}
      </p>
    );
  }
  if (!results.reading) return null;
  const { how, typed, word } = results.reading;
  return (
    <p className="find-note">
      {how === 'initials' ? '초성 ' : '한/영 전환 '}‘{typed}’
      {josa.pick(how === 'initials' ? '시옷' : word, '을/를')} <b>{word}</b>
      {josa.pick(word, '으로/로')} 읽었습니다.
    </p>
  );
}
