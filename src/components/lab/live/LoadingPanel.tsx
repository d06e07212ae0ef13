import type { LoadProgress } from '../../../run/engine/engineCalls';
import { useLoadingText } from '../../running/session/useLoadingText';
import { Progress } from '../../ui/Progress';
import styles from './LoadingPanel.module.css';

type LoadingPanelProps = {
  /** Null before anything has started. */
  readonly progress: LoadProgress | null;
  /** Length of the weights; undefined while it is unknown, and for random ones. */
  readonly bytes: number | undefined;
};

/** Progress of loading a network, in the place of the latency. */
export function LoadingPanel({ progress, bytes }: LoadingPanelProps) {
  return (
    <div className={styles.panel}>
      <Progress {...useLoadingText(progress, bytes)} />
    </div>
  );
}
