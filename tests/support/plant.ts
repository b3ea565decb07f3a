/** A page's record behind the app's back: events put in as an earlier visit would have left them, and counted. */

import type { Page } from '@playwright/test';

/** The database is made as the app makes it. Call it on a page of the site before the app opens the record. */
export async function plantEvents(page: Page, course: string, events: readonly unknown[]): Promise<void> {
  await page.evaluate(
    ([name, records]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name as string, 1);
        opening.onupgradeneeded = () => {
          const store = opening.result.createObjectStore('events', { autoIncrement: true });
          store.createIndex('id', 'id', { unique: true });
          opening.result.createObjectStore('cache');
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('events', 'readwrite');
          for (const record of records as unknown[]) transaction.objectStore('events').add(record);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    [`study-log/${course}`, events] as const,
  );
}

/** The events of a course as the database has them, oldest first, once the app has made it. */
export const eventsIn = (page: Page, course: string) =>
  page.evaluate(
    (name) =>
      new Promise<{ item?: string; verdict?: string }[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const events = opening.result.transaction('events').objectStore('events').getAll();
          events.onerror = () => reject(events.error);
          events.onsuccess = () => {
            opening.result.close();
            resolve(events.result);
          };
        };
      }),
    `study-log/${course}`,
  );

export const countEvents = async (page: Page, course: string): Promise<number> =>
  (await eventsIn(page, course)).length;
