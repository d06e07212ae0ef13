/**
 * The numbers of the claims to judge that each chapter's page has. They stand beside the text, and are no part of a lesson.
 * A number that is gone is never given again: answers to it may be in somebody's file.
 */
const numbers = {
  counting: [1, 2, 3, 4],
  squeezenet: [1, 2, 3, 4, 7, 8, 9, 10],
  xception: [1, 2],
  'mobilenet-v1': [1, 2, 3],
  'shufflenet-v1': [1, 2, 3],
  'mobilenet-v2': [1, 2, 3, 4],
  'shufflenet-v2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  'mobilenet-v3': [1, 2, 3, 4, 5, 6, 7],
  'efficientnet-lite0': [1, 2, 3],
} as const;

type Numbers = typeof numbers;

/** A claim, and its name among the kept answers: `counting/c1`. */
export type ClaimId = { [Chapter in keyof Numbers]: `${Chapter}/c${Numbers[Chapter][number]}` }[keyof Numbers];

/** All claims that an answer is kept to. */
export const claimIds: ReadonlySet<string> = new Set(
  Object.entries(numbers).flatMap(([chapter, all]) => all.map((number) => `${chapter}/c${String(number)}`)),
);
