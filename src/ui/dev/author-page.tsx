/** The author's page (강사 도구), in development only: every diagnostic, and what the course still lacks. */

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Coverage } from '../../core/study/coverage.ts';
import { CoverageMap } from './coverage-map.tsx';
import { Counts, DiagnosticList, sortForReading } from './diagnostics-strip.tsx';
import { applyFix, openInEditor } from './editor.tsx';
import './author-page.css';

interface AuthorData {
  diagnostics: Diagnostic[];
  coverage: Coverage;
}

const base = import.meta.env.BASE_URL;

function AuthorPage() {
  const [data, setData] = useState<AuthorData | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let requests = 0;
    const loadData = () => {
      requests += 1;
      const mine = requests;
      fetch(`${base}course/author.json`)
        .then((response) => response.json())
        .then(
          (fresh: AuthorData) => {
            // The response to a later edit may have come first.
            if (mine !== requests) return;
            setData(fresh);
            setFailed(false);
          },
          () => setFailed(true),
        );
    };
    loadData();
    import.meta.hot?.on('course:update', loadData);
    return () => import.meta.hot?.off?.('course:update', loadData);
  }, []);
  return (
    <>
      <header className="author-bar">
        <a href={base}>강의로 돌아가기</a>
        <a href={`${base}author/guide/`}>작성 안내서</a>
      </header>
      <main className="author">
        <h1>강사 도구</h1>
        {hasFailed && (
          <p role="alert">개발 서버에서 정보를 받지 못했습니다. 서버가 켜져 있는지 확인하세요.</p>
        )}
        {data && (
          <>
            <section aria-labelledby="messages">
              <h2 id="messages">진단</h2>
              <p className="author-counts">
                <Counts diagnostics={data.diagnostics} />
              </p>
              <DiagnosticList
                diagnostics={sortForReading(data.diagnostics, null)}
                onOpen={openInEditor}
                onMend={applyFix}
              />
            </section>
            <CoverageMap coverage={data.coverage} base={base} onOpen={openInEditor} />
          </>
        )}
      </main>
    </>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <AuthorPage />
    </StrictMode>,
  );
