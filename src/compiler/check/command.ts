/** The frame of a command such as `npm run check`: parses its options, prints its usage, reports errors. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestTo } from '../../core/quiz/near-miss.ts';
import { AuthorError } from '../folder.ts';

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;
type Values<O extends Options> = Parsed<O>['values'];

/**
 * Takes the arguments and returns the exit code: that of the work, or 2 when it could not be done. `most` is how many words may
 * stand beside the options.
 */
export const command =
  <const O extends Options>(
    usage: string,
    options: O,
    work: (values: Values<O>, words: string[]) => Promise<number>,
    most = 0,
  ) =>
  async (args: readonly string[]): Promise<number> => {
    try {
      const all = { ...options, ...HELP };
      const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true });
      const { help } = values as Values<typeof HELP>;
      if (help) {
        console.log(usage);
        return 0;
      }
      const [extra] = positionals.slice(most);
      if (extra !== undefined) throw new Error(wordFlaw(extra));
      return await work(values as Values<O>, positionals);
    } catch (error) {
      const message =
        error instanceof Error
          ? (flawOf(error, Object.keys({ ...options, ...HELP })) ?? error.message)
          : String(error);
      console.error(error instanceof AuthorError ? message : `${message}\n\n${usage}`);
      return 2;
    }
  };

/** A word where only options may stand, such as the folder of notes. */
export const wordFlaw = (word: string): string =>
  `모르는 말입니다: ${word}\n노트 폴더는 환경 변수로 정합니다: CONTENT_DIR=${word}`;

/** An option that is none, with the one that was probably meant. */
export function optionFlaw(option: string, known: readonly string[]): string {
  const names = known.map((name) => `--${name}`);
  const meant = nearestTo(option.replace(/=.*$/s, ''), names);
  return `모르는 옵션입니다: ${option}\n${meant === null ? `쓸 수 있는 옵션: ${names.join(', ')}` : `혹시 ${meant}인가요?`}`;
}

/** What Node's parser says of the arguments, in Korean; null for other errors. */
function flawOf({ message, ...error }: Error, known: readonly string[]): string | null {
  const [, option = ''] = /'(?:-\w, )?(-{1,2}[^' ]+)/.exec(message) ?? [];
  const code = 'code' in error ? error.code : null;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return optionFlaw(option, known);
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return null;
  return /does not take/.test(message) ? `${option}에는 값을 쓰지 않습니다.` : `${option} 뒤에 값을 쓰세요.`;
}
