/** The notice above a page whose file cannot be read: why, and that the page shows its last good state. */

import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { Message, type SourceLocation } from './editor.tsx';

interface LastGoodProps {
  file: string;
  diagnostics: Diagnostic[];
  onOpen: (place: SourceLocation) => void;
}

export function LastGood({ file, diagnostics, onOpen }: LastGoodProps) {
  return (
    <section className="last-good" role="alert">
      <p>
        <b>{file}</b> 파일을 다 읽을 수 없어 마지막으로 읽은 내용을 보여 줍니다.
      </p>
      <ul>
        {diagnostics.map((one) => (
          <li key={`${one.line}:${one.column}:${one.code}`}>
            <button className="location" type="button" onClick={() => onOpen(one)}>
              {one.line}:{one.column}
            </button>{' '}
            <Message text={one.message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
