/**
 * 「문제 오류 신고」 behind ⋯ in the head of a question or card: leads to a filled-in issue of the course's repository, or gives a text to send. The
 * report never contains the learner's answer.
 */

import '../styles/late.css';
import './result.css';
import { memo, useId, useState } from 'react';
import type { PlacedCard } from '../../core/study/cards.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { basePath } from '../../store/site.ts';
import { Icon } from '../icon.tsx';
import type { QuestionPlace } from './question-place.ts';

interface ReportProps {
  placed: PlacedQuestion | PlacedCard;
  place: QuestionPlace;
  /** Id of what names the question, where several stand below each other. */
  describedBy?: string | undefined;
}

/** Remembered, so that answering draws nothing of it. A touch by accident only unfolds it. */
export const Report = memo(function Report({ placed, place, describedBy }: ReportProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds what was unfolded from anywhere in it
    <span className="report needs-scripts" onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <button
        className="button button-icon"
        type="button"
        aria-label={`${wordOf(placed)} 오류 신고`}
        title={`${wordOf(placed)} 오류 신고`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-describedby={describedBy}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <div
          className="report-way over-page"
          id={id}
          ref={(box) => box?.scrollIntoView({ block: 'nearest' })}
        >
          <b>{`${wordOf(placed)} 오류 신고`}</b>
          {place.newIssue ? (
            <IssueReport placed={placed} place={place} form={place.newIssue} />
          ) : (
            <CopyReport placed={placed} place={place} />
          )}
        </div>
      )}
    </span>
  );
});

type WayProps = Pick<ReportProps, 'placed' | 'place'>;

function IssueReport({ placed, place, form }: WayProps & { form: NonNullable<QuestionPlace['newIssue']> }) {
  const query = new URLSearchParams({
    [form.title]: `${wordOf(placed)} 오류: ${titleOf(placed)}`,
    [form.body]: reportOf(placed, place),
  });
  // In a tab of its own: the sitting stays where it is.
  return (
    <>
      <p>강의 저장소에 이슈를 씁니다. 어디인지는 채워져 있으니, 무엇이 잘못되었는지만 적으세요.</p>
      <a
        className="text-button with-icon"
        href={`${form.href}?${query}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        이슈 쓰기<span className="visually-hidden">, 새 탭</span>
      </a>
    </>
  );
}

function CopyReport({ placed, place }: WayProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () => {
    const written =
      navigator.clipboard?.writeText(textOf(placed, place)) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <>
      <p>어디인지 적은 글을 복사해, 무엇이 잘못되었는지 덧붙여 강의를 올린 분에게 보내세요.</p>
      <button className="text-button with-icon" type="button" onClick={copy}>
        신고할 내용 복사
      </button>
      <span role="status">
        {copied === 'yes'
          ? '복사했습니다.'
          : copied === 'no' && '복사하지 못했습니다. 아래 글을 골라 복사하세요.'}
      </span>
      {copied === 'no' && (
        <textarea aria-label="신고할 내용" readOnly rows={6} value={textOf(placed, place)} />
      )}
    </>
  );
}

const wordOf = (placed: ReportProps['placed']) => ('question' in placed ? '문제' : '카드');

/** So much of a question tells which it is; hosts refuse addresses that are too long. */
const MOST_TITLE = 120;

const titleOf = (placed: ReportProps['placed']): string => {
  const title =
    'question' in placed
      ? plain(placed.question.title)
      : [placed.facet, placed.term].filter(Boolean).join(' › ');
  return title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE)}…` : title;
};

const textOf = (placed: ReportProps['placed'], place: QuestionPlace): string =>
  `[${place.courseTitle}] ${wordOf(placed)} 오류\n\n${reportOf(placed, place)}`;

function reportOf(placed: ReportProps['placed'], place: QuestionPlace): string {
  const { origin, pathname } = location;
  const page = origin === 'null' ? pathname : `${origin}${basePath()}${place.path}`;
  const [id, line, anchor] =
    'question' in placed
      ? [placed.id, ` ${placed.question.line}행`, questionAnchor(placed.id)]
      : [placed.item, '', placed.anchor];
  return [
    `${wordOf(placed)}: ${titleOf(placed)}`,
    `id: ${id}`,
    `파일: ${place.file ?? ''}${line}`,
    `주소: ${page}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`,
    '',
    '무엇이 잘못되었나요?',
    '',
  ].join('\n');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of core's markup, which escapes no more than these. */
const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
