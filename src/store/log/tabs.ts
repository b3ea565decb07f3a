/** Other tabs of the course on this device: each tells the others that there is something new to read in the log. */

export interface Tabs {
  announce: () => void;
  close: () => void;
}

/**
 * The log itself is the message. Without BroadcastChannel, which Firefox refuses where it refuses storage, tabs read each
 * other's events when they next read the log.
 */
export function joinTabs(name: string, onNews: () => void): Tabs {
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = onNews;
  } catch {
    return { announce: () => {}, close: () => {} };
  }
  let isOpen = true;
  return {
    announce: () => {
      if (isOpen) channel.postMessage('appended');
    },
    close: () => {
      isOpen = false;
      channel.close();
    },
  };
}
