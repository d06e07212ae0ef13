import { Trans, useLingui } from '@lingui/react/macro';
import { squeezeNetPaper } from '../../../nets/papers/squeezeNet';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { steps } from '../../../nets/steps';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { compressedBytes, float32Bytes } from '../../../nets/readings/compressedSize';
import { costOf } from '../../../nets/readings/cost';
import { Button } from '../../ui/Button';
import { NumberSlider } from '../../ui/NumberSlider';
import { twoDecimals, useNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Notes, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { TryThis } from '../../explain/page/TryThis';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { deepBytes, squeezeCost, squeezeNetLesson } from './lesson';
import styles from './CompressionSection.module.css';

const { p5 } = squeezeNetLesson.predictions;

const bitValues = steps(1, 32);
const keptValues = steps(1, 100);
const indexValues = steps(0, 8);
const parsers = {
  bits: nearestOf(bitValues).withDefault(6),
  kept: nearestOf(keptValues).withDefault(33),
  indexBits: nearestOf(indexValues).withDefault(4),
};
const urlKeys = { bits: 'deep.bits', kept: 'deep.kept', indexBits: 'deep.index' };
const countFormat = { maximumFractionDigits: 0 } as const;
const ratioFormat = { maximumSignificantDigits: 3 } as const;

/** Deep Compression as a calculator from params to bytes. */
export function CompressionSection() {
  const { t } = useLingui();
  const megabytes = useNumberText(twoDecimals);
  const ratio = useNumberText(ratioFormat);
  const count = useNumberText(countFormat);
  const [{ bits, kept, indexBits }, choose] = useAddress(parsers, urlKeys);
  const params = costOf(builtGraph(squeezeNet)).params;
  const alexNetBytes = float32Bytes(costOf(builtGraph(alexNet)).params);
  const bytes = compressedBytes(params, {
    bits: within(bits, bitValues),
    kept: within(kept, keptValues) / 100,
    indexBits: within(indexBits, indexValues),
  });
  const inMegabytes = (value: number): string => `${megabytes(value / 1e6)} MB`;
  return (
    <Section id="deep-compression" title={t`From params to bytes: Deep Compression`}>
      <Prose>
        <p>
          <Trans>
            Params are a count; bytes depend on how each is stored. Deep Compression prunes small weights, replaces the
            others by indices into a small codebook, and stores the distance to the next kept weight. The number of
            params does not change: most of them are zero.
          </Trans>
        </p>
      </Prose>
      <SizeGuess />
      <AfterGuess of={p5}>
        <div className={styles.bench}>
          <div className={styles.knobs}>
            <NumberSlider
              label={t`Bits per kept weight`}
              values={bitValues}
              value={within(bits, bitValues)}
              unit={t`bits`}
              onChange={(value) => void choose({ bits: value })}
            />
            <NumberSlider
              label={t`Weights kept`}
              values={keptValues}
              value={within(kept, keptValues)}
              unit="%"
              onChange={(value) => void choose({ kept: value })}
            />
            <NumberSlider
              label={t`Bits per position of a kept weight`}
              values={indexValues}
              value={within(indexBits, indexValues)}
              unit={t`bits`}
              onChange={(value) => void choose({ indexBits: value })}
            />
            <Button icon="reset" onPress={() => void choose(null)}>
              <Trans>Reset</Trans>
            </Button>
          </div>
          <div className={styles.result}>
            <Readouts>
              <Readout
                label={t`SqueezeNet 1.0, stored`}
                value={<span data-figure="compressed">{inMegabytes(bytes)}</span>}
              />
              <Readout
                label={t`AlexNet in float32 is larger by`}
                value={<span data-figure="compressed-ratio">{ratio(alexNetBytes / bytes)}×</span>}
              />
            </Readouts>
            <ComparisonBars
              name={t`Stored size`}
              fileName="squeezenet-stored-bytes"
              format={inMegabytes}
              bars={[
                { id: 'float32', label: t`SqueezeNet, float32`, value: float32Bytes(params), tone: 'other' },
                { id: 'paper-8', label: t`paper, 8 bits`, value: 0.66e6, tone: 'other' },
                { id: 'paper-6', label: t`paper, 6 bits`, value: 0.47e6, tone: 'other' },
                { id: 'chosen', label: t`with these settings`, value: bytes, tone: 'subject' },
              ]}
            />
            <p className={styles.note}>
              <Trans>
                Paper: arXiv:1602.07360, section 4, with a third of the weights kept. The calculator leaves out the
                codebooks and a last step, Huffman coding, which writes frequent values with fewer bits than rare ones.
                So it comes near the paper’s sizes but does not meet them.
              </Trans>
            </p>
          </div>
        </div>
        <CompressionPrompts choose={choose} />
      </AfterGuess>
      <Notes>
        <Claim
          id="squeezenet/c7"
          claim={<Trans>Params are given in M, as float32.</Trans>}
          sources={<SourceLink source={squeezeNetPaper} place={t`section 4`} />}
        >
          <Trans>
            Params are a count, usually in millions; how each is stored is another matter. In float32 each takes 4
            bytes: SqueezeNet’s {count(params)} fill {count(float32Bytes(params))} bytes, or{' '}
            {megabytes(float32Bytes(params) / 1e6)} MB of a million bytes each. The paper’s “4.8 MB” are{' '}
            {megabytes(float32Bytes(params) / 2 ** 20)} MiB, of 2²⁰ bytes each.
          </Trans>
        </Claim>
        <Claim
          id="squeezenet/c8"
          claim={<Trans>Deep Compression brings SqueezeNet down to 0.5 M.</Trans>}
          sources={<SourceLink source={squeezeNetPaper} place={t`section 4`} />}
        >
          <Trans>
            To 0.47 <em>megabytes</em> on disk, 510× smaller than AlexNet’s 240 MB. There are still 1.25 million params.
          </Trans>
        </Claim>
      </Notes>
    </Section>
  );
}

/** How small the file becomes, asked before the calculator. */
function SizeGuess() {
  const { t } = useLingui();
  const megabytes = useNumberText(twoDecimals);
  const whole = float32Bytes(squeezeCost.params);
  return (
    <GuessNumber
      of={p5}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Stored size`}
          tone="params"
          format={(bytes) => `${megabytes(bytes / 1e6)} MB`}
          bars={[
            { id: 'asked-float32', label: t`float32`, value: whole },
            { id: 'asked-compressed', label: t`a third at 6 + 4 bits`, value: deepBytes, isAsked: true },
          ]}
          isOpen={isOpen}
          guess={guess === undefined || guess === 0 ? undefined : whole / guess}
        />
      )}
    />
  );
}

type CompressionPromptsProps = {
  readonly choose: (setting: { readonly bits: number; readonly kept: number; readonly indexBits: number }) => unknown;
};

function CompressionPrompts({ choose }: CompressionPromptsProps) {
  return (
    <TryThis
      prompts={[
        {
          id: 'deep-whole',
          text: <Trans>Prune nothing and store 8 bits per weight: four times smaller, and that is all.</Trans>,
          set: () => void choose({ bits: 8, kept: 100, indexBits: 0 }),
        },
        {
          id: 'deep-sparse',
          text: (
            <Trans>Keep one weight in ten, at 4 bits: storing its position takes twice the bits of the weight.</Trans>
          ),
          set: () => void choose({ bits: 4, kept: 10, indexBits: 8 }),
        },
      ]}
    />
  );
}

/** The nearest legal value, for addresses edited by hand. */
function within(value: number, values: readonly number[]): number {
  return Math.min(Math.max(value, values[0] ?? value), values.at(-1) ?? value);
}
