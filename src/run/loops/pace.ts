/** How fast frames are shown, and how many were dropped. */
export type Pace = {
  /** Counts a shown frame, given its number in the source and the time in milliseconds. */
  readonly show: (
    presented: number,
    nowMs: number,
  ) => { readonly shownPerSecond: number; readonly droppedFrames: number };
  /** Forgets the last frame, so that a pause counts neither as slow nor as dropped frames. */
  readonly restart: () => void;
};

const windowMs = 1500;

/** Counts frames per second over the last 1.5 seconds, or over the last two frames if they are further apart. */
export function paceOf(): Pace {
  let shownAt: number[] = [];
  let lastPresented: number | null = null;
  let droppedFrames = 0;
  return {
    show: (presented, nowMs) => {
      if (lastPresented !== null) droppedFrames += Math.max(0, presented - lastPresented - 1);
      lastPresented = presented;
      shownAt.push(nowMs);
      while (shownAt.length > 2 && nowMs - (shownAt[0] ?? nowMs) > windowMs) shownAt.shift();
      const spanMs = nowMs - (shownAt[0] ?? nowMs);
      return { shownPerSecond: spanMs > 0 ? ((shownAt.length - 1) * 1000) / spanMs : 0, droppedFrames };
    },
    restart: () => {
      shownAt = [];
      lastPresented = null;
    },
  };
}
