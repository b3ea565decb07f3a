/**
 * The section about the record itself: where it is stored, how safe it is there, saving it as a file or handing it to another app, and
 * what a file would add before it is merged.
 */

import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { dayNumber } from '../../core/memory/day-number.ts';
import { isPreferred, putDistinct } from '../../core/memory/merge-events.ts';
import type { Statistics } from '../../core/memory/statistics.ts';
import type { Day, StudyEvent } from '../../core/model/event.ts';
import type { NewerEvent } from '../../store/log/decode-event.ts';
import { exportRecord, type Imported, parseRecord } from '../../store/log/record-file.ts';
import { takeHandedRecord } from '../../store/offline/handed-record.ts';
import {
  askToKeep,
  clearsAfterAWeek,
  exportedAt,
  noteExport,
  type RecordSafety,
} from '../../store/study/persistence.ts';
import type { StudyRecord } from '../../store/study/record.ts';
import { dayAt } from '../../store/study/study-day.ts';
import { formatDay, formatWhen } from '../days.ts';

interface RecordSectionProps {
  record: Promise<StudyRecord>;
  past: Statistics;
  /** As it was when the page was opened. */
  safety: RecordSafety;
}

export function RecordSection({ record, past, safety }: RecordSectionProps) {
  const [exported, setExported] = useState(exportedAt);
  const [message, setMessage] = useState('');
  const give = async (way: typeof saveRecord) => {
    try {
      setMessage(wordsOf(await way(await record)));
      setExported(exportedAt());
    } catch (cause) {
      const isMeant = cause instanceof DOMException && cause.name === 'AbortError';
      setMessage(isMeant ? '' : '기록을 파일로 내보내지 못했습니다. 다른 탭을 닫고 다시 시도하세요.');
    }
  };
  return (
    <section className="block" aria-labelledby="record">
      <div className="block-head">
        <h2 id="record" tabIndex={-1}>
          기록
        </h2>
        <span className="note numeric">
          {exported === null
            ? answersIn(past)
            : `${answersIn(past)}, 마지막으로 내보낸 때 ${formatWhen(exported, new Date())}`}
        </span>
      </div>
      <p className="small">
        {import.meta.env.SYNC_URL
          ? '학습 기록은 이 브라우저에 저장됩니다. 파일로 내보내 두면 다른 기기에서도 가져올 수 있습니다.'
          : '학습 기록은 이 브라우저에만 저장됩니다. 다른 기기에서 이어서 하려면 파일로 내보낸 뒤 그 기기에서 가져오세요.'}{' '}
        두 기록을 합치고, 같은 답은 한 번만 세며, 아무것도 지우지 않습니다.
      </p>
      <Safety known={safety} />
      <p className="actions">
        <button className="button" type="button" onClick={() => give(saveRecord)}>
          기록 내보내기
        </button>
        {canSendRecord() && (
          <button className="button" type="button" onClick={() => give(sendRecord)}>
            기록 보내기
          </button>
        )}
        <ImportRecord record={record} />
      </p>
      <p className="small" role="status">
        {message}
      </p>
    </section>
  );
}

function wordsOf({ events, unreadable, isWhole }: Saved): string {
  const apart = unreadable > 0 ? ` 읽을 수 없는 기록 ${unreadable}건도 파일에 그대로 적어 두었습니다.` : '';
  return isWhole
    ? `기록 ${events}건을 파일로 내보냈습니다.${apart}`
    : `저장된 기록을 다 읽지 못해, 읽은 기록 ${events}건만 파일로 내보냈습니다.${apart}`;
}

const answersIn = ({ answers, items }: Statistics): string =>
  answers === 0 ? '아직 답이 없습니다' : `문제 ${items}개에 답 ${answers}번`;

const EVICTABLE = '기기의 저장 공간이 모자라면 브라우저가 기록을 지울 수 있습니다.';

function safetyWords(safety: RecordSafety): string {
  if (safety === 'kept') return '이 브라우저는 기록을 스스로 지우지 않습니다.';
  if (safety === 'askable') return `${EVICTABLE} 아래 버튼을 누르고 허용하면 지우지 않습니다.`;
  return clearsAfterAWeek()
    ? '이 브라우저는 7일 동안 열지 않은 사이트의 기록을 지울 수 있습니다. 홈 화면에 추가하거나 가끔 내보내 두세요.'
    : `${EVICTABLE} 가끔 내보내 두면 안전합니다.`;
}

/** Whether the browser may clear the record, and a button that leads to its own question where it asks the learner. */
function Safety({ known }: { known: RecordSafety }) {
  const [safety, setSafety] = useState(known);
  return (
    <>
      <p className="small" role="status">
        {safetyWords(safety)}
      </p>
      {safety === 'askable' && (
        <p className="actions">
          <button className="button" type="button" onClick={async () => setSafety(await askToKeep())}>
            기록을 지우지 않게 하기
          </button>
        </p>
      )}
    </>
  );
}

type Step =
  | { at: 'start' }
  | { at: 'reading' }
  | { at: 'preview'; preview: Preview }
  | { at: 'done' | 'error'; message: string };

function ImportRecord({ record }: { record: Promise<StudyRecord> }) {
  const id = useId();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const merging = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The file was chosen at the foot of a phone's screen: what comes next would be under the tabs.
    if (step.at === 'preview') merging.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = '';
    if (file) void look(file);
  };
  const look = async (file: File) => {
    setStep({ at: 'reading' });
    const read = await previewFile(await record, file);
    if (read.status === 'error') setStep({ at: 'error', message: read.message });
    else if (read.preview.events.length === 0) setStep({ at: 'done', message: nothingNew(read.preview) });
    else setStep({ at: 'preview', preview: read.preview });
  };
  const merge = async ({ events }: Preview) => {
    const { added, replaced, state } = await (await record).merge(events);
    const also = replaced > 0 ? ` 내용이 다른 ${replaced}건은 파일의 것으로 바꿨습니다.` : '';
    const where = state.status === 'ok' ? '' : ' 아직 이 탭에만 있고 저장되지 않았습니다.';
    setStep({ at: 'done', message: `새 기록 ${added}건을 합쳤습니다.${also}${where}` });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was opened with is taken once
  useEffect(() => takeHandedRecord(look), []);

  return (
    <>
      <label className="button file-button" htmlFor={id}>
        기록 가져오기
        <input id={id} type="file" accept=".json,.txt,application/json,text/plain" onChange={choose} />
      </label>
      <span className="import-step small" role="status" data-step={step.at}>
        {step.at === 'reading'
          ? '파일을 읽는 중입니다.'
          : step.at === 'preview'
            ? sentenceOf(step.preview)
            : step.at !== 'start' && step.message}
      </span>
      {step.at === 'preview' && (
        <span className="actions">
          <button
            className="button button-main"
            type="button"
            ref={merging}
            onClick={() => merge(step.preview)}
          >
            합치기
          </button>
          <button className="button" type="button" onClick={() => setStep({ at: 'start' })}>
            취소
          </button>
        </span>
      )}
    </>
  );
}

function nothingNew({ existing, message }: Preview): string {
  if (existing > 0)
    return `${message} ${message ? '나머지는' : '모두'} 이미 있는 기록이라 바뀐 것이 없습니다.`.trim();
  return message ? `가져올 수 있는 기록이 없습니다. ${message}` : '파일에 기록이 없습니다.';
}

function sentenceOf({ events, replacing, existing, span, message }: Preview): string {
  const today = dayAt(new Date());
  const when = span ? ` (${formatDay(span[0], today)} – ${formatDay(span[1], today)})` : '';
  const change = replacing > 0 ? ` 이미 있는 ${replacing}건은 내용이 달라 파일의 것으로 바꿉니다.` : '';
  const rest = existing > 0 ? ` 이미 있는 ${existing}건은 그대로 둡니다.` : '';
  return `새 기록 ${events.length - replacing}건을 더합니다${when}.${change}${rest} ${message}`.trim();
}

interface Saved {
  events: number;
  /** Records no version can read, which the file holds apart. */
  unreadable: number;
  /** Whether all that is stored could be read. */
  isWhole: boolean;
}

/** Saves everything in the log as a file. */
const saveRecord = (record: StudyRecord): Promise<Saved> =>
  giveRecord(record, async (pieces, name) => {
    saveFile(new Blob(pieces, { type: 'application/json' }), `${name}.json`);
  });

/** Whether the browser hands files to other apps, such as a messenger; of a kind that none of them refuses. */
const canSendRecord = (): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [textFile([''], 'record')] });

/** Hands everything in the log to another app; rejects with an AbortError where the learner thinks better of it. */
const sendRecord = (record: StudyRecord): Promise<Saved> =>
  giveRecord(record, (pieces, name) => navigator.share({ files: [textFile(pieces, name)] }));

const textFile = (pieces: BlobPart[], name: string): File =>
  new File(pieces, `${name}.txt`, { type: 'text/plain' });

async function giveRecord(
  record: StudyRecord,
  give: (pieces: string[], name: string) => Promise<void>,
): Promise<Saved> {
  const now = new Date();
  const contents = await record.contents();
  const name = `study-record-${record.course.replace(/[^\w-]+/g, '_')}-${dayAt(now)}`;
  await give(exportRecord(record.course, contents, now.getTime()), name);
  const { events, newer, unreadable, isWhole } = contents;
  if (isWhole) noteExport(now.getTime());
  return { events: events.length + newer.length, unreadable: unreadable.length, isWhole };
}

export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

type AnyEvent = StudyEvent | NewerEvent;

interface Preview {
  /** What the file would add or change. */
  events: AnyEvent[];
  /** How many of these the record has with another content, which they replace. */
  replacing: number;
  /** How many it has already. */
  existing: number;
  /** Days of the first and the last of `events`; null where there is none. */
  span: [first: Day, last: Day] | null;
  /** What of the file is not taken in; empty when all is. */
  message: string;
}

type Read = { status: 'ok'; preview: Preview } | { status: 'error'; message: string };

/** What a file would add; changes nothing. */
export async function previewFile(record: StudyRecord, file: File): Promise<Read> {
  const read = await readFile(file, record.course);
  if (read.status === 'error') return read;
  const { events, newer } = await record.contents();
  const known = new Map<string, AnyEvent>();
  for (const list of [events, newer]) for (const event of list) putDistinct(known, event);
  const preview: Preview = { events: [], replacing: 0, existing: 0, span: null, message: messageOf(read) };
  const given = new Map<string, AnyEvent>();
  for (const event of read.events) putDistinct(given, event);
  for (const event of given.values()) {
    const other = known.get(event.id);
    if (other && !isPreferred(event, other)) {
      preview.existing += 1;
      continue;
    }
    if (other) preview.replacing += 1;
    preview.events.push(event);
    if (typeof event.day !== 'string' || Number.isNaN(dayNumber(event.day))) continue;
    const day = event.day as Day;
    const [first, last] = preview.span ?? [day, day];
    preview.span = [day < first ? day : first, day > last ? day : last];
  }
  return { status: 'ok', preview };
}

function messageOf({ unreadable, setApart }: Extract<Imported, { status: 'ok' }>): string {
  const left = unreadable + setApart;
  return left > 0
    ? `읽을 수 없는 기록 ${left}건은 가져오지 않았습니다. 원래 파일을 지우지 말고 보관하세요.`
    : '';
}

async function readFile(
  file: File,
  course: string,
): Promise<Imported | { status: 'error'; message: string }> {
  try {
    return await parseRecord(file, course);
  } catch {
    return { status: 'error', message: '파일을 읽지 못했습니다. 다시 골라 주세요.' };
  }
}
