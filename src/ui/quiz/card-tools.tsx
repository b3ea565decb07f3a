/** What can be done with any question: 다시 볼 문제, 문제 오류 신고. */

import { useState } from 'react';
import type { ItemId } from '../../core/model/event.ts';
import { type PlacedQuestion, questionAnchor } from '../../core/study/questions.ts';
import { basePath } from '../../store/base-path.ts';
import { starItem } from '../../store/study/answers.ts';
import { useStudy } from '../../store/study/study.ts';
import { Icon } from '../icon.tsx';
import type { QuestionPlace } from './place.ts';

/** `name` tells the questions of a page apart: 「문제 2」. */
export function StarButton({ item, course, name }: { item: ItemId; course: string | null; name: string }) {
  const isStarred = useStudy(({ state }) => state?.items.get(item)?.isStarred ?? false);
  return (
    <button
      className="btn btn-icon star js"
      type="button"
      aria-pressed={isStarred}
      aria-label={`${name}, 다시 볼 문제`}
      title="다시 볼 문제"
      onClick={() => void starItem(course, item, !isStarred)}
    >
      <Icon name="star" />
    </button>
  );
}

/** Opens a prefilled issue of the course's repository; without one, copies a text to send. */
export function ReportButton({ placed, place }: { placed: PlacedQuestion; place: QuestionPlace }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const report = () => {
    const text = reportOf(placed, place);
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <div className="report">
      <button className="text-btn" type="button" onClick={report}>
        문제 오류 신고
      </button>
      <span role="status">
        {copied === 'yes' && '신고할 내용을 복사했습니다. 강의를 올린 분에게 붙여 넣어 보내세요.'}
        {copied === 'no' && '복사하지 못했습니다. 아래 글을 골라 복사하세요.'}
      </span>
      {copied === 'no' && (
        <textarea aria-label="신고할 내용" readOnly rows={6} value={reportOf(placed, place)} />
      )}
    </div>
  );
}

export function reportOf({ id, question }: PlacedQuestion, place: QuestionPlace): string {
  const { origin, pathname } = location;
  const base = basePath();
  const page = origin === 'null' ? pathname : `${origin}${base}${place.path}`;
  return [
    `[${place.courseTitle}] 문제 오류`,
    '',
    `문제: ${question.title.replace(/<[^>]*>/g, '')}`,
    `id: ${id}`,
    `파일: ${place.file ?? ''} ${question.line}행`,
    `주소: ${page}#${encodeURIComponent(questionAnchor(id))}`,
    '',
    '무엇이 잘못되었나요?',
    '',
  ].join('\n');
}
