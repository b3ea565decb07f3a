/**
 * What the author sees over a page in development: the strip of diagnostics, 「편집」, and a notice above a page whose file cannot
 * be read and which therefore shows its last good state.
 */

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { loadPage, toPath } from '../../store/pages.ts';
import { DiagnosticsStrip } from './diagnostics-strip.tsx';
import { EditButton } from './edit-button.tsx';
import { applyFix, Message, openInEditor, type SourceLocation } from './editor.tsx';

interface AuthorLayerProps {
  base: string;
  diagnostics: Diagnostic[];
  lastGoodFiles: string[];
  /** An element above the page. */
  above: HTMLElement;
}

export function AuthorLayer({ base, diagnostics, lastGoodFiles, above }: AuthorLayerProps) {
  const file = useOpenFile(base);
  return (
    <>
      {file !== null &&
        lastGoodFiles.includes(file) &&
        createPortal(
          <LastGood
            file={file}
            diagnostics={diagnostics.filter((one) => one.file === file && one.severity !== 'notice')}
            onOpen={openInEditor}
          />,
          above,
        )}
      <EditButton base={base} onOpen={openInEditor} />
      <DiagnosticsStrip
        diagnostics={diagnostics}
        openFile={file}
        toolsAddress={`${base}author/`}
        onOpen={openInEditor}
        onMend={applyFix}
      />
    </>
  );
}

/** The file of the page on screen; follows navigation. */
function useOpenFile(base: string): string | null {
  const [file, setFile] = useState<string | null>(null);
  useEffect(() => {
    let address = '';
    const look = () => {
      if (location.pathname === address) return;
      address = location.pathname;
      loadPage(toPath(address.slice(base.length - 1))).then(
        (page) => setFile(page?.file ?? null),
        () => setFile(null),
      );
    };
    look();
    const timer = setInterval(look, 300);
    return () => clearInterval(timer);
  }, [base]);
  return file;
}

interface LastGoodProps {
  file: string;
  diagnostics: Diagnostic[];
  onOpen: (place: SourceLocation) => void;
}

function LastGood({ file, diagnostics, onOpen }: LastGoodProps) {
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
