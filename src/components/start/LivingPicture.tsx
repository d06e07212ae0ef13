import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { efficientNetLite0 } from '../../nets/models/efficientNetLite0';
import { builtGraph } from '../../nets/models/model';
import { costOf } from '../../nets/readings/cost';
import { startMaps } from '../../viz/maps/startMaps';
import { useGround } from '../running/xray/useGround';
import { Button } from '../ui/Button';
import { exactNumberText } from '../ui/numberText';
import { Answer } from './Answer';
import styles from './LivingPicture.module.css';
import darkMapsUrl from './maps.dark.webp';
import lightMapsUrl from './maps.light.webp';
import { photo } from './useFirstLabel';
import { useUncovering } from './useUncovering';

/** A photo, what a network computes from it on the way, to scale, and the name that it finds on this device. */
export function LivingPicture() {
  const { t, i18n } = useLingui();
  const { run, uncovered, onUncovered, play } = useUncovering(startMaps.strips.length);
  const macs = useMacs(uncovered);
  const name = i18n._(photo.name);
  return (
    <figure className={styles.figure}>
      <div className={styles.row}>
        <div className={styles.stage}>
          <img className={styles.photo} src={photo.url} alt={name} width={224} height={224} />
          <Size side={224} detail={t`3 colours`} />
        </div>
        <div
          className={styles.maps}
          role="img"
          aria-label={t`Feature maps of 112, 56, 28, 14 and 7 pixels, on the way from the photo to its name`}
        >
          {startMaps.strips.map((strip, at) => (
            <div key={strip.side} className={styles.stage}>
              <Strip {...strip} />
              {at < uncovered ? null : (
                <div
                  key={run}
                  className={styles.cover}
                  style={{ animationDelay: `${String(at * 500)}ms` }}
                  onAnimationEnd={onUncovered}
                />
              )}
              <Size side={strip.side} detail={at === 0 ? t`4 of 32 channels` : at === 1 ? t`8 of 24` : ''} />
            </div>
          ))}
        </div>
        <Answer />
      </div>
      <figcaption className={styles.caption}>
        <span className={styles.macs}>{exactNumberText(macs, i18n.locale)}</span>
        <span>
          <Trans>
            multiply-adds to get there, in EfficientNet-Lite0. The maps are to scale; each square is what one channel
            really holds.
          </Trans>
        </span>
        {play === undefined ? null : (
          <span className={styles.again}>
            <Button look="quiet" icon="reset" onPress={play}>
              <Trans>Play again</Trans>
            </Button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** Two columns of maps. */
function Strip({ side, left, count }: (typeof startMaps.strips)[number]) {
  const { width, height } = startMaps;
  const ground = useGround();
  const rows = count / 2;
  const lines = Array.from({ length: rows - 1 }, (_, row) => `M${left} ${(row + 1) * side}h${2 * side}`).join('');
  return (
    <svg
      className={styles.strip}
      viewBox={`${left} 0 ${2 * side} ${height}`}
      style={{ inlineSize: `calc(${String(2 * side)} * var(--u))` }}
    >
      <image href={ground === 'dark' ? darkMapsUrl : lightMapsUrl} width={width} height={height} />
      <path className={styles.grid} d={`${lines}M${left + side} 0v${height}`} strokeWidth={side > 20 ? 1.5 : 0.75} />
    </svg>
  );
}

function Size({ side, detail }: { readonly side: number; readonly detail: string }) {
  return (
    <span className={styles.size}>
      <b>{side}</b>
      {detail === '' ? null : (
        <span>
          {side > 56 ? ` × ${side}` : ''}, {detail}
        </span>
      )}
    </span>
  );
}

/** Multiply-adds up to the last uncovered strip; those of the whole network when all are. */
function useMacs(uncovered: number): number {
  const sums = useMemo(() => {
    const { layers, macs } = costOf(builtGraph(efficientNetLite0));
    const until = (node: string): number =>
      layers
        .slice(0, layers.findIndex((layer) => layer.node.id === node) + 1)
        .reduce((sum, each) => sum + each.macs, 0);
    return [0, ...startMaps.strips.slice(0, -1).map(({ node }) => until(node)), macs];
  }, []);
  return sums[uncovered] ?? 0;
}
