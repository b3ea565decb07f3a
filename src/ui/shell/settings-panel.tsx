/** The choices of the settings; fetched when the panel is first opened. */

import { useId } from 'react';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { TEXT_SIZES, THEMES, WIDTHS } from '../../store/preferences-format.ts';

const SHORTCUTS = ['on', 'off'] as const;

const NAMES = {
  theme: { system: '시스템', light: '밝게', dark: '어둡게' },
  text: { small: '작게', normal: '보통', large: '크게' },
  shortcuts: { on: '켬', off: '끔' },
  width: { narrow: '좁게', normal: '보통', wide: '넓게' },
};

export default function SettingsPanel() {
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
        legend="줄 길이"
        values={WIDTHS}
        names={NAMES.width}
        value={width}
        set={(width) => setPreferences({ width })}
      />
      <Choice
        legend="단축키 ( / , Ctrl K )"
        values={SHORTCUTS}
        names={NAMES.shortcuts}
        value={shortcuts ? 'on' : 'off'}
        set={(value) => setPreferences({ shortcuts: value === 'on' })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  values: readonly T[];
  names: Record<T, string>;
  value: T;
  set: (value: T) => void;
}

function Choice<T extends string>({ legend, values, names, value, set }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="seg">
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
