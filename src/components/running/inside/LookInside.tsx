import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { Fold } from '../../ui/Fold';
import type { InsideProps } from './Inside';
import styles from './LookInside.module.css';

const Inside = lazy(async () => ({ default: (await import('./Inside')).Inside }));

/** The feature maps of any tensor of the running network, computed on the live frame. */
export function LookInside(props: InsideProps) {
  return (
    <Fold className={styles.root} summary={<Trans>Look inside</Trans>}>
      <Inside {...props} />
    </Fold>
  );
}
