/**
 * A value in the browser's storage, read with distrust: storage that is blocked or full, and what another version or a
 * hand has put there, are all the same as nothing stored. Nothing here throws.
 */

import * as v from 'valibot';

export interface StoredValue<T> {
  /** Null when there is none that can be read. */
  read: () => T | null;
  /** Null removes it. False when it could not be stored. */
  write: (value: T | null) => boolean;
  /** Calls back when another tab has changed it, or cleared the storage. Returns how to stop. */
  follow: (onChange: (value: T | null) => void) => () => void;
}

interface Options {
  /** `session` lives as long as the tab. */
  area?: 'local' | 'session';
  /** Stored as the text itself, not as JSON. */
  isText?: boolean;
}

/** The value at a key. `schema` decides what is read, mends what can be mended and refuses the rest. */
export function storedValue<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  { area = 'local', isText = false }: Options = {},
): StoredValue<T> {
  const storage = () => (area === 'local' ? localStorage : sessionStorage);
  const read = (): T | null => {
    try {
      const text = storage().getItem(key);
      if (text === null) return null;
      const result = v.safeParse(schema, isText ? text : JSON.parse(text));
      return result.success ? result.output : null;
    } catch {
      return null;
    }
  };
  return {
    read,
    write(value) {
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, isText ? String(value) : JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    follow(onChange) {
      const listen = (event: StorageEvent) => {
        if (event.key === key || event.key === null) onChange(read());
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
    },
  };
}

/** Keys in localStorage that begin with a prefix; none where storage is blocked. */
export function storedKeys(prefix: string): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    return keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** A whole number from 0 on. */
export const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
