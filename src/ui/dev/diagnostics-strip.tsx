/** The author's strip at the foot of the page in development: what the compiler has to say, errors first. */

import { useState } from 'react';
import type { Diagnostic, Severity } from '../../core/model/diagnostic.ts';
import { Icon, type IconName } from '../icon.tsx';
import './diagnostics-strip.css';

const KINDS: Record<Severity, { name: string; icon: IconName }> = {
  error: { name: '오류', icon: 'caution' },
  warning: { name: '주의', icon: 'warning' },
  notice: { name: '알림', icon: 'note' },
};
const ORDER: Severity[] = ['error', 'warning', 'notice'];

interface DiagnosticsStripProps {
  diagnostics: Diagnostic[];
  /** Opens the place in the editor. */
  onOpen: (diagnostic: Diagnostic) => void;
}

export function DiagnosticsStrip({ diagnostics, onOpen }: DiagnosticsStripProps) {
  const [isOpen, setOpen] = useState(false);
  if (diagnostics.length === 0) return null;
  const sorted = ORDER.flatMap((severity) => diagnostics.filter((item) => item.severity === severity));
  return (
    <section className="diag" aria-label="강사 진단" data-worst={sorted[0]?.severity}>
      <button className="diag-h" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>강사 진단</span>
        {ORDER.map((severity) => (
          <Count
            key={severity}
            severity={severity}
            count={diagnostics.filter((d) => d.severity === severity).length}
          />
        ))}
        <span className="note">저장하면 다시 검사합니다</span>
        <Icon name="down" />
      </button>
      {isOpen && (
        <ul>
          {sorted.map((item) => (
            <Row
              key={`${item.file}:${item.line}:${item.column}:${item.code}`}
              diagnostic={item}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Count({ severity, count }: { severity: Severity; count: number }) {
  if (count === 0) return null;
  return (
    <span className="diag-tag" data-severity={severity}>
      <Icon name={KINDS[severity].icon} isSmall />
      {KINDS[severity].name} {count}
    </span>
  );
}

function Row({ diagnostic, onOpen }: { diagnostic: Diagnostic; onOpen: (diagnostic: Diagnostic) => void }) {
  const { severity, file, line, column, message, fix } = diagnostic;
  return (
    <li>
      <span className="diag-tag" data-severity={severity}>
        <Icon name={KINDS[severity].icon} />
        <span className="vh">{KINDS[severity].name}</span>
      </span>
      <button className="loc" type="button" onClick={() => onOpen(diagnostic)}>
        {file}:{line}:{column}
      </button>
      <span className="msg">{message}</span>
      {fix && <span className="fixit">고치기: {fix.label}</span>}
    </li>
  );
}
