/**
 * What is stored of the screen's looks and of the place one reads, in one entry. Without the store of preferences.ts, so
 * that the build can make the script that reads it before the first paint.
 */

import * as v from 'valibot';

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
export const PREFERENCES = v.looseObject({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  text: v.fallback(v.picklist(TEXT_SIZES), 'normal'),
  width: v.fallback(v.picklist(WIDTHS), 'normal'),
  /** Whether single keys do something: `/` and Ctrl/⌘ K for the search. */
  shortcuts: v.fallback(v.boolean(), true),
  lastRead: v.fallback(v.nullable(LAST_READ), null),
});

export type LastRead = v.InferOutput<typeof LAST_READ>;
export type Preferences = Pick<
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
export function htmlAttributes({ theme, text, width }: Preferences): Record<string, string | null> {
  return {
    'data-theme': theme === 'system' ? null : theme,
    'data-text': text === 'normal' ? null : text,
    'data-width': width === 'normal' ? null : width,
  };
}
