/** 기록 가져오기: says what a file would add before it is imported, and what was added afterwards. */

import { type ChangeEvent, useId, useState } from 'react';
import type { StudyRecord } from '../../../store/study/record.ts';
import { formatWhen } from '../../pages/format-when.ts';
import { type Preview, previewFile } from './record-file.ts';

type Step =
  | { at: 'start' }
  | { at: 'reading' }
  | { at: 'preview'; preview: Preview }
  | { at: 'done' | 'error'; message: string };

export function ImportRecord({ record }: { record: Promise<StudyRecord> }) {
  const id = useId();
  const [step, setStep] = useState<Step>({ at: 'start' });

  const choose = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = '';
    if (!file) return;
    setStep({ at: 'reading' });
    const read = await previewFile(await record, file);
    if (read.status === 'error') setStep({ at: 'error', message: read.message });
    else if (read.preview.fresh === 0)
      setStep({
        at: 'done',
        message: `${read.preview.message} 모두 이미 있는 기록이라 바뀐 것이 없습니다.`.trim(),
      });
    else setStep({ at: 'preview', preview: read.preview });
  };
  const merge = async ({ events }: Preview) => {
    const { added } = await (await record).merge(events);
    setStep({ at: 'done', message: `새 기록 ${added}건을 합쳤습니다.` });
  };

  return (
    <>
      <label className="btn file-btn" htmlFor={id}>
        기록 가져오기
        <input id={id} type="file" accept=".json,application/json" onChange={choose} />
      </label>
      <span className="import-step small" role="status" data-step={step.at}>
        {step.at === 'reading' && '파일을 읽는 중입니다.'}
        {(step.at === 'done' || step.at === 'error') && step.message}
        {step.at === 'preview' && sentenceOf(step.preview)}
      </span>
      {step.at === 'preview' && (
        <span className="actions">
          <button className="btn btn-main" type="button" onClick={() => merge(step.preview)}>
            합치기
          </button>
          <button className="btn" type="button" onClick={() => setStep({ at: 'start' })}>
            취소
          </button>
        </span>
      )}
    </>
  );
}

function sentenceOf({ fresh, existing, span, message }: Preview): string {
  const now = new Date();
  const when = span ? ` (${formatWhen(span[0], now)} – ${formatWhen(span[1], now)})` : '';
  const rest = existing > 0 ? ` 이미 있는 ${existing}건은 그대로 둡니다.` : '';
  return `새 기록 ${fresh}건을 더합니다${when}.${rest} ${message}`.trim();
}
