/** The frame of a command such as `npm run check`: parses its options, prints its usage, reports errors. */

import { type ParseArgsConfig, parseArgs } from 'node:util';

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

/** Takes the arguments and returns the exit code: that of the work, or 2 when it could not be done. */
export const command =
  <const O extends Options>(usage: string, options: O, work: (values: Values<O>) => Promise<number>) =>
  async (args: readonly string[]): Promise<number> => {
    try {
      const { values } = parseArgs({ args: [...args], options: { ...options, ...HELP } });
      const { help } = values as Values<typeof HELP>;
      if (!help) return await work(values as Values<O>);
      console.log(usage);
      return 0;
    } catch (error) {
      console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
      return 2;
    }
  };
