/** The headings that lead through a page: its sections, or the labels of its outline where there are none. */

import type { PageData } from '../../core/model/course.ts';

export interface PageHeading {
  anchor: string;
  title: string;
  isDeeper: boolean;
}

const DEEPEST = 3;

export function headingsOf(page: PageData): PageHeading[] {
  const labels = page.blocks.flatMap((block) =>
    block.kind === 'outline' && block.list === 'label'
      ? block.entries.flatMap(({ anchor, termText }) =>
          anchor && termText ? [{ anchor, title: termText, isDeeper: false }] : [],
        )
      : [],
  );
  const sections = page.sections
    .filter((section) => section.level <= DEEPEST)
    .map(({ anchor, titleText, level }) => ({ anchor, title: titleText, isDeeper: level === DEEPEST }));
  return [...labels, ...sections];
}
