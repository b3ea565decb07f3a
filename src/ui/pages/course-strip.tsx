/** The areas of the course side by side, as wide as they take to read: how the course hangs together, in one line. */

import type { TreeNode } from '../../core/model/course.ts';
import { areaMinutes } from './course-sums.ts';

const STEPS = 8;
const MOST_AREAS = 8;

export function CourseStrip({ tree, minutes }: { tree: TreeNode[]; minutes: Record<string, number> }) {
  if (tree.length < 2 || tree.length > MOST_AREAS) return null;
  const times = tree.map((area) => areaMinutes(area, minutes));
  const longest = Math.max(...times, 1);
  return (
    <ol className="strip" aria-label="읽는 순서와 시간">
      {tree.map((area, index) => (
        <li
          key={area.number}
          className={`g${Math.max(1, Math.round(((times[index] ?? 0) / longest) * STEPS))}`}
        >
          <a href={`#area-${area.number}`}>
            <span className="strip-n">{area.number}</span> <span className="strip-t">{area.title}</span>
            <span className="min num">{times[index]}분</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
