import { useLingui } from '@lingui/react/macro';
import type { GateOpening as Drawing } from '../../../viz/chapters/gateOpening';
import { gateOpening } from '../../../viz/chapters/gateOpening';
import { gatedMaps } from '../../../lab/examples/gates';
import { mapLevels, type MapLevel } from '../../../viz/maps/mapLevels';
import { passPart } from '../../../viz/chapters/passPart';
import { Opening } from '../../explain/page/Opening';
import { numberFormat } from '../../ui/numberText';
import styles from './GateOpening.module.css';

const { side } = gatedMaps;
const gates = gatedMaps.channels.map(({ gate }) => gate);
const mapsBefore = gatedMaps.channels.map(({ values }) => mapLevels(values, side));
const mapsAfter = gatedMaps.channels.map(({ gate, values }) =>
  mapLevels(
    values.map((value) => gate * value),
    side,
  ),
);

/**
 * The chapter's picture: channels are averaged, squeezed, turned into gates, and each is multiplied by its gate. Maps and gates
 * are those of a trained network for the sample photograph.
 */
export function GateOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`A gate of its own for each channel`} durationMs={3600}>
      {(progress, width) => <Picture progress={progress} width={width} />}
    </Opening>
  );
}

function Picture({ progress, width }: { readonly progress: number; readonly width: number }) {
  const { i18n, t } = useLingui();
  const twoDecimals = numberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const drawing = gateOpening(gates, width, 86);
  const { channels, map, rows, gateHeight } = drawing;
  const [pooled, squeezed, opened, scaled] = [
    passPart(progress, 0.05, 0.25),
    passPart(progress, 0.25, 0.45),
    passPart(progress, 0.45, 0.7),
    passPart(progress, 0.72, 1),
  ];
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${drawing.height}`}
      width={width}
      height={drawing.height}
      role="img"
      aria-label={t`Squeeze-and-excite in a trained network: the mean of each channel, squeezed to fewer numbers, expanded to a gate between 0 and 1 for each channel, and each channel multiplied by its gate; the first eight channels of block 5, for a photograph of a cup`}
    >
      <Wires drawing={drawing} pooled={pooled} squeezed={squeezed} opened={opened} />
      {channels.map(({ gate, middle }, index) => (
        <g key={index}>
          <MapPicture levels={mapsBefore[index]} x={middle - map / 2} y={rows.maps} size={map} />
          <circle className={styles.number} cx={middle} cy={rows.means} r={6} opacity={pooled} />
          <rect
            className={styles.whole}
            x={middle - 7}
            y={rows.gates - gateHeight}
            width={14}
            height={gateHeight}
            rx={2}
            opacity={opened}
          />
          <rect
            className={styles.gate}
            x={middle - 7}
            y={rows.gates - gateHeight * gate * opened}
            width={14}
            height={gateHeight * gate * opened}
            rx={2}
          />
          <text className={styles.value} x={middle} y={rows.gates + 15} opacity={opened}>
            {twoDecimals.format(gate)}
          </text>
          <g opacity={scaled}>
            <MapPicture levels={mapsBefore[index]} x={middle - map / 2} y={rows.scaled} size={map} />
            <g opacity={scaled}>
              <MapPicture levels={mapsAfter[index]} x={middle - map / 2} y={rows.scaled} size={map} />
            </g>
          </g>
        </g>
      ))}
      {drawing.squeezed.map((middle) => (
        <circle key={middle} className={styles.number} cx={middle} cy={rows.squeezed} r={6} opacity={squeezed} />
      ))}
      <g className={styles.label}>
        <text y={rows.maps + map / 2}>{t({ message: 'channels', context: 'row of a picture' })}</text>
        <text y={rows.means}>{t`mean`}</text>
        <text y={rows.squeezed}>{t`squeeze`}</text>
        <text y={rows.gates - gateHeight / 2}>{t`gates`}</text>
        <text y={rows.scaled + map / 2}>{t`× gate`}</text>
      </g>
    </svg>
  );
}

type MapPictureProps = {
  readonly levels: readonly MapLevel[] | undefined;
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

function MapPicture({ levels = [], x, y, size }: MapPictureProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / side})`} shapeRendering="crispEdges">
      {levels.map(({ colour, path }) => (
        <path key={colour} fill={colour} d={path} />
      ))}
    </g>
  );
}

type WiresProps = {
  readonly drawing: Drawing;
  readonly pooled: number;
  readonly squeezed: number;
  readonly opened: number;
};

/** From map to mean, from every mean to every squeezed number, and from there to every gate. */
function Wires({
  drawing: { channels, map, rows, squeezed: middles, gateHeight },
  pooled,
  squeezed,
  opened,
}: WiresProps) {
  return (
    <>
      {channels.map(({ middle }, index) => (
        <path key={index} className={styles.wire} opacity={pooled} d={`M${middle} ${rows.maps + map}V${rows.means}`} />
      ))}
      {middles.map((to) => (
        <g key={to}>
          <path
            className={styles.fine}
            opacity={squeezed}
            d={channels.map(({ middle }) => `M${middle} ${rows.means}L${to} ${rows.squeezed}`).join('')}
          />
          <path
            className={styles.fine}
            opacity={opened}
            d={channels.map(({ middle }) => `M${to} ${rows.squeezed}L${middle} ${rows.gates - gateHeight}`).join('')}
          />
        </g>
      ))}
    </>
  );
}
