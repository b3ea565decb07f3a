/** A long text to type whose lines are numbered. The numbers grow as one types, and tell nothing of how many lines the key has. */

import { turnOffAutocomplete } from './typed.tsx';

interface NumberedTextProps {
  label: string;
  text: string;
  fewestRows?: number;
  mostCharacters: number;
  /** Whether there is still something to type before the answer can be sent. */
  isOpen: boolean;
  isDisabled: boolean;
  onChange: (text: string) => void;
}

export function NumberedText(props: NumberedTextProps) {
  const { label, text, fewestRows = 0, mostCharacters, isOpen, isDisabled, onChange } = props;
  const rows = Math.max(fewestRows, text.split('\n').length + 1);
  return (
    <>
      <ol aria-hidden="true">
        {Array.from({ length: rows - 1 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <li key={at}>{at + 1}</li>
        ))}
      </ol>
      <textarea
        ref={turnOffAutocomplete}
        aria-label={label}
        rows={rows}
        wrap="off"
        value={text}
        data-open={isOpen ? '' : undefined}
        disabled={isDisabled}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={mostCharacters}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
