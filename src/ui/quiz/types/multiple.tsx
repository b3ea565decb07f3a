/** All right options to choose. */

import type { AreaProps } from './area.ts';
import { Options } from './options.tsx';

export function MultipleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'multiple'>) {
  const chosen = response?.options ?? [];
  const toggle = (key: string) =>
    onChange({
      type: 'multiple',
      options: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key],
    });
  return <Options {...answer} {...rest} chosen={chosen} isGraded={grade !== null} onToggle={toggle} />;
}
