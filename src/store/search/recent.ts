/** The last searches of this browser. */

const KEY = 'study.searches';
const MOST = 6;
const LENGTH = 60;

export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter((item): item is string => typeof item === 'string' && item !== '').slice(0, MOST);
  } catch {
    // Blocked or broken: there are none.
    return [];
  }
}

/** Puts a search that led somewhere in front. */
export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, LENGTH);
  if (text === '') return;
  store([text, ...recentSearches().filter((item) => item !== text)].slice(0, MOST));
}

export const forgetSearches = (): void => store([]);

function store(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Full or blocked: nothing is remembered.
  }
}
