/** One option to choose. */

import type { AreaProps } from './area.ts';
import { Options } from './options.tsx';

export function SingleArea({ answer, response, grade, onChange, ...rest }: AreaProps<'single'>) {
  return (
    <Options
      {...answer}
      {...rest}
      chosen={response?.option ? [response.option] : []}
      isGraded={grade !== null}
      onToggle={(option) => onChange({ type: 'single', option })}
    />
  );
}
