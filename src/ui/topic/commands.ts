/** The commands of a session on a terminal, as its prompts tell them from the output: what one wants of it is to run it oneself. */

import type { CodeBlock } from '../../core/model/topic.ts';

/** `console` is a session; in `bash` a `#` begins a comment, so that only a first line with `$` makes it one. */
const SESSION = /^(?:console|terminal|(?:sh|bash|zsh|shell)-?session|pycon|ps1con|doscon)$/;
const SCRIPT = /^(?:sh|bash|zsh|shell|powershell|ps1|cmd|bat)$/;

/** `$`, `(venv) $`, `me@host:~/app$`, `[root@host ~]#`; `PS C:\>`; `>>>`; `mysql>`, `app=#`. */
const PROMPTS = [
  /^(?:\([^()\s]+\)\s*)?(?:\[?[\w.-]+@[\w.-]+[^$#%]{0,80})?[$#%❯]\s+(?=\S)/u,
  /^(?:\([^()\s]+\)\s*)?(?:PS(?=[ >]) ?)?(?:[A-Z]:\\[^<>|]{0,120})?(?<=[\w\\])>\s*(?=\S)/,
  /^>>>\s/,
  /^[a-z][\w-]*(?:=[#>]|>)\s+(?=\S)/,
];
/** `# 목록을 본다` explains; `# whoami` is the root's. */
const REMARK = /^#\s+[^\x20-\x7E]/;
const NEXT_LINE = /^(?:>|\.\.\.)(?: |$)/;

/** What the copy button takes: of a session its commands with the lines that go on, else the whole code. */
export function commandsOf({ code, language }: Pick<CodeBlock, 'code' | 'language'>): string {
  const lines = code.split('\n');
  const isSession = SESSION.test(language) || (SCRIPT.test(language) && /^\s*\$\s+\S/.test(lines[0] ?? ''));
  if (!isSession) return code;
  const commands: string[] = [];
  let isOpen = false;
  let isPython = false;
  for (const line of lines) {
    const prompt: string = isOpen ? '' : promptOf(line);
    if (prompt !== '') {
      commands.push(line.trimStart().slice(prompt.length));
      isPython = prompt.startsWith('>>>');
    } else if (isOpen || (isPython && line.startsWith('...'))) {
      commands[commands.length - 1] += `\n${line.replace(NEXT_LINE, '')}`;
    } else continue;
    isOpen = !isPython && isUnfinished(commands.at(-1) ?? '');
  }
  return commands.length === 0 ? code : commands.join('\n');
}

function promptOf(line: string): string {
  const text = line.trimStart();
  if (REMARK.test(text)) return '';
  for (const prompt of PROMPTS) {
    const found = prompt.exec(text)?.[0];
    if (found) return found;
  }
  return '';
}

/** Whether a shell would ask for another line: after `\`, `|` or `&&`, within quotes, and until a here-document ends. */
function isUnfinished(command: string): boolean {
  const mark = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec(command)?.[2];
  if (mark !== undefined)
    return !command
      .split('\n')
      .slice(1)
      .some((line) => line.trim() === mark);
  if (/(?:[\\`^]|\||&&)\s*$/.test(command)) return true;
  const plain = command.replace(/\\./g, '').replace(/"[^"]*"|'[^']*'/g, '');
  return /["']/.test(plain);
}
