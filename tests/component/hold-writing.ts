/** Holds answers between being shown and being written, until `write` is called. */

import { vi } from 'vitest';
import { openStudy } from '../../src/store/study/study.ts';

export async function holdWriting() {
  const record = await openStudy();
  const { answer } = record;
  let write = () => {};
  const writing = new Promise<void>((resolve) => {
    write = resolve;
  });
  const given = vi.spyOn(record, 'answer').mockImplementation((rest) => {
    const { id, stored } = answer(rest);
    return { id, stored: writing.then(() => stored) };
  });
  return { given, write };
}
