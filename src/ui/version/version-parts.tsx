/** What the frame shows of versions and of the network; see ui/shell/version-parts.ts for when it comes. */

import './version.css';
import { HAS_SERVICE_WORKER } from '../../store/build.ts';
import { startServiceWorker } from '../../store/offline/service-worker.ts';
import type { VersionParts } from '../shell/version-parts.ts';
import { ChangedNotes, NoteMark } from './changed-notes.tsx';
import { FootState } from './foot-state.tsx';
import { OfflineTag } from './offline-tag.tsx';
import { UpdateNotice } from './update-notice.tsx';

export const versionParts: VersionParts = {
  FootState,
  OfflineTag,
  UpdateNotice,
  ChangedNotes,
  NoteMark,
};

export function startVersion(): void {
  if (HAS_SERVICE_WORKER) void startServiceWorker();
}
