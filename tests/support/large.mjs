/** Makes a course of more than five megabytes: three areas of three topics, whose pictures cannot be compressed. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noise, png } from './png.mjs';

export const LARGE_DIR = 'node_modules/.cache/lecture-study/large';

/** Pictures of 0.8 MB each, one a topic. */
const WIDTH = 1000;
const HEIGHT = 800;

const AREAS = { network: '네트워크', storage: '저장소', monitoring: '모니터링' };
const TOPICS = { purpose: '목적', structure: '구조', operation: '운영' };

const question = (id, topic) => `
## 확인 문제

### Q. 이 노트의 주제는? <!-- q: ${id} -->

- [x] ${topic}
- [ ] 컨테이너

> 해설: 제목이 주제를 말한다.
`;

function topicOf(area, topic) {
  const title = `${AREAS[area]} ${TOPICS[topic]}`;
  const text = `- 정의: ${title}에 대한 설명\n\n![${title} 그림](img/${topic}.png)\n`;
  return `# ${title}\n\n## 개요\n\n${text}${question(`${area}-${topic}`, title)}`;
}

/** Writes the folder anew. */
export function makeLargeNotes(dir = LARGE_DIR) {
  rmSync(dir, { recursive: true, force: true });
  const tree = [];
  for (const area of Object.keys(AREAS)) {
    mkdirSync(path.join(dir, area, 'img'), { recursive: true });
    tree.push(`- [${AREAS[area]}](${area}/README.md)`);
    writeFileSync(path.join(dir, area, 'README.md'), `# ${AREAS[area]}\n\n영역 소개입니다.\n`);
    for (const topic of Object.keys(TOPICS)) {
      tree.push(`  - [${AREAS[area]} ${TOPICS[topic]}](${area}/${topic}.md)`);
      writeFileSync(path.join(dir, area, `${topic}.md`), topicOf(area, topic));
      const picture = png(WIDTH, HEIGHT, noise(tree.length));
      writeFileSync(path.join(dir, area, 'img', `${topic}.png`), picture);
    }
  }
  writeFileSync(
    path.join(dir, 'README.md'),
    `# 그림이 많은 강의\n\n<!-- course: large -->\n\n${tree.join('\n')}\n`,
  );
}
