import { Trans, useLingui } from '@lingui/react/macro';
import { efficientNetFamily, efficientNetLiteFamily, type FamilyMember } from '../../../nets/papers/efficientNetFamily';
import { growthOf } from '../../../nets/readings/compoundScaling';
import { steps } from '../../../nets/steps';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { NumberSlider } from '../../ui/NumberSlider';
import { fixedText, numberFormat, shortNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Table } from '../../ui/Table';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { TryThis } from '../../explain/page/TryThis';
import { Workbench } from '../../explain/page/Workbench';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { efficientNetLesson } from './lesson';
import styles from './ScalingSection.module.css';

const { p2 } = efficientNetLesson.predictions;
const powers = steps(0, 7);
const parsers = {
  depth: nearestOf(powers).withDefault(1),
  width: nearestOf(powers).withDefault(1),
  resolution: nearestOf(powers).withDefault(1),
};
const urlKeys = { depth: 'scale.depth', width: 'scale.width', resolution: 'scale.resolution' };
const b0 = (efficientNetFamily[0]?.macsMillions ?? 0) * 1e6;

/** Compound scaling: a power for each dimension, and the published family beside the rule. */
export function ScalingSection() {
  const { i18n, t } = useLingui();
  const [chosen, choose] = useAddress(parsers, urlKeys);
  const growth = growthOf(chosen);
  const number = numberFormat(i18n.locale, { maximumSignificantDigits: 3 });
  const macs = (value: number) => shortNumberText(value, i18n.locale);
  const factor = number.format(growthOf({ depth: 1, width: 1, resolution: 1 }).macs);
  const [deeper, wider, larger] = [growth.depth, growth.width, growth.resolution].map((value) => number.format(value));
  const side = number.format(Math.round(224 * growth.resolution));
  return (
    <Section id="scaling" title={t`Depth, width and resolution grow together`}>
      <Prose>
        <p>
          <Trans>
            A larger network can be deeper, wider or see a larger image. EfficientNet grows all three at once: layers by
            1.2, channels by 1.1 and the side of the image by 1.15, each to the same power φ.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={p2}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={(value) => `${number.format(value)}×`}
            isOpen={isOpen}
            guess={guess}
            bars={[
              { id: 'b0', label: 'B0, φ = 0', value: 1 },
              { id: 'b1', label: 'φ = 1', value: p2.answer(), isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={p2}>
        <Prose>
          <p>
            <Trans>
              Multiply-adds grow with depth and with the squares of width and resolution, so each step multiplies them
              by {factor}. B0 is φ = 0, and Lite0 has its size.
            </Trans>
          </p>
        </Prose>
        <Workbench
          stage={
            <div className={styles.macs}>
              <ComparisonBars
                title={t`Each power nearly doubles the multiply-adds`}
                name={t`MACs`}
                fileName="efficientnet-scaling"
                format={macs}
                bars={[
                  ...efficientNetFamily.slice(0, 5).map(({ name, macsMillions }) => ({
                    id: `scale-${name}`,
                    label: name,
                    value: macsMillions * 1e6,
                    tone: 'other' as const,
                  })),
                  { id: 'scale-chosen', label: t`as set here`, value: b0 * growth.macs, tone: 'subject' },
                ]}
              />
            </div>
          }
          side={
            <>
              <NumberSlider
                label={t`Power of depth`}
                values={powers}
                value={chosen.depth}
                hint={t`${deeper}× the layers`}
                onChange={(depth) => void choose({ depth })}
              />
              <NumberSlider
                label={t`Power of width`}
                values={powers}
                value={chosen.width}
                hint={t`${wider}× the channels`}
                onChange={(width) => void choose({ width })}
              />
              <NumberSlider
                label={t`Power of resolution`}
                values={powers}
                value={chosen.resolution}
                hint={t`${larger}× the side: about ${side} px`}
                onChange={(resolution) => void choose({ resolution })}
              />
              <Readouts>
                <Readout
                  label={t`MACs against B0`}
                  value={<span data-figure="growth">{number.format(growth.macs)}×</span>}
                />
              </Readouts>
            </>
          }
        />
        <TryThis
          prompts={[
            {
              id: 'scale-width',
              text: <Trans>Three powers of width alone, then three of depth alone: which costs more, and why?</Trans>,
              answer: <WidthAnswer />,
              set: () => void choose({ depth: 0, width: 3, resolution: 0 }),
            },
            {
              id: 'scale-all',
              text: (
                <Trans>All three to the power 4: the rule gives more than B4 has, whose factors are smaller.</Trans>
              ),
              set: () => void choose({ depth: 4, width: 4, resolution: 4 }),
            },
          ]}
        />
      </AfterGuess>
      <FamilyTable />
    </Section>
  );
}

function WidthAnswer() {
  const { i18n } = useLingui();
  const [wider, deeper] = [
    growthOf({ depth: 0, width: 3, resolution: 0 }),
    growthOf({ depth: 3, width: 0, resolution: 0 }),
  ].map(({ macs }) => fixedText(macs, i18n.locale, 2));
  return (
    <Trans>
      Width, by a little: {wider}× against {deeper}×. Its factor is smaller, 1.1 against 1.2, but it counts squared.
    </Trans>
  );
}

function FamilyTable() {
  const { i18n, t } = useLingui();
  const number = numberFormat(i18n.locale);
  const oneDecimal = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const text = (value: number) => number.format(value);
  const column = (head: string, value: (member: FamilyMember) => number, format: (value: number) => string) => ({
    head,
    file: head,
    value,
    format,
  });
  return (
    <Table
      look="numbers"
      label={t`The family as published`}
      caption={t`The family as published: Lite grows its middle only`}
      fileName="efficientnet-family"
      rows={[...efficientNetFamily, ...efficientNetLiteFamily]}
      keyOf={({ name }) => name}
      attributesOf={({ name }) => ({ 'data-network': name })}
      columns={[
        { head: null, file: 'network', value: ({ name }) => name },
        column(
          t`Depth`,
          ({ depth }) => depth,
          (value) => `${text(value)}×`,
        ),
        column(
          t`Width`,
          ({ width }) => width,
          (value) => `${text(value)}×`,
        ),
        column(t`Image, px`, ({ resolution }) => resolution, text),
        column(
          t`Params`,
          ({ paramsMillions }) => paramsMillions,
          (value) => `${oneDecimal.format(value)} M`,
        ),
        column(
          t`MACs`,
          ({ macsMillions }) => macsMillions * 1e6,
          (value) => shortNumberText(value, i18n.locale),
        ),
        column(
          t`Top-1, %`,
          ({ top1 }) => top1,
          (value) => oneDecimal.format(value),
        ),
      ]}
      note={
        <Trans>
          B0 to B7: the paper’s Table 2. Lite0 to Lite4: README of the release, accuracy in float32. Larger Lites keep
          first layer and head as they are.
        </Trans>
      }
    />
  );
}
