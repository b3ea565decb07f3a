/** Reads Aiken: a question on one line or several, options `A. …`, and `ANSWER: B`. Source: https://docs.moodle.org/en/Aiken_format */

import { type Bank, BankBuilder, optionsAnswer, Unfit } from './bank.ts';
import { divideAsked, htmlOfText } from './markup.ts';

const OPTION = /^\s*([A-Z])[.)]\s+(.*)$/;
const ANSWER = /^\s*ANSWER\s*:\s*(.*?)\s*$/i;

export function readAiken(text: string): Bank {
  const bank = new BankBuilder();
  let open: { line: number; asked: string[]; options: [letter: string, words: string][] } | null = null;
  const close = (answer: string | null) => {
    const question = open;
    open = null;
    if (!question) return;
    bank.add(question.line, (lose) => {
      if (answer === null) throw new Unfit('`ANSWER:` 줄이 없습니다.');
      const letters = question.options.map(([letter]) => letter);
      if (new Set(letters).size < letters.length) throw new Unfit('같은 글자의 보기가 둘입니다.');
      if (!/^[A-Z]$/.test(answer) || !letters.includes(answer))
        throw new Unfit(`정답이 보기의 글자 하나가 아닙니다: ${answer}`);
      const options = question.options.map(([letter, words]) => ({
        html: htmlOfText(words),
        feedback: null,
        share: letter === answer ? 100 : 0,
      }));
      const asked = divideAsked(htmlOfText(question.asked.join('\n')), '');
      return { id: null, ...asked, answer: optionsAnswer(options, true, lose), hints: [], explanation: '' };
    });
  };
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const [, answer] = ANSWER.exec(line) ?? [];
    const [, letter, words = ''] = OPTION.exec(line) ?? [];
    if (answer !== undefined) close(answer.toUpperCase());
    else if (line.trim() === '') {
      if (open && open.options.length > 0) close(null);
    } else if (letter !== undefined && open) open.options.push([letter, words]);
    else {
      if (open && open.options.length > 0) close(null);
      open ??= { line: at + 1, asked: [], options: [] };
      open.asked.push(line.trim());
    }
  }
  close(null);
  return bank;
}
