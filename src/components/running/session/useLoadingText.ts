import { useLingui } from '@lingui/react/macro';
import type { LoadProgress } from '../../../run/engine/engineCalls';
import { bytesText } from '../../ui/numberText';

type LoadingText = {
  /** What is going on. */
  readonly label: string;
  /** The progress in words; empty while unknown. */
  readonly detail: string;
  /** Between 0 and 1; null while unknown. */
  readonly fraction: number | null;
};

/**
 * Says how far a network has loaded: first its weights, then its kernels.
 * @param progress null before anything has started
 * @param bytes of the weights; undefined while it is unknown, and for random ones
 */
export function useLoadingText(progress: LoadProgress | null, bytes: number | undefined): LoadingText {
  const { t, i18n } = useLingui();
  if (progress === null) {
    const size = bytes === undefined ? null : bytesText(bytes, i18n.locale);
    return { label: t`Starting`, detail: size === null ? '' : t`${size} of weights`, fraction: null };
  }
  const { stage, loaded, total } = progress;
  const fraction = total > 0 ? loaded / total : null;
  if (stage === 'download') {
    const [got, all] = [bytesText(loaded, i18n.locale), bytesText(total, i18n.locale)];
    return { label: t`Downloading the weights`, detail: total > 0 ? t`${got} of ${all}` : got, fraction };
  }
  if (stage === 'random') {
    const [made, all] = [bytesText(4 * loaded, i18n.locale), bytesText(4 * total, i18n.locale)];
    return { label: t`Making random weights`, detail: t`${made} of ${all}`, fraction };
  }
  return { label: t`Compiling the network`, detail: total > 0 ? t`${loaded} of ${total}` : '', fraction };
}
