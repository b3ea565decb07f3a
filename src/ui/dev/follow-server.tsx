/**
 * In development only: brings every edit from the dev server into the open page, and shows the author over it the strip of
 * diagnostics, 「편집」, and a notice where a page shows the last good state of its file.
 */

import '../styles/reading.css';
import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PageData } from '../../core/model/course.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { loadPage, putPages, refreshPages, toPath } from '../../store/pages.ts';
import { basePath } from '../../store/site.ts';
import { useQuestionMark } from '../quiz/quiz-view.tsx';
import { DiagnosticsStrip, QuestionMark, useMarks } from './diagnostics-strip.tsx';
import { applyFix, EditButton, Message, type SourceLocation, useEditor } from './editor.tsx';

interface NotesReport {
  diagnostics: Diagnostic[];
  /** Files shown in their last good state. */
  lastGoodFiles: string[];
}

export function startDevelopment(): void {
  // The styles of the prerendered page are replaced by those that Vite updates.
  document.querySelector('head > style:not([data-vite-dev-id])')?.remove();
  const base = import.meta.env.BASE_URL;
  // The authoring guide is a course of its own, below the base; its pages are not the author's notes.
  if (`${basePath()}/` !== base) return;
  const above = document.createElement('div');
  document.body.prepend(above);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const show = ({ diagnostics, lastGoodFiles }: NotesReport) =>
    // A transition, since the text of the page is more urgent.
    startTransition(() =>
      root.render(
        <AuthorLayer base={base} diagnostics={diagnostics} lastGoodFiles={lastGoodFiles} above={above} />,
      ),
    );

  useQuestionMark.setState({ QuestionMark });
  let isTold = false;
  void fetch(`${base}course/diagnostics.json`)
    .then((response) => response.json())
    .then((report: NotesReport) => isTold || show(report));
  const refresh = () => void refreshPages(toPath(location.pathname.slice(base.length - 1)));
  import.meta.hot?.on('course:update', ({ pages }: { pages: PageData[] }) => {
    putPages(pages);
    refresh();
  });
  import.meta.hot?.on('course:diagnostics', (report: NotesReport) => {
    isTold = true;
    show(report);
  });
  // Edits between the rendering of the page and this moment were not sent to it.
  refresh();
}

interface AuthorLayerProps {
  base: string;
  diagnostics: Diagnostic[];
  lastGoodFiles: string[];
  /** An element above the page. */
  above: HTMLElement;
}

function AuthorLayer({ base, diagnostics, lastGoodFiles, above }: AuthorLayerProps) {
  const file = useOpenFile(base);
  const editor = useEditor();
  useLayoutEffect(() => {
    // What is wrong in a file that cannot be read has its lines there, and not in the page.
    const shown = diagnostics.filter((one) => !lastGoodFiles.includes(one.file));
    useMarks.setState({ diagnostics: shown, onOpen: editor.open });
  }, [diagnostics, lastGoodFiles, editor.open]);
  return (
    <>
      {file !== null &&
        lastGoodFiles.includes(file) &&
        createPortal(
          <LastGood
            file={file}
            diagnostics={diagnostics.filter((one) => one.file === file && one.severity !== 'notice')}
            onOpen={editor.open}
          />,
          above,
        )}
      <EditButton base={base} onOpen={editor.open} />
      <DiagnosticsStrip
        diagnostics={diagnostics}
        openFile={file}
        toolsAddress={`${base}author/`}
        onOpen={editor.open}
        onMend={applyFix}
      />
      {editor.failed}
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

/** The notice above a page whose file cannot be read: why, and that the page shows its last good state. */
function LastGood({ file, diagnostics, onOpen }: LastGoodProps) {
  return (
    <section className="last-good screen-only" role="alert">
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
