/** The settings of the screen behind a button; the browser's own popover closes by Esc and by a click elsewhere. */

import { useId, useRef, useState } from 'react';
import { setPreferences, TEXT_SIZES, THEMES, usePreferences, WIDTHS } from '../../store/preferences.ts';
import { currentCourse } from '../../store/site.ts';
import { Icon } from '../icon.tsx';
import { TopicLink } from './topic-link.tsx';

/** The id of the panel, for which the first frame of a page waits (compiler/build/document.ts). */
const VIEW_SETTINGS = 'view-settings';

export function Settings() {
  const panel = useRef<HTMLDivElement>(null);
  const [wasOpened, setOpened] = useState(false);
  const prepare = () => setOpened(true);
  const press = () => {
    prepare();
    // Safari 16 and Firefox 115 know no popover: there the button alone opens and closes it.
    if (!('popover' in HTMLElement.prototype)) panel.current?.toggleAttribute('data-open');
  };
  const close = () => {
    if (panel.current?.hasAttribute('data-open')) panel.current.removeAttribute('data-open');
    else panel.current?.hidePopover?.();
  };
  return (
    <>
      <button
        className="button button-icon needs-scripts"
        type="button"
        aria-label="보기 설정"
        popoverTarget={VIEW_SETTINGS}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={press}
      >
        <Icon name="settings" />
      </button>
      <div
        className="settings over-page"
        id={VIEW_SETTINGS}
        popover="auto"
        role="dialog"
        aria-label="보기 설정"
        ref={panel}
      >
        {wasOpened && <Choices />}
        {wasOpened && currentCourse()?.hasStudy && (
          <TopicLink className="target small" path="/progress/" anchor="settings" onClick={close}>
            복습과 시험 설정
          </TopicLink>
        )}
      </div>
    </>
  );
}

const SHORTCUTS = ['on', 'off'] as const;

const NAMES = {
  theme: { system: '시스템', light: '밝게', dark: '어둡게' },
  text: { small: '작게', normal: '보통', large: '크게' },
  shortcuts: { on: '켬', off: '끔' },
  width: { narrow: '좁게', normal: '보통', wide: '넓게' },
};

function Choices() {
  const { theme, text, width, shortcuts } = usePreferences();
  return (
    <>
      <Choice
        legend="화면"
        values={THEMES}
        names={NAMES.theme}
        value={theme}
        set={(theme) => setPreferences({ theme })}
      />
      <Choice
        legend="글자 크기"
        values={TEXT_SIZES}
        names={NAMES.text}
        value={text}
        set={(text) => setPreferences({ text })}
      />
      <Choice
        className="not-on-phones"
        legend="줄 길이"
        values={WIDTHS}
        names={NAMES.width}
        value={width}
        set={(width) => setPreferences({ width })}
      />
      <Choice
        className="not-on-phones"
        legend="단축키 ( / , Ctrl K , ? )"
        values={SHORTCUTS}
        names={NAMES.shortcuts}
        value={shortcuts ? 'on' : 'off'}
        set={(value) => setPreferences({ shortcuts: value === 'on' })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  className?: string;
  legend: string;
  values: readonly T[];
  names: Record<T, string>;
  value: T;
  set: (value: T) => void;
}

function Choice<T extends string>({ className, legend, values, names, value, set }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={className}>
      <legend>{legend}</legend>
      <div className="segmented">
        {values.map((item) => (
          <label key={item}>
            <input type="radio" name={name} checked={item === value} onChange={() => set(item)} />
            <span>{names[item]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
