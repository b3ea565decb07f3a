/** The reader's preferences: stored in localStorage, shown as attributes of `<html>`, kept the same in all tabs. */

import { create } from 'zustand';
import {
  DEFAULTS,
  htmlAttributes,
  PREFERENCES,
  PREFERENCES_KEY,
  type Preferences,
} from './preferences-format.ts';
import { storedValue } from './stored-value.ts';

/** Starts with the defaults, as the prerendered page does; `startPreferences` reads the storage after hydration. */
export const usePreferences = create<Preferences>(() => DEFAULTS);

const stored = storedValue(PREFERENCES_KEY, PREFERENCES);

/** Where it cannot be stored, the choice holds for this visit. */
export function setPreferences(change: Partial<Preferences>): void {
  // What another tab has just written stays, except for what changes here.
  const next = { ...(stored.read() ?? usePreferences.getState()), ...change };
  show(next);
  stored.write(next);
}

/** Takes over what is stored and follows other tabs; returns how to stop. */
export function startPreferences(): () => void {
  show(stored.read() ?? DEFAULTS);
  return stored.follow((preferences) => show(preferences ?? DEFAULTS));
}

function show(preferences: Preferences): void {
  const { theme, text, width, shortcuts, lastRead } = preferences;
  usePreferences.setState({ theme, text, width, shortcuts, lastRead });
  for (const [name, value] of Object.entries(htmlAttributes(preferences))) {
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  colourBrowser(theme);
}

/** The colour of the browser's own bar: of the head's two, for light and for dark, the one of the chosen theme. */
function colourBrowser(theme: Preferences['theme']): void {
  for (const [at, meta] of document.querySelectorAll('meta[name=theme-color]').entries()) {
    const own = at === 0 ? 'light' : 'dark';
    const chosen = theme === own ? 'all' : 'not all';
    meta.setAttribute('media', theme === 'system' ? `(prefers-color-scheme: ${own})` : chosen);
  }
}
