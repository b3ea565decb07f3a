/** 문제 오류 신고: an issue of the course's repository, filled in; without a repository a text to send. */

import './result.css';
import { useState } from 'react';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { basePath } from '../../store/base-path.ts';
import type { QuestionPlace } from './place.ts';

interface ReportProps {
  placed: PlacedQuestion;
  place: QuestionPlace;
  /** Id of what names the question, where several stand below each other. */
  describedBy?: string | undefined;
}

export function Report({ placed, place, describedBy }: ReportProps) {
  const { newIssue } = place;
  if (!newIssue) return <CopyReport placed={placed} place={place} describedBy={describedBy} />;
  const query = new URLSearchParams({
    [newIssue.title]: `문제 오류: ${titleOf(placed)}`,
    [newIssue.body]: reportOf(placed, place),
  });
  // In a tab of its own: the sitting stays where it is.
  return (
    <div className="report">
      <a
        className="text-btn"
        href={`${newIssue.href}?${query}`}
        target="_blank"
        rel="noopener noreferrer"
        aria-describedby={describedBy}
      >
        문제 오류 신고<span className="vh">, 새 탭</span>
      </a>
    </div>
  );
}

function CopyReport({ placed, place, describedBy }: ReportProps) {
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
    <div className="report">
      <button className="text-btn" type="button" onClick={copy} aria-describedby={describedBy}>
        문제 오류 신고
      </button>
      <span role="status">
        {copied === 'yes' && '신고할 내용을 복사했습니다. 강의를 올린 분에게 붙여 넣어 보내세요.'}
        {copied === 'no' && '복사하지 못했습니다. 아래 글을 골라 복사하세요.'}
      </span>
      {copied === 'no' && (
        <textarea aria-label="신고할 내용" readOnly rows={6} value={textOf(placed, place)} />
      )}
    </div>
  );
}

/** So much of a question tells which it is; hosts refuse addresses that are too long. */
const MOST_TITLE = 120;

const titleOf = ({ question }: PlacedQuestion): string => {
  const title = plain(question.title);
  return title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE)}…` : title;
};

const textOf = (placed: PlacedQuestion, place: QuestionPlace): string =>
  `[${place.courseTitle}] 문제 오류\n\n${reportOf(placed, place)}`;

function reportOf(placed: PlacedQuestion, place: QuestionPlace): string {
  const { id, question } = placed;
  const { origin, pathname } = location;
  const page = origin === 'null' ? pathname : `${origin}${basePath()}${place.path}`;
  return [
    `문제: ${titleOf(placed)}`,
    `id: ${id}`,
    `파일: ${place.file ?? ''} ${question.line}행`,
    `주소: ${page}#${encodeURIComponent(questionAnchor(id))}`,
    '',
    '무엇이 잘못되었나요?',
    '',
  ].join('\n');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of core's markup, which escapes no more than these. */
const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
