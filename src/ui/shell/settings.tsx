/** The settings of the screen behind a button; the browser's own popover closes by Esc and by a click elsewhere. */

import { lazy, Suspense, useId, useState } from 'react';
import { Icon } from '../icon.tsx';

const SettingsPanel = lazy(() => import('./settings-panel.tsx'));

export function Settings() {
  const id = useId();
  const [wasOpened, setOpened] = useState(false);
  const prepare = () => setOpened(true);
  return (
    <>
      <button
        className="btn btn-icon js"
        type="button"
        aria-label="보기 설정"
        popoverTarget={id}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={prepare}
      >
        <Icon name="settings" />
      </button>
      <div className="settings" id={id} popover="auto" role="dialog" aria-label="보기 설정">
        {wasOpened && (
          <Suspense>
            <SettingsPanel />
          </Suspense>
        )}
      </div>
    </>
  );
}
