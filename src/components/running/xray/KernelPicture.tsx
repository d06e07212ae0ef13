import { useLingui } from '@lingui/react';
import { inkOn, signedColour } from '../../../viz/maps/signedRamp';
import { numberFormat } from '../../ui/numberText';
import styles from './KernelPicture.module.css';
import { useGround } from './useGround';

type KernelPictureProps = {
  /** Row by row. */
  readonly values: ArrayLike<number>;
  readonly size: readonly [height: number, width: number];
  /** The magnitude of the strongest colour. */
  readonly limit: number;
  readonly label: string;
  /** The side of a cell, px. */
  readonly cell?: number;
  /** The height of a cell that has its number in it, px. */
  readonly cellHeight?: number;
  /** Cells beyond are pale, as not yet computed. */
  readonly upTo?: number;
  /** Cells that lie outside the map. */
  readonly outside?: readonly boolean[];
};

/** Numbers in cells with the colours of the signed scale. */
export function KernelPicture(props: KernelPictureProps) {
  const { values, size, limit, label, cell, cellHeight = 26, upTo = Infinity, outside } = props;
  const { i18n } = useLingui();
  const ground = useGround();
  const side = cell ?? Math.min(44, Math.floor(66 / size[1]));
  const isWritten = side >= 40;
  return (
    <span
      className={styles.kernel}
      role="img"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${String(size[1])}, ${String(side)}px)` }}
    >
      {Array.from(values, (value, at) => {
        const colour = signedColour(limit === 0 ? 0 : value / limit, ground);
        return (
          <span
            key={at}
            className={styles.cell}
            data-pale={at >= upTo}
            data-tight={side < 44}
            data-outside={outside?.[at] ?? false}
            style={{
              background: `rgb(${colour.join(' ')})`,
              color: inkOn(colour),
              blockSize: isWritten ? cellHeight : side,
            }}
          >
            {isWritten ? cellText(value, i18n.locale) : ''}
          </span>
        );
      })}
    </span>
  );
}

/** Three digits without the zero before the point, as columns of numbers are read. */
function cellText(value: number, locale: string): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace(/^(−?)0(?=[.,])/, '$1');
}
