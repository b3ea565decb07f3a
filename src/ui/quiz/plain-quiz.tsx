/** A quiz to read and not to answer: stems, what there is to choose, and the key folded; for when the live one fails. */

import type { ReadQuestion } from '../../core/model/question.ts';
import type { QuizBlock } from '../../core/model/topic.ts';
import { choicesFor, placesFor } from '../../core/quiz/grade.ts';
import type { Choice } from '../../core/quiz/option-keys.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { Html } from '../topic/html.tsx';
import { letterOf } from './types/area.ts';
import { UnreadQuestion } from './unread-question.tsx';

export function PlainQuiz({ block, level }: { block: QuizBlock; level: number }) {
  return (
    <ol className="questions">
      {block.questions.map((question, at) => (
        <li key={question.line}>
          <UnreadQuestion question={question} number={at + 1} level={level}>
            {isAnswerable(question) && <ToAnswer question={question} />}
          </UnreadQuestion>
        </li>
      ))}
    </ol>
  );
}

function ToAnswer({ question }: { question: ReadQuestion }) {
  const { answer } = question;
  if (answer.type === 'cloze') return <Gaps parts={answer.parts} />;
  // Named as the key names them.
  const name = answer.type === 'single' ? (at: number) => `${at + 1}.` : letterOf;
  return (
    <>
      <List things={placesFor(question)} name={null} />
      <List
        things={choicesFor(question, questionIdOf(question))}
        name={answer.type === 'ordering' || answer.type === 'categories' ? null : name}
      />
    </>
  );
}

function Gaps({ parts }: { parts: Extract<ReadQuestion['answer'], { type: 'cloze' }>['parts'] }) {
  const blanks = parts.filter(({ kind }) => kind === 'blank');
  return (
    <p>
      {parts.map((part, at) => {
        const key = `${part.kind} ${at}`;
        if (part.kind === 'break') return <br key={key} />;
        if (part.kind === 'text') return <Html key={key} html={part.html} />;
        return <span key={key}>({blanks.indexOf(part) + 1}) ____</span>;
      })}
    </p>
  );
}

function List({ things, name }: { things: readonly Choice[]; name: ((at: number) => string) | null }) {
  if (things.length === 0) return null;
  return (
    <ul className={name ? 'items ordered' : 'items bullet'}>
      {things.map(({ key, html }, at) => (
        <li key={key}>
          {name && <span className="no">{name(at)}</span>}
          <Html as="div" html={html} />
        </li>
      ))}
    </ul>
  );
}
