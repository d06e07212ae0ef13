import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef } from 'react';
import type { Activation } from '../../../run/device/executor';
import { featureMapOf } from '../../../viz/maps/featureMap';
import type { Colouring } from '../../../viz/maps/ramp';
import { NumberSlider } from '../../ui/NumberSlider';
import { shortNumberText } from '../../ui/numberText';
import styles from './LookInside.module.css';

type MapMagnifierProps = {
  readonly activation: Activation;
  readonly channel: number;
  readonly colour: Colouring;
  readonly onChannel: (channel: number) => void;
};

/** One map, large, with its number and the values that are darkest and lightest. Channels count from 0, as in PyTorch. */
export function MapMagnifier({ activation, channel, colour, onChannel }: MapMagnifierProps) {
  const { t, i18n } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [, , count] = activation.shape;
  const picture = featureMapOf(activation, channel, colour);
  const [least, greatest] = [picture.least, picture.greatest].map((value) => shortNumberText(value, i18n.locale));
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const { width, height, data } = picture;
    [canvas.current.width, canvas.current.height] = [width, height];
    canvas.current.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  });
  return (
    <div className={styles.magnifier}>
      <canvas ref={canvas} role="img" aria-label={t`Channel ${channel}, enlarged`} data-large />
      <NumberSlider
        label={t`Channel`}
        values={Array.from({ length: count }, (_, index) => index)}
        value={channel}
        onChange={onChannel}
      />
      <p className={styles.range}>
        <Trans>
          dark {least}, light {greatest}
        </Trans>
      </p>
    </div>
  );
}
