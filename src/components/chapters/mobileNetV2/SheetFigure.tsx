import { Trans, useLingui } from '@lingui/react/macro';
import type { NarrowFeatures } from '../../../viz/chapters/narrowFeatures';
import { narrowFeaturesOf } from '../../../viz/chapters/narrowFeatures';
import { tiltedSheetOf } from '../../../viz/chapters/tiltedSheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import styles from './SheetFigure.module.css';

const radius = 3;
/** Px around the drawing, for the numbers of the channels. */
const edge = 20;
const features = narrowFeaturesOf({ dimensions: 3, seed: 1, radius });

/** The spiral on a sheet in three channels, before and after ReLU: a sheet can be held, and is crushed against the walls. */
export function SheetFigure() {
  const { t } = useLingui();
  return (
    <div className={styles.card}>
      <Figure
        title={t`Three channels hold the sheet; ReLU presses it against the walls`}
        files={{ name: 'sheet', numbers: () => recordRows(features.original.map(({ x, y }) => ({ x, y }))) }}
        caption={
          <Trans>
            Each axis is a channel, drawn where it is positive. Left: two numbers per point make a flat sheet. Right:
            ReLU sets what is negative to zero and so presses the sheet against the walls; where two channels are zero,
            a whole region ends on one line, and crosses mark the points that nothing can tell apart.
          </Trans>
        }
      >
        <div className={styles.panels}>
          <Panel name={t`Before ReLU`} isActivated={false} features={features} />
          <Panel name={t`After ReLU`} isActivated features={features} />
        </div>
      </Figure>
    </div>
  );
}

type PanelProps = { readonly name: string; readonly isActivated: boolean; readonly features: NarrowFeatures };

function Panel({ name, isActivated, features: { original, directions, outcomes } }: PanelProps) {
  const { t } = useLingui();
  return (
    <div className={styles.panel}>
      <p className={styles.name}>{name}</p>
      <Sized>
        {(available) => {
          const width = Math.min(available, 460);
          const sheet = tiltedSheetOf(directions, original, { isActivated, radius, width: width - 2 * edge });
          const { grid, spiral, axes, top } = sheet;
          const height = sheet.bottom - top + 2 * edge;
          return (
            <svg
              className={styles.picture}
              width={width}
              height={height}
              viewBox={`${-width / 2} ${top - edge} ${width} ${height}`}
              role="img"
              aria-label={
                isActivated
                  ? t`The sheet after ReLU: pressed against the walls where a channel is zero`
                  : t`A flat sheet with a spiral, tilted into three channels`
              }
            >
              {axes.map(({ x, y }, at) => (
                <g key={at}>
                  <path className={styles.axis} d={`M0 0L${x} ${y}`} />
                  <text className={styles.channel} x={1.08 * x} y={1.08 * y}>
                    {at + 1}
                  </text>
                </g>
              ))}
              {grid.map((line, at) => (
                <path key={at} className={styles.grid} d={pathOf(line)} />
              ))}
              {spiral.map(({ x, y }, at) =>
                isActivated && outcomes.relu.collapsed[at] === true ? (
                  <path key={at} className={styles.lost} d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} />
                ) : (
                  <circle key={at} className={styles.point} cx={x} cy={y} r={2.4} />
                ),
              )}
            </svg>
          );
        }}
      </Sized>
    </div>
  );
}

function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
