/**
 * The reader's preferences and the place one reads, in one entry of localStorage: shown as attributes of `<html>`, kept the same in all
 * tabs. The script before the first paint reads the same entry, so the build asks here for its names.
 */

import * as v from 'valibot';
import { create } from 'zustand';
import { storedValue } from './stored-value.ts';

export const PREFERENCES_KEY = 'study.preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large'] as const;
export const WIDTHS = ['narrow', 'normal', 'wide'] as const;

/** Where one last read; `at` in milliseconds since 1970. */
const LAST_READ = v.object({
  path: v.pipe(v.string(), v.regex(/^\/(?!\/)/)),
  anchor: v.fallback(v.nullable(v.string()), null),
  title: v.string(),
  number: v.fallback(v.nullable(v.string()), null),
  at: v.fallback(v.pipe(v.number(), v.finite()), 0),
});

/** Anything missing, broken or unknown is its default; fields that only a newer version knows are kept. */
const PREFERENCES = v.looseObject({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  text: v.fallback(v.picklist(TEXT_SIZES), 'normal'),
  width: v.fallback(v.picklist(WIDTHS), 'normal'),
  /** Whether single keys do something: `/` and Ctrl/⌘ K for the search. */
  shortcuts: v.fallback(v.boolean(), true),
  lastRead: v.fallback(v.nullable(LAST_READ), null),
});

export type LastRead = v.InferOutput<typeof LAST_READ>;
type Preferences = Pick<
  v.InferOutput<typeof PREFERENCES>,
  'theme' | 'text' | 'width' | 'shortcuts' | 'lastRead'
>;

export const DEFAULTS: Preferences = {
  theme: 'system',
  text: 'normal',
  width: 'normal',
  shortcuts: true,
  lastRead: null,
};

/** The attributes of `<html>` that stand for the preferences; null means none. */
function htmlAttributes({ theme, text, width }: Preferences): Record<string, string | null> {
  return {
    'data-theme': theme === 'system' ? null : theme,
    'data-text': text === 'normal' ? null : text,
    'data-width': width === 'normal' ? null : width,
  };
}

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
