/** Development only: takes edits from the dev server into the open page, and shows what the notes' check says. */

import '../styles/reading.css';
import { createRoot } from 'react-dom/client';
import type { PageData } from '../../core/model/course.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { putPages, refreshPages, toPath } from '../../store/pages.ts';
import { DiagnosticsStrip } from './diagnostics-strip.tsx';

interface Update {
  pages: PageData[];
  diagnostics: Diagnostic[];
}

export function startDevelopment(): void {
  // The same rules have just come in a form that follows edits.
  document.querySelector('head > style:not([data-vite-dev-id])')?.remove();
  const base = import.meta.env.BASE_URL;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const open = ({ file, line, column }: Diagnostic) => {
    void fetch(`${base}__open?${new URLSearchParams({ file, line: String(line), column: String(column) })}`);
  };
  const show = (diagnostics: Diagnostic[]) =>
    root.render(<DiagnosticsStrip diagnostics={diagnostics} onOpen={open} />);

  void fetch(`${base}course/diagnostics.json`)
    .then((response) => response.json())
    .then(show);
  const refresh = () => void refreshPages(toPath(location.pathname.slice(base.length - 1)));
  import.meta.hot?.on('course:update', ({ pages, diagnostics }: Update) => {
    putPages(pages);
    show(diagnostics);
    refresh();
  });
  // What was saved between the page's rendering and this moment reached nobody.
  refresh();
}
