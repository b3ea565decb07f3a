/** Other tabs of the course on this device: each tells the others that there is something new to read in the log. */

export interface Tabs {
  announce: () => void;
  close: () => void;
}

/**
 * The log itself is the message. Without BroadcastChannel tabs read each other's events when they next read the log.
 */
export function joinTabs(name: string, onNews: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { announce: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  let isOpen = true;
  channel.onmessage = onNews;
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
