/** The text of a diagnostic. What it quotes from the notes in backticks is set as code. */

export function Message({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    at % 2 === 1 ? <code key={at}>{part.slice(1, -1)}</code> : part,
  );
}
