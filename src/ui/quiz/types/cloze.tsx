/** Text with blanks to fill, numbered as on an exam sheet. */

import { Fragment } from 'react';
import type { AnswerOf, ClozePart } from '../../../core/model/question.ts';
import { Html } from '../../topic/html.tsx';
import { type AreaProps, CONFIRM_KEYS, type TypeView } from './type-view.ts';
import { Field } from './typed.tsx';

const JOINER = '\u2060';

function ClozeArea({ answer, response, grade, isDisabled, labelledBy, onChange }: AreaProps<'cloze'>) {
  const { paragraphs, count } = readParts(answer.parts);
  const texts = Array.from({ length: count }, (_, at) => response?.texts[at] ?? '');
  const change = (at: number, text: string) =>
    onChange({ type: 'cloze', texts: texts.map((each, other) => (other === at ? text : each)) });
  return (
    <fieldset className="cloze" aria-labelledby={labelledBy}>
      {paragraphs.map((parts) => (
        <p key={parts[0]?.key}>
          {parts.map((part) => {
            if (part.kind === 'text') return <Html key={part.key} html={part.html} />;
            const { at, variants, key } = part;
            const [right = ''] = variants;
            return (
              <Fragment key={key}>
                <span className="blank">
                  {count > 1 && <i aria-hidden="true">{`(${at + 1})`}</i>}
                  <Field
                    text={texts[at] ?? ''}
                    label={count > 1 ? `빈칸 ${at + 1}` : '빈칸'}
                    width={widthOf(variants)}
                    isDisabled={isDisabled}
                    isLast={at === count - 1}
                    right={right}
                    part={grade?.parts[at]}
                    onChange={(text) => change(at, text)}
                  />
                </span>
                {/* A particle stays with its blank. */}
                {JOINER}
              </Fragment>
            );
          })}
        </p>
      ))}
    </fieldset>
  );
}

type Placed = { key: string } & (
  | Extract<ClozePart, { kind: 'text' }>
  | { kind: 'blank'; variants: string[]; at: number }
);

/** Paragraphs of parts, the blanks counted. */
function readParts(parts: ClozePart[]): { paragraphs: Placed[][]; count: number } {
  const paragraphs: Placed[][] = [[]];
  let count = 0;
  parts.forEach((part, index) => {
    const key = String(index);
    if (part.kind === 'break') paragraphs.push([]);
    else if (part.kind === 'text') paragraphs.at(-1)?.push({ ...part, key });
    else paragraphs.at(-1)?.push({ kind: 'blank', variants: part.variants, at: count++, key });
  });
  return { paragraphs: paragraphs.filter((each) => each.length > 0), count };
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
function Gaps({ answer: { parts } }: { answer: AnswerOf<'cloze'> }) {
  const blanks = parts.filter(({ kind }) => kind === 'blank');
  return (
    <p>
      {parts.map((part, at) => {
        const key = `${part.kind} ${at}`;
        if (part.kind === 'break') return <br key={key} />;
        if (part.kind === 'text') return <Html key={key} html={part.html} />;
        return <span key={key}>{`(${blanks.indexOf(part) + 1}) ____`}</span>;
      })}
    </p>
  );
}

/** 「(1) 커널 (2) 이미지」; of a single blank only its word. */
const answerKey = ({ parts }: AnswerOf<'cloze'>): string =>
  parts
    .flatMap((part) => (part.kind === 'blank' ? [part.variants[0] ?? ''] : []))
    .map((variant, at, all) => (all.length > 1 ? `(${at + 1}) ${variant}` : variant))
    .join(' ');

const [, UNSURE_KEYS] = CONFIRM_KEYS;

export const cloze: TypeView<'cloze'> = {
  label: '빈칸 채우기',
  author: { column: '빈칸', level: '떠올리기' },
  keyHints: [[['Enter'], '다음 빈칸, 확실해요'], UNSURE_KEYS],
  Area: ClozeArea,
  Plain: Gaps,
  Key: ({ answer }) => answerKey(answer),
  partName: (key) => `빈칸 ${Number(key) + 1}`,
};
