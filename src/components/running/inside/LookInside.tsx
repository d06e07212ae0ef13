import { Trans } from '@lingui/react/macro';
import { Fold } from '../../ui/Fold';
import type { InsideProps } from './Inside';
import styles from './LookInside.module.css';
import { late } from '../../ui/late';

const Inside = late(async () => (await import('./Inside')).Inside);

/** The feature maps of any tensor of the running network, computed on the live frame. */
export function LookInside(props: InsideProps) {
  return (
    <Fold className={styles.root} summary={<Trans>Look inside</Trans>}>
      <Inside {...props} />
    </Fold>
  );
}
