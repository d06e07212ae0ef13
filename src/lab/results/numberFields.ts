/** The figures of a result, in the order of a short link: add new ones at the end. */
export const numberFields = [
  'dateSeconds',
  'frames',
  'endToEndMs',
  'endToEndP95Ms',
  'captureMs',
  'preprocessMs',
  'inferenceMs',
  'inferenceP95Ms',
  'readbackMs',
  'handoverMs',
  'shownPerSecond',
  'droppedFrames',
  'compileMs',
  'firstFrameMs',
  'memoryBytes',
] as const;

/** The shortest time that a browser's clock tells, in milliseconds. */
export const leastMs = 0.001;

export type NumberField = (typeof numberFields)[number];
