/** The choices of a question as a list to read, and an item of the answer key. */

import type { Html as SafeHtml } from '../../../core/model/html.ts';
import type { Answer } from '../../../core/model/question.ts';
import { choicesFor, placesFor } from '../../../core/quiz/grade.ts';
import type { Choice } from '../../../core/quiz/option-keys.ts';
import { Html } from '../../topic/html.tsx';

interface PlainChoicesProps {
  answer: Answer;
  seed: string;
  /** What the key calls the choices; null where it says them in full. */
  name: ((at: number) => string) | null;
}

export function PlainChoices({ answer, seed, name }: PlainChoicesProps) {
  return (
    <>
      <List things={placesFor({ answer })} name={null} />
      <List things={choicesFor({ answer }, seed)} name={name} />
    </>
  );
}

function List({ things, name }: { things: readonly Choice[]; name: PlainChoicesProps['name'] }) {
  if (things.length === 0) return null;
  return (
    <ul className={name ? 'items ordered' : 'items bullet'}>
      {things.map(({ key, html }, at) => (
        <li key={key}>
          {name && <span className="list-number">{name(at)}</span>}
          <Html as="div" html={html} />
        </li>
      ))}
    </ul>
  );
}

export function KeyItem({ name, html, after }: { name?: string; html: SafeHtml; after?: string }) {
  return (
    <span className="key-item">
      {name !== undefined && <b>{name}</b>} <Html html={html} /> {after !== undefined && <b>{after}</b>}
    </span>
  );
}
