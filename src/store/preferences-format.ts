/** The format of the preferences, in one localStorage entry. It imports nothing, so that the script before the first paint can use it. */

export const PREFERENCES_KEY = 'study.preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large'] as const;
export const WIDTHS = ['narrow', 'normal', 'wide'] as const;

/** Where one last read; `at` in milliseconds since 1970. */
export interface LastRead {
  path: string;
  anchor: string | null;
  title: string;
  number: string | null;
  at: number;
}

export interface Preferences {
  theme: (typeof THEMES)[number];
  text: (typeof TEXT_SIZES)[number];
  width: (typeof WIDTHS)[number];
  /** Whether single keys do something: `/` and Ctrl/⌘ K for the search. */
  shortcuts: boolean;
  lastRead: LastRead | null;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  text: 'normal',
  width: 'normal',
  shortcuts: true,
  lastRead: null,
};

/** Reads what was stored. Anything missing, broken or unknown becomes its default; never throws. */
export function parsePreferences(stored: string | null): Preferences {
  const raw = parseObject(stored);
  return {
    theme: oneOf(THEMES, raw.theme, DEFAULTS.theme),
    text: oneOf(TEXT_SIZES, raw.text, DEFAULTS.text),
    width: oneOf(WIDTHS, raw.width, DEFAULTS.width),
    shortcuts: raw.shortcuts !== false,
    lastRead: parseLastRead(raw.lastRead),
  };
}

/** Keeps fields that a newer version wrote and this one does not know. */
export function formatPreferences(preferences: Preferences, stored: string | null): string {
  return JSON.stringify({ ...parseObject(stored), ...preferences });
}

/** The attributes of `<html>` that stand for the preferences; null means none. */
export function htmlAttributes(preferences: Preferences): Record<string, string | null> {
  const { theme, text, width } = preferences;
  return {
    'data-theme': theme === 'system' ? null : theme,
    'data-text': text === 'normal' ? null : text,
    'data-width': width === 'normal' ? null : width,
  };
}

function parseObject(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((item) => item === value) ?? fallback;
}

function parseLastRead(value: unknown): LastRead | null {
  if (typeof value !== 'object' || value === null) return null;
  const { path, anchor, title, number, at } = value as Record<string, unknown>;
  if (typeof path !== 'string' || !/^\/(?!\/)/.test(path) || typeof title !== 'string') return null;
  return {
    path,
    anchor: typeof anchor === 'string' ? anchor : null,
    title,
    number: typeof number === 'string' ? number : null,
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
  };
}
