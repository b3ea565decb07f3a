/** Whether the browser was asked to save data; where it does not say, it was not. */

interface NetworkInformation {
  saveData?: boolean;
}

export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation };
  return connection?.saveData === true;
}
