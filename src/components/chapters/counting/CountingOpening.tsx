import { useLingui } from '@lingui/react/macro';
import { kernelSlideAt } from '../../../viz/chapters/kernelSlide';
import { Opening } from '../../explain/page/Opening';
import { exactNumberText } from '../../ui/numberText';
import styles from './CountingOpening.module.css';

const slide = { side: 8, kernel: 3 };
/** Px: from the top to the maps, from the maps to the bars, and from bar to bar. */
const [top, toBars, barStep] = [30, 34, 34];

/** A kernel slides over a map, and the three costs of the layer grow with it, or do not. */
export function CountingOpening() {
  const { t } = useLingui();
  const stops = slide.side ** 2;
  return (
    <Opening title={t`One kernel, ${stops} output pixels, three costs`} durationMs={3800}>
      {(progress, width) => <SlidePicture progress={progress} width={width} />}
    </Opening>
  );
}

type SlidePictureProps = { readonly progress: number; readonly width: number };

function SlidePicture({ progress, width }: SlidePictureProps) {
  const { i18n, t } = useLingui();
  const at = kernelSlideAt(slide, progress);
  const [side, padded] = [slide.side, slide.side + 2];
  const end = kernelSlideAt(slide, 1);
  const cell = Math.min(25, Math.floor((width - 24) / (side + padded)));
  const outputX = width - side * cell - 1;
  const mapY = top + cell;
  const barsY = top + padded * cell + toBars;
  const square = ({ x, y }: { readonly x: number; readonly y: number }, left: number) => ({
    x: left + x * cell + 0.5,
    y: mapY + y * cell + 0.5,
    width: cell - 1,
    height: cell - 1,
  });
  const size = `${String(side)}×${String(side)}`;
  const taps = Array.from({ length: slide.kernel ** 2 }, (_, tap) => {
    const [column, row] = [at.kernel.x + (tap % slide.kernel), at.kernel.y + Math.floor(tap / slide.kernel)];
    return `M${(column + 1.5) * cell} ${mapY + (row + 0.5) * cell}L${outputX + (at.output.x + 0.5) * cell} ${mapY + (at.output.y + 0.5) * cell}`;
  });
  const costs = [
    { id: 'params', name: t`Params`, value: at.params },
    { id: 'macs', name: t`MACs`, value: at.macs },
    { id: 'memory', name: t`Memory access`, value: at.memoryAccess },
  ] as const;
  const barX = Math.min(140, width * 0.36);
  const perUnit = (width - barX - 44) / end.macs;
  const [params, macs, memory] = [end.params, end.macs, end.memoryAccess].map((value) =>
    exactNumberText(value, i18n.locale),
  );
  return (
    <svg
      className={styles.svg}
      width={width}
      height={barsY + costs.length * barStep - 8}
      viewBox={`0 0 ${width} ${barsY + costs.length * barStep - 8}`}
      role="img"
      aria-label={t`A 3×3 kernel slides over a map of ${size} pixels and fills an output map of the same size: ${params} params, ${macs} multiply-adds, ${memory} elements moved.`}
    >
      <text x={cell} y={top - 10}>{t`input map, ${size}`}</text>
      <text x={outputX} y={top - 10}>{t`output map, ${size}`}</text>
      <rect className={styles.padding} x={1} y={top + 0.5} width={padded * cell - 1} height={padded * cell - 1} />
      <rect className={styles.map} x={cell} y={mapY} width={side * cell} height={side * cell} />
      <rect className={styles.map} x={outputX} y={mapY} width={side * cell} height={side * cell} />
      {at.read.map((pixel) => (
        <rect key={`${pixel.x} ${pixel.y}`} className={styles.read} {...square(pixel, cell)} />
      ))}
      {at.written.map((pixel) => (
        <rect key={`${pixel.x} ${pixel.y}`} className={styles.written} {...square(pixel, outputX)} />
      ))}
      <rect
        className={styles.kernel}
        x={(at.kernel.x + 1) * cell + 1}
        y={mapY + at.kernel.y * cell}
        width={slide.kernel * cell}
        height={slide.kernel * cell}
      />
      <path className={styles.taps} d={taps.join('')} />
      {costs.map(({ id, name, value }, row) => (
        <g key={id} data-cost={id} transform={`translate(0 ${barsY + row * barStep})`}>
          <text className={styles.name} y={13}>
            {name}
          </text>
          <rect className={styles.bar} x={barX} y={2} width={value * perUnit} height={14} />
          <text className={styles.value} x={barX + value * perUnit + 8} y={14}>
            {exactNumberText(value, i18n.locale)}
          </text>
        </g>
      ))}
    </svg>
  );
}
