/** The small course as someone else has made it their own by `course.yaml`: base path, colour, language, picture and licence. */

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { png } from './png.mjs';

export const OWN_DIR = 'node_modules/.cache/lecture-study/own-course';

export const OWN = { color: '#1d5fa8', language: 'en', license: 'CC BY 4.0', logo: 'images/logo.png' };

/** @param {string} course The folder of the small course. */
export function makeOwnCourse(course) {
  rmSync(OWN_DIR, { recursive: true, force: true });
  cpSync(course, OWN_DIR, { recursive: true });
  mkdirSync(path.join(OWN_DIR, 'images'), { recursive: true });
  writeFileSync(
    path.join(OWN_DIR, OWN.logo),
    png(64, 64, () => 0x99),
  );
  writeFileSync(
    path.join(OWN_DIR, 'course.yaml'),
    `base: /notes/
color: "${OWN.color}"
language: ${OWN.language}
license: "© 김강사, [${OWN.license}](https://creativecommons.org/licenses/by/4.0/)"
logo: ${OWN.logo}
`,
  );
}
