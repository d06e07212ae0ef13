import styles from './BlockLevel.module.css';

type VectorBarsProps = {
  readonly values: ArrayLike<number>;
  /** Px. */
  readonly width: number;
  readonly height: number;
  /** Bars beside each other. */
  readonly columns: number;
  readonly label: string;
  readonly onOpen?: (channel: number) => void;
};

/** The entries of a vector, such as gates, as bars in the order of its channels. */
export function VectorBars({ values, width, height, columns, label, onOpen }: VectorBarsProps) {
  const list = Array.from(values);
  const rows = Math.ceil(list.length / columns);
  const largest = list.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const [columnWidth, rowHeight] = [width / columns, height / rows];
  const bars = (sign: number) =>
    list
      .map((value, at) => {
        if (value * sign <= 0) return '';
        const [x, y] = [(at % columns) * columnWidth, Math.floor(at / columns) * rowHeight];
        const length = Math.max(0.5, (Math.abs(value) / largest) * (columnWidth - 1));
        return `M${x.toFixed(1)} ${y.toFixed(1)}h${length.toFixed(1)}v${Math.max(0.8, rowHeight - 1).toFixed(1)}h-${length.toFixed(1)}z`;
      })
      .join('');
  return (
    <svg
      className={styles.bars}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      onClick={({ nativeEvent: { offsetX, offsetY } }) => {
        const channel = Math.floor(offsetY / rowHeight) * columns + Math.floor(offsetX / columnWidth);
        if (channel < list.length) onOpen?.(channel);
      }}
    >
      <path data-sign="positive" d={bars(1)} />
      <path data-sign="negative" d={bars(-1)} />
    </svg>
  );
}
