/** What an embedded page tells the page around it. README.md documents it: others build on these names. */
export type ParentMessage = HeightMessage | ResultMessage;

/** The height that the frame needs to show everything, in CSS px; told again whenever it changes. */
export type HeightMessage = { readonly kind: 'height'; readonly px: number };

/** How far somebody is with a quiz or task; told again after every answer, never with a name. */
export type ResultMessage = {
  readonly kind: 'result';
  /** What was asked: the path of a chapter, `/squeezenet`, or the name of a task. */
  readonly task: string;
  /** Right answers so far, out of `max`. */
  readonly score: number;
  readonly max: number;
  /** Whether nothing is left to answer. */
  readonly done: boolean;
  /** Whether the goal is reached: every answer right, or what the task names. */
  readonly solved: boolean;
};

/** Every message bears these, so that it is not taken for another widget's; a change of meaning is a new version. */
const messageStamp = { source: 'featherweight', version: 1 } as const;

/** A window that messages can be sent to, and the one around it, which is itself where there is none. */
type Frame = {
  readonly postMessage: (message: unknown, options: { readonly targetOrigin: string }) => void;
  readonly parent: Frame;
};

/**
 * Sends a message to the page around this one. Any site may embed the app, so any may read it: a message holds nothing that
 * its reader has not seen or answered in that page.
 * @returns false where the app is its own page, and nobody hears
 */
export function tellParent(message: ParentMessage, frame: Frame = window): boolean {
  if (frame.parent === frame) return false;
  frame.parent.postMessage({ ...messageStamp, ...message }, { targetOrigin: '*' });
  return true;
}

/** A result that an embedded page has told, or null for any other message: also one of another version. */
export function resultOf(message: unknown): ResultMessage | null {
  if (typeof message !== 'object' || message === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...message };
  const { source, version, kind, task, score, max, done, solved } = fields;
  if (source !== messageStamp.source || version !== messageStamp.version || kind !== 'result') return null;
  if (typeof task !== 'string' || typeof score !== 'number' || typeof max !== 'number') return null;
  return { kind, task, score, max, done: done === true, solved: solved === true };
}
