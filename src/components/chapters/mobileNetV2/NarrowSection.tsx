import { Trans, useLingui } from '@lingui/react/macro';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { useMemo } from 'react';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import type { NarrowFeatures } from '../../../viz/chapters/narrowFeatures';
import {
  channelValues,
  expectedCollapse,
  narrowActivations,
  narrowFeaturesOf,
} from '../../../viz/chapters/narrowFeatures';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { Button } from '../../ui/Button';
import { Figure } from '../../ui/Figure';
import { steps } from '../../../nets/steps';
import { NumberSlider } from '../../ui/NumberSlider';
import { percentText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { SourceLink } from '../../explain/page/SourceLink';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Formula } from '../../explain/cost/Formula';
import { TryThis } from '../../explain/page/TryThis';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { ChannelStrips } from './ChannelStrips';
import { mobileNetV2Lesson } from './lesson';
import { LostGuess, ProjectionGuess } from './NarrowGuesses';
import styles from './NarrowSection.module.css';
import { SheetFigure } from './SheetFigure';
import { SpiralPanels } from './SpiralPanels';

const dimensions = steps(2, 30);
const radii = [1, 2, 3, 6, 10];
const maxSeed = 9999;

const parsers = {
  n: nearestOf(dimensions).withDefault(3),
  seed: nearestOf(steps(1, maxSeed)).withDefault(1),
  size: nearestOf(radii).withDefault(3),
};
const urlKeys = { n: 'spiral.n', seed: 'spiral.seed', size: 'spiral.size' };

/** The paper's figure 1 as a live experiment, and its conclusion: the linear bottleneck. */
export function NarrowSection() {
  const { t } = useLingui();
  return (
    <Section id="narrow-relu" title={t`ReLU destroys information in low-dimensional features`}>
      <Prose>
        <p>
          <Trans>
            A layer with n channels gives n numbers for each pixel. If the network has learned something simple, these
            numbers do not vary freely: when one changes, the others follow. Say only two things really vary, such as
            the direction and the strength of an edge. Then all pixels lie on a sheet with two dimensions, bent or flat,
            within the space of n channels. The field calls such a sheet a <em>manifold</em>.
          </Trans>
        </p>
        <p>
          <Trans>
            A narrow layer has room for the sheet: two channels can hold what two things say. The question is whether it
            survives ReLU. Draw a spiral on a flat sheet, tilt the sheet into three channels, and apply ReLU.
          </Trans>
        </p>
      </Prose>
      <SheetFigure />
      <Prose>
        <p>
          <Trans>
            Now the paper’s experiment for any n: a random n×2 matrix T embeds the spiral in n channels, ReLU acts, and
            the pseudo-inverse of T projects back to the plane. What comes back is what the next layer can still use. A
            point comes back only if at least two channels stay positive, since it takes two numbers to say where it is.
          </Trans>
        </p>
      </Prose>
      <LostGuess />
      <AfterGuess of={mobileNetV2Lesson.predictions.p1}>
        <Experiment />
      </AfterGuess>
      <ProjectionGuess />
      <AfterGuess of={mobileNetV2Lesson.predictions.p5}>
        <Prose>
          <p>
            <Trans>
              So a narrow map must not pass through a ReLU; a wide one may. The inverted residual applies ReLU6 only to
              the expanded map, which in all blocks but the first is six times as wide as the input. No activation
              follows the projection to the narrow end: that is the <em>linear bottleneck</em>.
            </Trans>
          </p>
        </Prose>
      </AfterGuess>
    </Section>
  );
}

/** The knobs of the experiment, with the address's values moved to the nearest legal ones. */
function useExperiment() {
  const [query, setQuery] = useAddress(parsers, urlKeys);
  const { n, seed, size } = query;
  const features = useMemo(() => narrowFeaturesOf({ dimensions: n, seed, radius: size }), [n, seed, size]);
  const choose = (wanted: Partial<typeof query>) => {
    void setQuery(wanted);
  };
  const reset = () => {
    void setQuery(null);
  };
  return { n, seed, size, features, choose, reset };
}

function Experiment() {
  const { t } = useLingui();
  const { n, seed, size, features, choose, reset } = useExperiment();
  return (
    <>
      <div className={styles.bench} data-workbench>
        <div className={styles.row}>
          <Figure
            title={t`The spiral after n channels and an activation`}
            caption={<PanelCaption />}
            files={{ name: `spiral-n${String(n)}`, numbers: () => spiralRows(features) }}
            onReset={reset}
          >
            <SpiralPanels features={features} />
          </Figure>
          <div className={styles.controls}>
            <NumberSlider
              label={t`Channels n`}
              values={dimensions}
              value={n}
              onChange={(value) => choose({ n: value })}
            />
            <NumberSlider
              label={t`Size of the values`}
              values={radii}
              value={size}
              onChange={(value) => choose({ size: value })}
              hint={t`The radius of the spiral. ReLU6 clips only values above 6.`}
            />
            <div className={styles.seed}>
              <Button icon="repeat" onPress={() => choose({ seed: (seed % maxSeed) + 1 })}>
                <Trans>New matrix T</Trans>
              </Button>
              <p>
                <Trans>Seed {seed}. The address keeps it, so a link shows the same T.</Trans>
              </p>
            </div>
          </div>
        </div>{' '}
        <div data-readouts="lines">
          <Measures n={n} lost={1 - features.outcomes.relu.recoverable} explained={features.outcomes.relu.explained} />
        </div>
        <div data-second>
          <Figure
            title={t`Each channel along the spiral, from the middle outwards`}
            files={{ name: `spiral-channels-n${String(n)}`, numbers: () => channelRows(features) }}
            caption={
              <Trans>
                Filled: what ReLU passes. Striped: what it cuts. With many channels, what one channel cuts, another
                passes.
              </Trans>
            }
          >
            <ChannelStrips features={features} />
          </Figure>
        </div>
      </div>
      <ExperimentPrompts choose={choose} />
    </>
  );
}

/** Every point of the spiral, and where each activation moves it. */
function spiralRows({ original, outcomes }: NarrowFeatures): readonly SheetRow[] {
  return recordRows(
    original.map(({ x, y }, point) => ({
      x,
      y,
      ...Object.fromEntries(
        narrowActivations.flatMap((activation) => {
          const { points, collapsed } = outcomes[activation];
          return [
            [`${activation} x`, points[point]?.x ?? ''],
            [`${activation} y`, points[point]?.y ?? ''],
            [`${activation} lost`, collapsed[point] === true ? 'yes' : 'no'],
          ];
        }),
      ),
    })),
  );
}

/** Each channel's value at each point of the spiral before ReLU, which cuts the negative ones off. */
function channelRows({ original, directions }: NarrowFeatures): readonly SheetRow[] {
  const channels = directions.map((direction) => channelValues(original, direction));
  return recordRows(
    original.map(({ x, y }, point) => ({
      x,
      y,
      ...Object.fromEntries(channels.map((values, channel) => [`channel ${channel + 1}`, values[point] ?? ''])),
    })),
  );
}

function PanelCaption() {
  const { t } = useLingui();
  const figure = t`Figure 1`;
  return (
    <Trans>
      Dashed: the original spiral. Crosses are <em>lost</em>: fewer than two channels carry the point, so other points
      give the same numbers. <em>Explained</em>: the share of the spiral’s variance that the best linear layer restores.
      After <SourceLink source={mobileNetV2Paper} place={figure} />.
    </Trans>
  );
}

function Measures({ n, lost, explained }: { readonly n: number; readonly lost: number; readonly explained: number }) {
  const { i18n, t } = useLingui();
  const percent = (fraction: number) => percentText(fraction, i18n.locale);
  const expected = percent(expectedCollapse(n));
  return (
    <Readouts>
      <Readout label={t`Lost to ReLU, this T`} value={percent(lost)} note={t`share of the 240 points`} />
      <Readout
        label={t`Lost on average over all T`}
        value={expected}
        note={<Formula tex={`(n+1)/2^n = ${n + 1}/2^{${n}}`} />}
      />
      <Readout
        label={t`Information kept`}
        value={percent(explained)}
        note={t`variance that a linear layer can restore`}
      />
    </Readouts>
  );
}

type PromptsProps = { readonly choose: ReturnType<typeof useExperiment>['choose'] };

function ExperimentPrompts({ choose }: PromptsProps) {
  return (
    <TryThis
      prompts={[
        {
          id: 'narrow',
          text: (
            <Trans>n = 2: draw new matrices. Whole arms of the spiral collapse onto a line or into one point.</Trans>
          ),
          set: () => {
            choose({ n: 2, size: 3 });
          },
        },
        {
          id: 'wide',
          text: (
            <Trans>n = 30: nothing is lost. The copy is smaller because each channel loses its negative half.</Trans>
          ),
          set: () => {
            choose({ n: 30, size: 3 });
          },
        },
        {
          id: 'clipped',
          text: <Trans>Values up to 10 and n = 3: ReLU6 also loses the outer end, where channels saturate at 6.</Trans>,
          set: () => {
            choose({ n: 3, size: 10 });
          },
        },
      ]}
    />
  );
}
