/**
 * What was entered in prerendered questions whose code never came: kept over a reload of the tab, for there is no draft
 * of it yet. Their code takes it from the page when it comes.
 */

type Entered = Record<string, [isChecked: boolean, value: string][]>;

const KEY = 'study.entered';

/** Only prerendered quizzes have the fold of the key. */
const PRERENDERED = '.quiz:has(details.q-key) [id^="q:"]';

const inputsIn = (question: Element) => [...question.querySelectorAll('input')];

/** Puts back what the same page held before a reload, and keeps it when the page goes. */
export function keepEntered(): void {
  restore();
  addEventListener('pagehide', () => {
    const entered: Entered = {};
    for (const question of document.querySelectorAll(PRERENDERED)) {
      const inputs = inputsIn(question);
      const isTouched = inputs.some(
        ({ type, checked, defaultChecked, value }) =>
          checked !== defaultChecked || (type === 'text' && value),
      );
      if (isTouched) entered[question.id] = inputs.map(({ checked, value }) => [checked, value]);
    }
    if (Object.keys(entered).length === 0) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(entered));
    } catch {
      // Blocked or full: it is entered once more.
    }
  });
}

function restore(): void {
  try {
    const entered = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Entered;
    sessionStorage.removeItem(KEY);
    for (const [id, values] of Object.entries(entered)) {
      const question = document.getElementById(id);
      const inputs = question ? inputsIn(question) : [];
      if (inputs.length !== values.length) continue;
      for (const [at, input] of inputs.entries()) {
        const [isChecked, value] = values[at] ?? [input.checked, input.value];
        input.checked = isChecked;
        if (input.type === 'text') input.value = value;
      }
    }
  } catch {
    // Blocked or broken: the page is as it was published.
  }
}
