import { Trans, useLingui } from '@lingui/react/macro';
import { activationUsesOf } from '../../../nets/readings/activationUse';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { activationValue, hardError, largestError } from '../../../viz/chapters/activationValue';
import { Figure } from '../../ui/Figure';
import { nearestOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { nearestIndex, steps } from '../../../nets/steps';
import { NumberSlider } from '../../ui/NumberSlider';
import { numberFormat, percentText, useNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { Passage, Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Formula } from '../../explain/cost/Formula';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { mobileNetV3Lesson } from './lesson';
import { CurvePlot } from './CurvePlot';
import styles from './HardSwishSection.module.css';
import type { Family } from './SizeChoice';
import { SizeChoice } from './SizeChoice';
import { SwishInputs } from './SwishInputs';
import cards from './MobileNetV3.module.css';

const places = steps(-8, 8, 0.25);
const xParser = nearestOf(places).withDefault(3);

/** Swish, h-swish, the error between them, and where the network uses which. */
export function HardSwishSection({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const [wished, setX] = useAddressValue('act.x', xParser);
  const at = (value: number) => places[nearestIndex(places, value)] ?? 0;
  const x = at(wished);
  return (
    <Section id="hard-swish" title={t`Hard swish: a cheaper activation`}>
      <Prose>
        <p>
          <Trans>
            Swish, x times its own sigmoid, gives better accuracy than ReLU. But a sigmoid needs an exponential, and
            every chip rounds it differently. V3 replaces the sigmoid by a clipped straight line: an addition, a ReLU6,
            a division by six.
          </Trans>
        </p>
        <p className={styles.formulas}>
          <Formula tex="\text{swish}(x) = x \cdot \sigma(x)" />
          <Formula tex="\text{h-swish}(x) = x \cdot \frac{\text{ReLU6}(x + 3)}{6}" />
        </p>
      </Prose>
      <SwishGuess />
      <AfterGuess of={mobileNetV3Lesson.predictions.p5}>
        <div className={cards.card}>
          <Figure
            title={t`h-swish follows swish to within 0.15`}
            caption={<ErrorCaption />}
            files={{ name: 'hard-swish', numbers: curveRows }}
            onReset={() => void setX(null)}
          >
            <div className={styles.plotted}>
              <CurvePlot x={x} onPoint={(value) => void setX(at(value))} />
              <div className={styles.readings}>
                <NumberSlider label="x" values={places} value={x} onChange={(value) => void setX(value)} />
                <Readings x={x} />
              </div>
            </div>
          </Figure>
        </div>
      </AfterGuess>
      <SwishInputs />
      <WhereUsed family={family} />
    </Section>
  );
}

/** Where do swish and h-swish differ most? */
function SwishGuess() {
  const { t } = useLingui();
  const format = useNumberText(threeDecimals);
  return (
    <GuessChoice
      of={mobileNetV3Lesson.predictions.p5}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Distance between swish and h-swish`}
          tone="plain"
          format={format}
          isOpen={isOpen}
          guess={undefined}
          bars={(
            [
              [0, 'middle'],
              [3, 'corners'],
              [8, 'ends'],
            ] as const
          ).map(([place, option]) => ({
            id: `at-${String(place)}`,
            label: place === 0 ? 'x = 0' : `x = ±${String(place)}`,
            value: Math.abs(hardError('swish', place)),
            isAsked: true,
            isChosen: guess === option,
          }))}
        />
      )}
    />
  );
}

function curveRows(): readonly SheetRow[] {
  return recordRows(
    places.map((x) => ({
      x,
      sigmoid: activationValue('sigmoid', x),
      'h-sigmoid': activationValue('hardSigmoid', x),
      swish: activationValue('swish', x),
      'h-swish': activationValue('hardSwish', x),
    })),
  );
}

function ErrorCaption() {
  const { i18n } = useLingui();
  const number = numberFormat(i18n.locale, { maximumFractionDigits: 3 });
  const [gate, swish] = [largestError('sigmoid'), largestError('swish')];
  const [gateError, gateAt, swishError, swishAt] = [gate.error, gate.x, swish.error, swish.x].map((value) =>
    number.format(value),
  );
  return (
    <Trans>
      Largest errors: {gateError} for h-sigmoid, at ±{gateAt}; {swishError} for h-swish, at its corners ±{swishAt}. The
      network is trained with the hard form, so its weights adapt to it.
    </Trans>
  );
}

function Readings({ x }: { readonly x: number }) {
  const { t } = useLingui();
  const format = useNumberText(threeDecimals);
  return (
    <Table
      look="numbers"
      className={styles.table}
      rows={pairs}
      keyOf={({ name }) => name}
      columns={[
        { head: null, value: ({ name }) => name },
        { head: t`smooth`, value: ({ smooth }) => activationValue(smooth, x), format },
        { head: t`hard`, value: ({ hard }) => activationValue(hard, x), format },
        {
          head: t`error`,
          value: ({ smooth }) => hardError(smooth, x),
          format,
          attributes: ({ smooth }) => ({ 'data-error': smooth }),
        },
      ]}
    />
  );
}

const threeDecimals = { minimumFractionDigits: 3, maximumFractionDigits: 3 } as const;

const pairs = [
  { name: 'sigmoid', smooth: 'sigmoid', hard: 'hardSigmoid' },
  { name: 'swish', smooth: 'swish', hard: 'hardSwish' },
] as const;

function WhereUsed({ family }: { readonly family: Family }) {
  const { i18n, t } = useLingui();
  const uses = activationUsesOf(family.block.graph);
  const names: Readonly<Record<string, string>> = { relu: 'ReLU', hardSwish: 'h-swish', hardSigmoid: 'h-sigmoid' };
  return (
    <Passage>
      <Prose>
        <p>
          <Trans>
            h-swish is used in the first convolution and in the second half of the network; the blocks between keep
            ReLU. The maps are smallest at the end, so the more expensive function is applied to the fewest values, and
            the authors found most of its benefit there.
          </Trans>
        </p>
        <SizeChoice family={family} />
        <Table
          look="numbers"
          className={styles.uses}
          caption={t`Where the activations are`}
          rows={uses}
          keyOf={(use) => use.function}
          columns={[
            { head: t`Function`, value: (use) => names[use.function] ?? use.function },
            { head: t`Layers`, value: ({ layers }) => layers },
            {
              head: t`Share of all activated values`,
              show: ({ elementsShare }) => (
                <>
                  {percentText(elementsShare, i18n.locale)}
                  <span className={styles.bar} style={{ inlineSize: `${elementsShare * 100}%` }} aria-hidden="true" />
                </>
              ),
            },
          ]}
        />
      </Prose>
      <Claim
        id="mobilenet-v3/c3"
        claim={<Trans>MobileNet V3 replaces ReLU by h-swish.</Trans>}
        sources={<SourceLink source={mobileNetV3Paper} place={t`section 5.2, Tables 1 and 2`} />}
      >
        <Trans>
          Only in the first layer and the deeper half. The side paths of the gates have a ReLU inside and an h-sigmoid
          at the end.
        </Trans>
      </Claim>
    </Passage>
  );
}
