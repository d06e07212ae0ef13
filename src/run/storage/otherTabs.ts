/** The other tabs of this browser that have the same database open. */
export type OtherTabs = {
  /** Says that something in the database has changed. */
  readonly tell: () => void;
  /** Calls `listener` after another tab has changed something. Returns the end of that. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** Opens a channel to the other tabs. Where the browser has none for this page, they see a change when they are loaded again. */
export function otherTabs(databaseName: string): OtherTabs {
  const channel = channelOrNull(databaseName);
  return {
    tell: () => {
      try {
        channel?.postMessage('changed');
      } catch {
        // As without a channel.
      }
    },
    onChange: (listener) => {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
    close: () => channel?.close(),
  };
}

function channelOrNull(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
