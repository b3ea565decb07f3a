/**
 * Copying a text to the clipboard, and the button that does it for code. Of a session on a terminal it takes the commands, as the prompts
 * tell them from the output: what one wants of it is to run it oneself.
 */

import { useEffect, useState } from 'react';
import type { CodeBlock } from '../../core/model/topic.ts';
import { Icon } from '../icon.tsx';
import { useHydrated } from '../take-over.ts';

const SHOWN_MILLIS = 2000;
const COPIED = '복사했습니다';

/** `said` is for a `status`, for a moment. */
export function useCopy() {
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = (text: string | Promise<string>) =>
    write(text).then(
      () => setSaid(COPIED),
      () => setSaid('복사하지 못했습니다'),
    );
  return { said, copy };
}

/** What is still on its way is promised to the clipboard: some browsers take nothing once the press is past. */
async function write(text: string | Promise<string>): Promise<void> {
  const { clipboard } = navigator;
  if (typeof text === 'string' || !('ClipboardItem' in window)) return clipboard.writeText(await text);
  const type = 'text/plain';
  await clipboard.write([new ClipboardItem({ [type]: text.then((words) => new Blob([words], { type })) })]);
}

/** Copies a text and says so; absent where there are no scripts or no clipboard. */
export function CopyButton({ text }: { text: string }) {
  const { said, copy } = useCopy();
  if (!useHydrated() || !navigator.clipboard) return null;
  return (
    <>
      <span className="copied" role="status">
        {said}
      </span>
      <button
        className="button button-icon copy"
        type="button"
        aria-label="코드 복사"
        onClick={() => copy(text)}
      >
        <Icon name={said === COPIED ? 'check' : 'copy'} isSmall />
      </button>
    </>
  );
}

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
