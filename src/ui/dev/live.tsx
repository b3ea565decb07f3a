/** Development only: takes edits from the dev server into the open page, and shows what the notes' check says. */

import '../styles/reading.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { PageData } from '../../core/model/course.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { basePath } from '../../store/base-path.ts';
import { putPages, refreshPages, toPath } from '../../store/pages.ts';
import { AuthorLayer } from './author-layer.tsx';

interface Told {
  diagnostics: Diagnostic[];
  /** Files shown in their last good state. */
  held: string[];
}

interface Update extends Told {
  pages: PageData[];
}

export function startDevelopment(): void {
  // The same rules have just come in a form that follows edits.
  document.querySelector('head > style:not([data-vite-dev-id])')?.remove();
  const base = import.meta.env.BASE_URL;
  // The pages of the guide are no notes of the author's.
  if (`${basePath()}/` !== base) return;
  const above = document.createElement('div');
  document.body.prepend(above);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const show = ({ diagnostics, held }: Told) =>
    // The text of the page comes first.
    startTransition(() =>
      root.render(<AuthorLayer base={base} diagnostics={diagnostics} held={held} above={above} />),
    );

  let isEdited = false;
  void fetch(`${base}course/diagnostics.json`)
    .then((response) => response.json())
    .then((told: Told) => isEdited || show(told));
  const refresh = () => void refreshPages(toPath(location.pathname.slice(base.length - 1)));
  import.meta.hot?.on('course:update', (update: Update) => {
    isEdited = true;
    putPages(update.pages);
    show(update);
    refresh();
  });
  // What was saved between the page's rendering and this moment reached nobody.
  refresh();
}
