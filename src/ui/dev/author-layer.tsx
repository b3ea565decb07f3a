/** What the author sees over the page: the strip, 「편집」, and above a broken page why it is an old one. */

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { loadPage, toPath } from '../../store/pages.ts';
import { DiagnosticsStrip } from './diagnostics-strip.tsx';
import { EditButton } from './edit-button.tsx';
import { LastGood } from './last-good.tsx';
import { mendPlace, openInEditor } from './open.ts';

interface AuthorLayerProps {
  base: string;
  diagnostics: Diagnostic[];
  held: string[];
  /** An element above the page. */
  above: HTMLElement;
}

export function AuthorLayer({ base, diagnostics, held, above }: AuthorLayerProps) {
  const file = useOpenFile(base);
  return (
    <>
      {file !== null &&
        held.includes(file) &&
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
        onMend={mendPlace}
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
