import { Trans, useLingui } from '@lingui/react/macro';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { steps } from '../../../nets/steps';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { quantised, stairPoints, stepOf } from '../../../viz/chapters/quantisation';
import { curvePoints, type ChartPoint } from '../../../viz/charts/paths';
import { Line } from '../../ui/charts/Line';
import { Chart } from '../../ui/charts/Chart';
import { usePlot } from '../../ui/charts/plotScales';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import { Figure } from '../../ui/Figure';
import { NumberSlider } from '../../ui/NumberSlider';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Workbench } from '../../explain/page/Workbench';
import { TryThis } from '../../explain/page/TryThis';
import { exactNumberText, numberFormat } from '../../ui/numberText';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { mobileNetV2Lesson } from './lesson';
import styles from './Relu6Section.module.css';
import { SixesFigure } from './SixesFigure';

const { p6 } = mobileNetV2Lesson.predictions;
const bitsValues = steps(2, 8);
const largestValues = [6, 8, 12, 16, 24, 32, 48, 64];

const parsers = { bits: nearestOf(bitsValues).withDefault(4), largest: nearestOf(largestValues).withDefault(24) };
const urlKeys = { bits: 'relu6.bits', largest: 'relu6.largest' };

/** Why ReLU6 clips: at low precision, a small known range keeps the steps fine. */
export function Relu6Section() {
  const { i18n, t } = useLingui();
  const [{ bits, largest }, setQuery] = useAddress(parsers, urlKeys);
  const number = numberFormat(i18n.locale, { maximumSignificantDigits: 3 });
  const [relu, relu6] = [number.format(stepOf(largest, bits)), number.format(stepOf(6, bits))];
  return (
    <Section id="relu6" title={t`ReLU6: a fixed range for few bits`}>
      <Prose>
        <p>
          <Trans>
            ReLU6 is min(max(x, 0), 6): it cuts off what is above 6 as well. On phones networks often run with
            fixed-point numbers of few bits, which spread their few values evenly over a range.
          </Trans>
        </p>
      </Prose>
      <Claim
        id="mobilenet-v2/c1"
        claim={<Trans>ReLU6 replaces ReLU to protect the features.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`sections 3.2 and 4`} />}
      >
        <Trans>
          ReLU6 is there for low-precision arithmetic. In the experiment above it loses at least as much as ReLU. The
          linear projection is what protects the information.
        </Trans>
      </Claim>
      <GuessNumber
        of={p6}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Distance between neighbouring values, 4 bits`}
            tone="plain"
            format={(value) => number.format(value)}
            bars={[
              { id: 'asked-relu', label: t`ReLU, 0 to 24`, value: stepOf(24, 4) },
              { id: 'asked-relu6', label: t`ReLU6, 0 to 6`, value: stepOf(6, 4), isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess}
          />
        )}
      />
      <AfterGuess of={p6}>
        <Workbench
          stage={
            <Figure
              title={t`As many steps, over a smaller range`}
              files={{ name: 'relu6-steps', numbers: () => stairRows(largest, bits) }}
              onReset={() => void setQuery(null)}
              caption={<Trans>Dashed: exact. Solid: rounded to fixed-point numbers of this many bits.</Trans>}
            >
              <div className={styles.plots}>
                <Stairs name="ReLU" largest={largest} bits={bits} step={relu} />
                <Stairs name="ReLU6" largest={6} bits={bits} step={relu6} />
              </div>
            </Figure>
          }
          side={
            <>
              <div className={styles.controls}>
                <NumberSlider
                  label={t`Bits`}
                  values={bitsValues}
                  value={bits}
                  onChange={(value) => void setQuery({ bits: value })}
                />
                <NumberSlider
                  label={t`Largest output of ReLU`}
                  values={largestValues}
                  value={largest}
                  onChange={(value) => void setQuery({ largest: value })}
                />
              </div>
              <Readouts>
                <Readout
                  label={t`Step of ReLU`}
                  value={<span data-step="relu">{relu}</span>}
                  note={`${largest} / ${2 ** bits - 1}`}
                />
                <Readout
                  label={t`Step of ReLU6`}
                  value={<span data-step="relu6">{relu6}</span>}
                  note={`6 / ${2 ** bits - 1}`}
                />
              </Readouts>
            </>
          }
        />
        <SixesFigure />
        <TryThis
          prompts={[
            {
              id: 'relu6-coarse',
              text: (
                <Trans>
                  4 bits, values up to 64: one step of ReLU now spans more than two thirds of ReLU6’s range.
                </Trans>
              ),
              set: () => void setQuery({ bits: 4, largest: 64 }),
            },
            {
              id: 'relu6-fine',
              text: <Trans>8 bits, the same values: both stairs are fine. Clipping pays off where bits are few.</Trans>,
              set: () => void setQuery({ bits: 8, largest: 64 }),
            },
          ]}
        />
      </AfterGuess>
    </Section>
  );
}

/** Both activations over the plotted range, exact and quantised. */
function stairRows(largest: number, bits: number): readonly SheetRow[] {
  return recordRows(
    steps(...xAxis.domain, 0.25).map((x) => ({
      x,
      ReLU: Math.max(0, x),
      'ReLU rounded': quantised(x, largest, bits),
      ReLU6: Math.min(Math.max(0, x), 6),
      'ReLU6 rounded': quantised(x, 6, bits),
    })),
  );
}

const ticks = [0, 2, 4, 6, 8, 10];
const xAxis = { kind: 'linear', domain: [-2, 10], ticks } as const;
const yAxis = { kind: 'linear', domain: [0, 10], ticks } as const;

type StairsProps = { readonly name: string; readonly largest: number; readonly bits: number; readonly step: string };

function Stairs({ name, largest, bits, step }: StairsProps) {
  const { i18n, t } = useLingui();
  const text = (value: number) => exactNumberText(value, i18n.locale);
  const exact = (value: number) => Math.min(Math.max(0, value), largest);
  return (
    <Chart
      name={t`${name} rounded to ${bits} bits: steps of ${step}`}
      x={xAxis}
      y={yAxis}
      height={186}
      margin={{ left: 32, right: 12, top: 10, bottom: 32 }}
    >
      <YAxis text={text} />
      <XAxis text={text} hasLine={() => false} />
      <Line className={styles.exact} points={curvePoints(exact, xAxis.domain)} />
      <Line className={styles.stairs} points={stairPoints({ largest, bits }, xAxis.domain)} />
      <Name at={{ x: -1.8, y: 9 }} text={name} />
    </Chart>
  );
}

function Name({ at, text }: { readonly at: ChartPoint; readonly text: string }) {
  const { x, y } = usePlot();
  return (
    <text className={styles.name} x={x.at(at.x)} y={y.at(at.y)}>
      {text}
    </text>
  );
}
