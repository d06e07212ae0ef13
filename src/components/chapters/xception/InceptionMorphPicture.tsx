import type { InceptionStep } from '../../../nets/explorables/inceptionWalk';
import { inceptionMorphOf } from '../../../viz/chapters/inceptionMorph';
import styles from './InceptionMorphPicture.module.css';

type InceptionMorphPictureProps = {
  readonly step: InceptionStep;
  readonly name: string;
  /** Px. */
  readonly width: number;
};

const maxWidth = 576;

/** The four steps as one picture of moving slices: joined they are one convolution, apart they are one each. */
export function InceptionMorphPicture({ step, name, width: available }: InceptionMorphPictureProps) {
  const { cells, labels, width, height } = inceptionMorphOf(step, Math.min(available, maxWidth) - 2);
  return (
    <svg
      className={styles.picture}
      data-step={step}
      width={width + 2}
      height={height + 2}
      viewBox={`-1 -1 ${String(width + 2)} ${String(height + 2)}`}
      role="img"
      aria-label={name}
    >
      {cells.map(({ id, row, x, y, width: cellWidth, height: cellHeight, present }) => (
        <rect
          key={id}
          className={styles.cell}
          data-row={row}
          data-shown={present}
          width={1}
          height={cellHeight}
          style={{ transform: `translate(${String(x)}px, ${String(y)}px) scaleX(${String(cellWidth)})` }}
        />
      ))}
      {labels.map(({ id, x, y, text, isTurned }) => (
        <text
          key={`${step}-${id}`}
          className={styles.label}
          x={x}
          y={y + 5}
          {...(isTurned ? { transform: `rotate(-90 ${String(x)} ${String(y)})` } : {})}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
