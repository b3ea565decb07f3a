/** The key: folded below each question for those without scripts, at the end of the page on paper. */

import type { PageData } from '../../core/model/course.ts';
import type { Answer, Question, ReadQuestion } from '../../core/model/question.ts';
import type { Html as SafeHtml } from '../../core/model/topic.ts';
import { choicesFor } from '../../core/quiz/grade.ts';
import { baseOf, keysOf } from '../../core/quiz/option-keys.ts';
import { isAnswerable, questionIdOf } from '../../core/study/questions.ts';
import { Html } from '../topic/html.tsx';
import { letterOf } from './types/area.ts';

export function KeyFold({ question }: { question: ReadQuestion }) {
  return (
    <details className="fold q-key">
      <summary>정답과 해설</summary>
      <KeyOf question={question} />
      {question.hints.map((hint, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints stand in their one order
        <p key={at} className="key-hint">
          힌트: <Html html={hint} />
        </p>
      ))}
    </details>
  );
}

/** On paper only. */
export function PrintedKey({ page, questions }: { page: PageData; questions: readonly Question[] }) {
  return (
    <div className="print-key">
      <p>
        <b>정답</b> {page.titleText}
      </p>
      <ol>
        {questions.map((question, at) => (
          <li key={question.line} value={at + 1}>
            {isAnswerable(question) && <KeyOf question={question} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function KeyOf({ question }: { question: ReadQuestion }) {
  return (
    <>
      <p className="key-answer">
        <AnswerKey answer={question.answer} seed={questionIdOf(question)} />
      </p>
      {question.explanation && <Html as="p" html={question.explanation} />}
    </>
  );
}

/** In the letters and numbers under which the page offers them. */
function AnswerKey({ answer, seed }: { answer: Answer; seed: string }) {
  switch (answer.type) {
    case 'single':
    case 'multiple': {
      const right = new Set(keysOf(answer.options).filter((_, at) => answer.options[at]?.isRight));
      const name = answer.type === 'single' ? (at: number) => String(at + 1) : letterOf;
      return choicesFor({ answer }, seed).map(
        ({ key, html }, at) => right.has(key) && <Item key={key} name={name(at)} html={html} />,
      );
    }
    case 'true-false':
      return answer.isTrue ? 'O' : 'X';
    case 'short':
      return answer.variants[0];
    case 'cloze':
      return answer.parts
        .flatMap((part) => (part.kind === 'blank' ? [part.variants[0] ?? ''] : []))
        .map((variant, at, all) => (all.length > 1 ? `(${at + 1}) ${variant}` : variant))
        .join(' ');
    case 'matching': {
      const choices = choicesFor({ answer }, seed);
      const rights = keysOf(answer.pairs.map((pair) => pair.right));
      return answer.pairs.map(({ left, line }, at) => {
        const place = choices.findIndex(({ key }) => baseOf(key) === baseOf(rights[at] ?? ''));
        return <Item key={line} html={left.html} after={letterOf(place)} />;
      });
    }
    case 'ordering':
      return answer.items.map((item, at) => <Item key={item.line} name={String(at + 1)} html={item.html} />);
    case 'categories':
      return answer.categories.map(({ name, items, line }) => (
        <span className="key-item" key={line}>
          <b>
            <Html html={name.html} />
          </b>{' '}
          {items.map((item, at) => (
            <span key={item.line}>
              {at > 0 && ', '}
              <Html html={item.html} />
            </span>
          ))}
        </span>
      ));
  }
}

function Item({ name, html, after }: { name?: string; html: SafeHtml; after?: string }) {
  return (
    <span className="key-item">
      {name !== undefined && <b>{name}</b>} <Html html={html} /> {after !== undefined && <b>{after}</b>}
    </span>
  );
}
