import { useLingui } from '@lingui/react/macro';
import type { LoadProgress } from '../../../run/engine/engineCalls';
import { bytesText } from '../../ui/numberText';
import { Progress } from '../../ui/Progress';
import styles from './LoadingPanel.module.css';

type LoadingPanelProps = {
  /** Null before anything has started. */
  readonly progress: LoadProgress | null;
  /** Length of the weights; undefined while it is unknown, and for random ones. */
  readonly bytes: number | undefined;
};

/** Progress of loading a network, in the place of the latency: first its weights, then its kernels. */
export function LoadingPanel({ progress, bytes }: LoadingPanelProps) {
  const { t, i18n } = useLingui();
  if (progress === null) {
    const size = bytes === undefined ? null : bytesText(bytes, i18n.locale);
    return <Panel label={t`Starting`} detail={size === null ? '' : t`${size} of weights`} fraction={null} />;
  }
  const { stage, loaded, total } = progress;
  const fraction = total > 0 ? loaded / total : null;
  if (stage === 'download') {
    const [got, all] = [bytesText(loaded, i18n.locale), bytesText(total, i18n.locale)];
    return (
      <Panel label={t`Downloading the weights`} detail={total > 0 ? t`${got} of ${all}` : got} fraction={fraction} />
    );
  }
  if (stage === 'random') {
    const [made, all] = [bytesText(4 * loaded, i18n.locale), bytesText(4 * total, i18n.locale)];
    return <Panel label={t`Making random weights`} detail={t`${made} of ${all}`} fraction={fraction} />;
  }
  return (
    <Panel label={t`Compiling the network`} detail={total > 0 ? t`${loaded} of ${total}` : ''} fraction={fraction} />
  );
}

function Panel(props: Parameters<typeof Progress>[0]) {
  return (
    <div className={styles.panel}>
      <Progress {...props} />
    </div>
  );
}
