/** 모의고사: setting up, answering, handing in, and the result. */

import '../sitting.css';
import '../../quiz/result.css';
import './exam.css';
import { useEffect, useRef, useState } from 'react';
import type { PageData } from '../../../core/model/course.ts';
import type { ItemId } from '../../../core/model/event.ts';
import { type Exercise, questionExercises } from '../../../core/study/exercises.ts';
import { type Exam, followExam, readExam, writeExam } from '../../../store/study/mock-exam.ts';
import type { Ready } from '../record-page.tsx';
import { ExamResult } from './exam-result.tsx';
import { ExamSetup } from './exam-setup.tsx';
import { ExamSheet } from './exam-sheet.tsx';

export function ExamView({ page, ready }: { page: PageData; ready: Ready }) {
  const [exam, setExam] = useState<Exam | null>(() => readExam());
  const [isKept, setKept] = useState(true);
  // One that is gone on with leaves the focus where it is.
  const isBegunHere = useRef(false);
  useEffect(() => followExam(setExam), []);
  const change = (next: Exam | null) => {
    setExam(next);
    setKept(writeExam(next));
  };
  // Questions that the notes no longer hold are left out.
  const byItem = new Map(questionExercises(ready.index).map((exercise) => [exercise.item, exercise]));
  const exercises: Exercise[] = exam?.items.flatMap((item) => byItem.get(item as ItemId) ?? []) ?? [];
  if (!exam || exercises.length === 0) {
    const start = (begun: Exam) => {
      isBegunHere.current = true;
      change(begun);
    };
    return <ExamSetup page={page} index={ready.index} start={start} />;
  }
  const props = { exercises, exam, change };
  return exam.isOver ? (
    <ExamResult {...props} ready={ready} />
  ) : (
    <ExamSheet {...props} isKept={isKept} isFocused={isBegunHere.current} />
  );
}
