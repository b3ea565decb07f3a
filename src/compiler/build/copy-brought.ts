/** Copies the pictures and files of the notes to the built site, where the app's own files already are. */

import { statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../workspace.ts';

/**
 * Throws when a file of the notes would take the place of one of the app's (`data/index.json`): all pages would suffer.
 * @param since When this build began, in ms: what is older was left by an earlier one.
 */
export async function copyBrought(out: string, workspace: Workspace, since: number): Promise<void> {
  for (const file of workspace.compiled.course.assets) {
    const onDisk = workspace.assetOnDisk(file);
    if (onDisk === null) continue;
    const target = path.join(out, file);
    if ((statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? -1) >= since)
      throw new Error(
        `${file}: 앱의 파일과 주소가 같아 만들지 않았습니다. 파일 이름이나 폴더 이름을 바꾸세요.`,
      );
    await cp(onDisk, target);
  }
}
