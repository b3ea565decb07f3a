/** Random ids: of an event, and of this browser profile. */

import * as v from 'valibot';
import type { DeviceId, EventId } from '../../core/model/event.ts';
import { storedValue } from '../stored-value.ts';

/** A random UUID; `crypto.randomUUID` itself is missing on plain http. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

export const newEventId = (): EventId => randomId() as EventId;

const device = storedValue('study.device', v.pipe(v.string(), v.minLength(1)), { isText: true });

/** The profile's id, made once; without storage one for this visit. */
export function deviceId(): DeviceId {
  const stored = device.read();
  if (stored !== null) return stored as DeviceId;
  const fresh = randomId();
  device.write(fresh);
  return fresh as DeviceId;
}
