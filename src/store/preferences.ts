/** The reader's preferences: stored in localStorage, shown as attributes of `<html>`, kept the same in all tabs. */

import { create } from 'zustand';
import {
  DEFAULTS,
  formatPreferences,
  htmlAttributes,
  PREFERENCES_KEY,
  type Preferences,
  parsePreferences,
} from './preferences-format.ts';

/** Starts with the defaults, as the prerendered page does; `startPreferences` reads the storage after hydration. */
export const usePreferences = create<Preferences>(() => DEFAULTS);

export function setPreferences(change: Partial<Preferences>): void {
  const stored = readStorage();
  // What another tab has just written stays, except for what changes here.
  const next = { ...(stored === null ? usePreferences.getState() : parsePreferences(stored)), ...change };
  adopt(next);
  try {
    localStorage.setItem(PREFERENCES_KEY, formatPreferences(next, stored));
  } catch {
    // Full or blocked: the choice holds for this visit.
  }
}

/** Takes over what is stored and follows other tabs; returns how to stop. */
export function startPreferences(): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key === PREFERENCES_KEY || event.key === null) adopt(parsePreferences(event.newValue));
  };
  adopt(parsePreferences(readStorage()));
  addEventListener('storage', follow);
  return () => removeEventListener('storage', follow);
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(PREFERENCES_KEY);
  } catch {
    return null;
  }
}

function adopt(preferences: Preferences): void {
  usePreferences.setState(preferences);
  for (const [name, value] of Object.entries(htmlAttributes(preferences))) {
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
}
