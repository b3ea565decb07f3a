/** How large a diagram may be. More takes seconds to lay out, and no one can read it. */

export const MOST_CHARACTERS = 20_000;
/** Of one line. */
export const LONGEST_LINE = 2000;
export const MOST_NODES = 60;
export const MOST_EDGES = 100;
export const MOST_ACTORS = 20;
export const MOST_STEPS = 120;
export const MOST_ROWS = 240;
export const LONGEST_LABEL = 200;
