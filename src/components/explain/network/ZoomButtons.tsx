import { useLingui } from '@lingui/react/macro';
import { IconButton } from '../../ui/IconButton';
import styles from './NetworkStrip.module.css';
import type { Zoom } from './useZoom';

/** Enlarges a picture, and shows it whole again. */
export function ZoomButtons({ zoom: { isWhole, isClosest, change } }: { readonly zoom: Zoom }) {
  const { t } = useLingui();
  return (
    <span role="group" aria-label={t`Zoom`} className={styles.zoom}>
      <IconButton
        icon="minus"
        label={t`Zoom out`}
        isDisabled={isWhole}
        onPress={() => {
          change('out');
        }}
      />
      <IconButton
        icon="plus"
        label={t`Zoom in`}
        isDisabled={isClosest}
        onPress={() => {
          change('in');
        }}
      />
    </span>
  );
}
