/** How many claims a chapter has had, and the numbers of those that are gone. A test holds them equal to the pages. */
const claims: Readonly<Record<string, readonly [had: number, ...gone: number[]]>> = {
  counting: [4],
  squeezenet: [10, 5, 6],
  xception: [2],
  'mobilenet-v1': [3],
  'shufflenet-v1': [3],
  'mobilenet-v2': [4],
  'shufflenet-v2': [11],
  'mobilenet-v3': [7],
  'efficientnet-lite0': [3],
};

/** Claims to judge that a page keeps the answer to: `counting/c1`. They stand beside the text, and are no part of a lesson. */
export const claimIds: ReadonlySet<string> = new Set(
  Object.entries(claims).flatMap(([chapter, [had, ...gone]]) =>
    Array.from({ length: had }, (_, index) => index + 1).flatMap((number) =>
      gone.includes(number) ? [] : [`${chapter}/c${String(number)}`],
    ),
  ),
);
