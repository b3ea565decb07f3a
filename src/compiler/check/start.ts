/** Runs a command of the terminal while it is imported: what its code imports later, as the drawing of formulas, needs the importer still. */

const COMMANDS: Readonly<
  Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<number> }>>
> = {
  check: () => import('./check.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  new: () => import('./new.ts'),
};

const [command = '', ...args] = process.argv.slice(2);
const start = COMMANDS[command];
if (!start) throw new Error(`no such command: ${command}`);
/** As the process ends with it. */
export const exitCode = await (await start()).run(args);
process.exitCode = exitCode;
