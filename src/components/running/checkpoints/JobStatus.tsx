import { Suspense } from 'react';
import type { OfficialWeights } from '../../../run/official/officialWeights';
import type { CheckpointDesk, CheckpointJob, GivenAt } from './useCheckpointJob';
import { late } from '../../ui/late';

// Only needed once a file is opened or fetched.
const CheckpointStatus = late(async () => (await import('./CheckpointStatus')).CheckpointStatus);

type JobStatusProps = {
  readonly desk: CheckpointDesk;
  /** Where it stands on the page: beside what the job was started with. */
  readonly at: GivenAt | OfficialWeights;
};

/** What becomes of a checkpoint that was opened or fetched at this place; nothing while there is none. */
export function JobStatus({ desk, at }: JobStatusProps) {
  if (desk.job === null || placeOf(desk.job) !== at) return null;
  return (
    <Suspense fallback={null}>
      <CheckpointStatus desk={desk} />
    </Suspense>
  );
}

function placeOf({ from }: CheckpointJob): GivenAt | OfficialWeights {
  return 'official' in from ? from.official : from.given;
}
