import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ExperimentResult } from '../../../lab/guidelines/experimentFiles';
import { useBackendNames } from '../../running/network/useBackendNames';

/** The settings of an experiment, as the page's controls call them. */
export function useQuestionTexts(): (
  question: Pick<ExperimentResult, 'backend' | 'rounds' | 'setting'>,
) => readonly string[] {
  const { t } = useLingui();
  const backends = useBackendNames();
  return ({ backend, rounds, setting: { channelsOf, factor, resolution, blocks } }) => [
    backends[backend],
    channelsOf === 'gpu' ? t`the GPU table’s channels × ${factor}` : t`the ARM table’s channels × ${factor}`,
    t`${resolution} × ${resolution} pixels`,
    t`${plural(blocks, { one: '# block', other: '# blocks' })}`,
    t`${plural(rounds, { one: '# round', other: '# rounds' })}`,
  ];
}
