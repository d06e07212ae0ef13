import { Trans } from '@lingui/react/macro';
import { reached } from './lesson';

const stack = { groups: 8, channelsPerGroup: 2, shuffled: true } as const;

/** How many groups reach an output, unit by unit. */
export function SlowReachAnswer() {
  const [one, two, three] = [1, 2, 3].map((units) => reached({ ...stack, units }) / stack.channelsPerGroup);
  return (
    <Trans>
      Three units: {one} groups after one, {two} after two, all {three} after three.
    </Trans>
  );
}
