/** Translates the page as browsers and extensions do, again and again: other nodes come in the place of the text that React made. */

/** Every text that there is and that comes; returns how to stop. What is said stays the same. */
export function translatePage(): () => void {
  const observer = new MutationObserver(() => translate(document.body));
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  translate(document.body);
  return () => observer.disconnect();
}

function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.closest('font, script, style, option')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
