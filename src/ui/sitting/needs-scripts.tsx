/** What pages about the record say where scripts are off. */

export function NeedsScripts() {
  return (
    <p className="no-js">
      학습 기록은 이 브라우저에 남으므로 JavaScript가 필요합니다. 노트와 문제는 JavaScript 없이도 읽을 수
      있습니다.
    </p>
  );
}
