/** The end of every page: which version this is. */

import { use } from 'react';
import type { PageData } from '../../core/model/course.ts';
import { APP_VERSION } from '../../store/build.ts';
import { VersionPartsContext } from './version-parts.ts';

export function Foot({ page }: { page: PageData | null }) {
  const parts = use(VersionPartsContext);
  return (
    <footer className="foot note">
      <p>
        {`버전 ${APP_VERSION || '개발 중'}`}
        {parts && <parts.FootState page={page} />}
      </p>
    </footer>
  );
}
