/**
 * What the frame and the rows of the contents show of the record and of versions. Their code is not part of the first load, so
 * nothing of it is shown until the page stands.
 */

import { currentCourse } from '../../store/site.ts';
import { late } from '../lazy.tsx';

const hasRecord = () => currentCourse()?.hasStudy ?? false;

/** Opens the record, for all that shows something of it. */
export const OpenRecord = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).OpenRecord : null,
);
/** In a row of the contents. */
export const NodeTally = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).NodeTally : null,
);
/** In a row of the topic tree. */
export const NodeCount = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).NodeCount : null,
);
/** In the head of a page: where its questions stand. */
export const PageTally = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).PageTally : null,
);
/** In the margin of a section: its terms, and what was missed of it. */
export const SectionMargin = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).SectionMargin : null,
);
/** The number of what is due, beside 복습. */
export const DueCount = late(async () =>
  hasRecord() ? (await import('../progress/record-parts.tsx')).DueCount : null,
);
/** Trouble with storing, and what to do about it. */
export const StorageNotice = late(async () =>
  hasRecord() ? (await import('../progress/storage-notice.tsx')).StorageNotice : null,
);

/** Versions are loaded last, so that they compete with nothing the reader waits for. */
const WAIT_MILLIS = 2_000;

const versionNotices = async () => {
  await new Promise<void>((resolve) => {
    const wait = () => setTimeout(resolve, WAIT_MILLIS);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
  return import('../version/version-notices.tsx');
};

/** In the footer: what of the notes this is, and whether it can be read without a network. */
export const FootState = late(async () => (await versionNotices()).FootState);
/** In the top bar while there is no network. */
export const OfflineTag = late(async () => (await versionNotices()).OfflineTag);
export const UpdateNotice = late(async () => (await versionNotices()).UpdateNotice);
/** On the course map: what changed in the notes since the learner saw them. */
export const ChangedNotes = late(async () => (await versionNotices()).ChangedNotes);
/** In a row of the contents. */
export const NoteMark = late(async () => (await versionNotices()).NoteMark);
