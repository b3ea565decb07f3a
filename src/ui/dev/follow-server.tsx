/** In development only: brings every edit from the dev server into the open page, and shows the diagnostics of the notes. */

import '../styles/reading.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { PageData } from '../../core/model/course.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { putPages, refreshPages, toPath } from '../../store/pages.ts';
import { basePath } from '../../store/site.ts';
import { AuthorLayer } from './author-layer.tsx';

interface NotesReport {
  diagnostics: Diagnostic[];
  /** Files shown in their last good state. */
  lastGoodFiles: string[];
}

interface Update extends NotesReport {
  pages: PageData[];
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

  let isEdited = false;
  void fetch(`${base}course/diagnostics.json`)
    .then((response) => response.json())
    .then((report: NotesReport) => isEdited || show(report));
  const refresh = () => void refreshPages(toPath(location.pathname.slice(base.length - 1)));
  import.meta.hot?.on('course:update', (update: Update) => {
    isEdited = true;
    putPages(update.pages);
    show(update);
    refresh();
  });
  // Edits between the rendering of the page and this moment were not sent to it.
  refresh();
}
