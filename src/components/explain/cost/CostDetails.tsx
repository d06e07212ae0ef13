import { Trans } from '@lingui/react/macro';
import type { Counted } from '../../../nets/readings/cost';
import { Fold } from '../../ui/Fold';
import { ConventionPanel } from './ConventionPanel';
import styles from './CostDetails.module.css';
import { CostTable } from './CostTable';

type CostDetailsProps = {
  readonly block: Counted;
  readonly blockName: string;
  readonly replaced?: Counted | undefined;
  readonly replacedName: string;
  /** Called with the node of a pressed part of a total. */
  readonly onSelect: (nodeId: string) => void;
};

/** What the cost panel leaves out, on demand: every figure with the layers that it sums, and how it is counted. */
export function CostDetails(props: CostDetailsProps) {
  return (
    <div className={styles.root}>
      <Fold className={styles.fold} summary={<Trans>All figures, layer by layer</Trans>}>
        <CostTable {...props} />
      </Fold>
      <ConventionPanel counted={[props.block, props.replaced]} />
    </div>
  );
}
