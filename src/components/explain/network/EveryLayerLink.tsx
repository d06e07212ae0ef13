import { Trans } from '@lingui/react/macro';
import type { Model } from '../../../nets/models/model';
import { networkName } from '../../../nets/models/networkName';
import type { Exploration } from '../exploration/useExploration';
import { PageLink } from '../../ui/PageLink';

type EveryLayerLinkProps = {
  readonly model: Model;
  /** Its knobs must be options of the model. */
  readonly family: Exploration;
};

/** Links from a network at the chapter's values to the page that lists its layers. */
export function EveryLayerLink({ model, family }: EveryLayerLinkProps) {
  return (
    <p>
      <PageLink to={`/networks?net=${networkName({ model, choice: family.values })}`}>
        <Trans>All layers of this {model.name}</Trans>
      </PageLink>
    </p>
  );
}
