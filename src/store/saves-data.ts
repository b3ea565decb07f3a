/** Whether the browser was asked to save data. */

interface NetworkInformation {
  saveData?: boolean;
}

export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation };
  return connection?.saveData === true;
}
