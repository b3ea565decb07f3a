/** 모의고사: set it up, answer on a sheet without feedback, hand it in, see every question with its feedback. */

import '../sitting/study-page.css';
import '../quiz/result.css';
import './exam.css';
import { useState } from 'react';
import type { PageData } from '../../core/model/course.ts';
import type { ItemId } from '../../core/model/event.ts';
import { type Ask, questionAsks } from '../../core/study/asks.ts';
import { type Exam, readExam, writeExam } from '../../store/study/exam.ts';
import type { Study } from '../../store/study/study.ts';
import { ExamResult } from './exam-result.tsx';
import { ExamSetup } from './exam-setup.tsx';
import { ExamSheet } from './exam-sheet.tsx';

export function ExamView({ page, study }: { page: PageData; study: Study }) {
  const course = page.course.id;
  const [exam, setExam] = useState<Exam | null>(() => readExam(course));
  const [isKept, setKept] = useState(true);
  if (!study.index) return null;
  const change = (next: Exam | null) => {
    setExam(next);
    setKept(writeExam(course, next));
  };
  if (!exam) return <ExamSetup index={study.index} start={change} />;
  // Questions that the notes no longer hold are left out.
  const asks = new Map(questionAsks(study.index).map((ask) => [ask.item, ask]));
  const asked: Ask[] = exam.items.flatMap((item) => asks.get(item as ItemId) ?? []);
  if (asked.length === 0) return <ExamSetup index={study.index} start={change} />;
  const props = { page, asked, exam, change };
  return exam.isOver ? (
    <ExamResult {...props} index={study.index} />
  ) : (
    <>
      {!isKept && (
        <p className="exam-note" role="alert">
          답을 저장할 수 없습니다. 이 탭을 닫거나 새로 고치면 모의고사를 처음부터 다시 봐야 합니다.
        </p>
      )}
      <ExamSheet {...props} />
    </>
  );
}
