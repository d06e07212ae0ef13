import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { timedParts } from '../../../nets/measurements/timedLayers';
import { describe } from '../../../nets/readings/table';
import { rooflineOf, type RooflineDatum } from '../../../viz/charts/roofline';
import { Figure } from '../../ui/Figure';
import { useIsPresented } from '../../ui/useIsPresented';
import { percentText, shortNumberText, tickTextOf, useNumberText } from '../../ui/numberText';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import { usePartWords } from '../../explain/diagram/partWords';
import { Chart } from '../../ui/charts/Chart';
import { Dots } from '../../ui/charts/Dots';
import { Line } from '../../ui/charts/Line';
import { MarkCard } from '../../ui/charts/MarkCard';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import type { DevicePeaks } from '../../../run/measure/devicePeaks';
import type { LayersResult, Roof } from '../../../lab/layers/layersResult';
import { rooflineData, rooflineRows, roofOf } from '../../../lab/layers/layersResult';
import { Sentences } from '../../ui/Sentences';
import styles from './Layers.module.css';

const oneDecimal = { maximumSignificantDigits: 3 } as const;

const figureName = 'roofline';

/** The roofline: every layer that has multiply-adds, under the device's two limits. */
export function RooflineFigure({ result, isExample }: { readonly result: LayersResult; readonly isExample: boolean }) {
  const { i18n, t } = useLingui();
  const number = useNumberText(oneDecimal);
  const layers = rooflineData(result);
  const roof = roofOf(result);
  const roofline = rooflineOf(layers, roof);
  const arithmetic = shortNumberText(roof.macsPerSecond, i18n.locale);
  const bandwidth = shortNumberText(roof.bytesPerSecond, i18n.locale);
  const pointCount = layers.length;
  const ridge = number(roofline.ridge);
  const [active, setActive] = useState<string | null>(null);
  const isPresented = useIsPresented();
  const points = usePoints(layers, result);
  return (
    <Figure
      title={t`Roofline of this device`}
      name={figureName}
      {...(isExample ? {} : { files: { name: figureName, numbers: () => rooflineRows(result) } })}
      caption={
        <Sentences>
          <LevelText roof={roof} arithmetic={result.report.peaks.arithmetic} />
          <Trans>
            The slope is the bandwidth of copying 64 MB, more than most caches hold. Below {ridge} multiply-adds per
            byte, a layer waits for memory.
          </Trans>
          <SlopeText aboveSlope={roof.aboveSlope} />
          <LeftOut result={result} />
        </Sentences>
      }
    >
      <Chart
        name={t`${plural(pointCount, { one: '# layer', other: '# layers' })} below a peak of ${arithmetic} multiply-adds and ${bandwidth} bytes per second`}
        x={roofline.x}
        y={roofline.y}
        height={isPresented ? 300 : 346}
        margin={{ left: 64 }}
        cards={{ marks: points, active, onActive: setActive }}
      >
        <YAxis text={tickTextOf(roofline.y.ticks, i18n.locale)} title={t`multiply-adds per second`} />
        <XAxis text={tickTextOf(roofline.x.ticks, i18n.locale)} title={t`multiply-adds per byte moved`} />
        <Line className={styles.roof} points={roofline.roof} />
        <Dots points={points} radius={5} />
      </Chart>
    </Figure>
  );
}

function LevelText({ roof, arithmetic }: { readonly roof: Roof; readonly arithmetic: DevicePeaks['arithmetic'] }) {
  const partWords = usePartWords();
  if (roof.raisedBy !== undefined) {
    const layer = partWords(roof.raisedBy);
    return (
      <Trans>
        The level is the highest rate of multiply-adds measured on this device: that of {layer}, which is above what the
        program for measuring the peak reached.
      </Trans>
    );
  }
  return arithmetic === 'shader' ? (
    <Trans>
      The level is the highest rate of multiply-adds measured on this device: that of a shader that computes in
      registers only.
    </Trans>
  ) : (
    <Trans>
      The level is the highest rate of multiply-adds measured on this device: that of a large matrix product in
      TensorFlow.js.
    </Trans>
  );
}

/** Why a layer can be above the slope. */
function SlopeText({ aboveSlope }: { readonly aboveSlope: readonly string[] }) {
  const count = aboveSlope.length;
  if (count === 0) return <Trans>No layer lies above it.</Trans>;
  return (
    <Trans>
      <Plural value={count} one="# layer lies" other="# layers lie" /> above the slope: not all the memory access
      counted for them reached memory, because their maps or weights were still in a cache from the layer or the
      repetition before.
    </Trans>
  );
}

/** Layers without multiply-adds, which a logarithmic axis cannot place. */
function LeftOut({ result }: { readonly result: LayersResult }) {
  const { i18n } = useLingui();
  const without = timedParts(result.graph, result.steps, 'layers').filter(({ macs }) => macs === 0);
  if (without.length === 0) return null;
  const count = without.length;
  const share = percentText(
    without.reduce((sum, { timeShare }) => sum + timeShare, 0),
    i18n.locale,
  );
  return (
    <Trans>
      Not shown: <Plural value={count} one="# layer" other="# layers" /> without multiply-adds, which take {share} of
      the time.
    </Trans>
  );
}

function usePoints(layers: readonly RooflineDatum[], result: LayersResult) {
  const { i18n, t } = useLingui();
  const partWords = usePartWords();
  const nodes = new Map(result.graph.nodes.map((node) => [node.id, node]));
  const short = (value: number) => shortNumberText(value, i18n.locale);
  return layers.map(({ id, intensity, macsPerSecond }) => {
    const node = nodes.get(id);
    return {
      ...{ id, x: intensity, y: macsPerSecond },
      className: `${styles.point} ${node === undefined ? '' : toneClass(opTone(node))}`,
      card: (
        <MarkCard
          title={partWords(id)}
          detail={node === undefined ? undefined : describe(node)}
          figures={[
            [t`MACs per second`, short(macsPerSecond)],
            [t`MACs per byte`, short(intensity)],
          ]}
        />
      ),
    };
  });
}
