/** Text and code with blanks to fill, numbered as on an exam sheet. */

import { Fragment, type ReactNode } from 'react';
import type { AnswerOf, ClozePart } from '../../../core/model/question.ts';
import { Html } from '../../topic/html.tsx';
import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';
import { Field } from './typed.tsx';

const JOINER = '\u2060';

function ClozeArea({ answer, response, grade, isDisabled, labelledBy, onChange }: AreaProps<'cloze'>) {
  const { passages, count } = readParts(answer.parts);
  const texts = Array.from({ length: count }, (_, at) => response?.texts[at] ?? '');
  const change = (at: number, text: string) =>
    onChange({ type: 'cloze', texts: texts.map((each, other) => (other === at ? text : each)) });
  const field = ({ at, variants }: PlacedBlank) => (
    <span className="blank">
      {count > 1 && <i aria-hidden="true">{`(${at + 1})`}</i>}
      <Field
        text={texts[at] ?? ''}
        label={count > 1 ? `빈칸 ${at + 1}` : '빈칸'}
        width={widthOf(variants)}
        isDisabled={isDisabled}
        isLast={at === count - 1}
        right={variants[0] ?? ''}
        part={grade?.parts[at]}
        onChange={(text) => change(at, text)}
      />
    </span>
  );
  return (
    <fieldset className="cloze" aria-labelledby={labelledBy}>
      {passages.map(({ code, parts }) =>
        code ? (
          <CodeWithBlanks key={parts[0]?.key} code={code} isReachable={isDisabled || grade !== null}>
            {parts.map((part) =>
              part.kind === 'text' ? (
                <Html key={part.key} html={part.html} lang="en" />
              ) : (
                <Fragment key={part.key}>{field(part)}</Fragment>
              ),
            )}
          </CodeWithBlanks>
        ) : (
          <p key={parts[0]?.key}>
            {parts.map((part) =>
              part.kind === 'text' ? (
                <Html key={part.key} html={part.html} />
              ) : (
                <Fragment key={part.key}>
                  {field(part)}
                  {/* A particle stays with its blank. */}
                  {JOINER}
                </Fragment>
              ),
            )}
          </p>
        ),
      )}
    </fieldset>
  );
}

interface CodeWithBlanksProps {
  code: CodePart;
  /** By keyboard, where no field in it is. */
  isReachable?: boolean;
  children: ReactNode;
}

/** As CodeFigure draws it, without its button: what there is to copy is not all of it. */
function CodeWithBlanks({ code: { language, title }, isReachable, children }: CodeWithBlanksProps) {
  const name = title ?? (language || '코드');
  return (
    <figure className="code" aria-label={name}>
      <figcaption className="line note">
        <span className="code-title">{name}</span>
        {title !== null && language !== '' && <span>{language}</span>}
      </figcaption>
      <pre tabIndex={isReachable ? 0 : undefined}>
        <code>{children}</code>
      </pre>
    </figure>
  );
}

type CodePart = Extract<ClozePart, { kind: 'code' }>;
type PlacedBlank = { kind: 'blank'; variants: string[]; at: number; key: string };
type Placed = (Extract<ClozePart, { kind: 'text' }> & { key: string }) | PlacedBlank;

interface Passage {
  /** Null for a paragraph. */
  code: CodePart | null;
  parts: Placed[];
}

/** Paragraphs and code of parts, the blanks counted. */
function readParts(parts: ClozePart[]): { passages: Passage[]; count: number } {
  const passages: Passage[] = [{ code: null, parts: [] }];
  let count = 0;
  parts.forEach((part, index) => {
    const key = String(index);
    if (part.kind === 'break') passages.push({ code: null, parts: [] });
    else if (part.kind === 'code') passages.push({ code: part, parts: [] });
    else if (part.kind === 'text') passages.at(-1)?.parts.push({ ...part, key });
    else passages.at(-1)?.parts.push({ kind: 'blank', variants: part.variants, at: count++, key });
  });
  return { passages: passages.filter((each) => each.parts.length > 0), count };
}

/** The longest accepted answer, rounded up to a step. A Latin letter is about half as wide as a syllable. */
function widthOf(variants: readonly string[]): 'width-3' | 'width-6' | 'width-10' {
  const lengths = variants.map((text) =>
    [...text].reduce((sum, sign) => sum + (sign < '\u1100' ? 0.56 : 1), 0),
  );
  const ems = lengths.reduce((a, b) => Math.max(a, b), 0);
  return ems <= 3 ? 'width-3' : ems <= 6 ? 'width-6' : 'width-10';
}

/** To be read: each blank is a numbered gap. */
function Gaps({ answer }: { answer: AnswerOf<'cloze'> }) {
  return readParts(answer.parts).passages.map(({ code, parts }) => {
    const words = parts.map((part) =>
      part.kind === 'text' ? (
        <Html key={part.key} html={part.html} />
      ) : (
        <span key={part.key}>{`(${part.at + 1}) ____`}</span>
      ),
    );
    const key = parts[0]?.key;
    return code ? (
      <CodeWithBlanks key={key} code={code} isReachable>
        {words}
      </CodeWithBlanks>
    ) : (
      <p key={key}>{words}</p>
    );
  });
}

/** 「(1) 커널 (2) 이미지」; of a single blank only its word. */
const answerKey = ({ parts }: AnswerOf<'cloze'>): string =>
  parts
    .flatMap((part) => (part.kind === 'blank' ? [part.variants[0] ?? ''] : []))
    .map((variant, at, all) => (all.length > 1 ? `(${at + 1}) ${variant}` : variant))
    .join(' ');

export const cloze: TypeView<'cloze'> = {
  label: '빈칸 채우기',
  author: { column: '빈칸', level: '떠올리기' },
  keyHints: [[['Enter'], '다음 빈칸'], ...CONFIRM_KEYS],
  Area: ClozeArea,
  Plain: Gaps,
  Key: ({ answer }) => answerKey(answer),
  partName: (key) => `빈칸 ${Number(key) + 1}`,
};
