import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsFloat, useQueryState } from 'nuqs';
import { steps } from '../../../nets/steps';
import type { ActivationUse } from '../../../nets/readings/activationUse';
import { activationUsesOf } from '../../../nets/readings/activationUse';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { activationValue, hardError, largestError } from '../../../viz/chapters/activationCurves';
import { Figure } from '../../ui/Figure';
import { nearestIndex } from '../../../nets/steps';
import { NumberSlider } from '../../ui/NumberSlider';
import { percentText } from '../../ui/numberText';
import { Misstated, Prose, Section } from '../../explain/page/ExplorePage';
import { Formula } from '../../explain/cost/Formula';
import { CurvePlot } from './CurvePlot';
import styles from './HardSwishSection.module.css';
import type { Family } from './SizeChoice';
import { SizeChoice } from './SizeChoice';

const places = steps(-8, 8, 0.25);

/** Swish, its hard form, how far they are apart, and where the network uses which. */
export function HardSwishSection({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const [wished, setX] = useQueryState('act.x', parseAsFloat.withDefault(3));
  const at = (value: number) => places[nearestIndex(places, value)] ?? 0;
  const x = at(wished);
  return (
    <Section title={t`Hard swish`}>
      <Prose>
        <p>
          <Trans>
            Swish, x times its own sigmoid, trains better networks than ReLU. But a sigmoid needs an exponential, and
            rounds differently on every chip. V3 puts a straight line with two clips in its place: an addition, a ReLU6,
            a division by six.
          </Trans>
        </p>
        <p className={styles['formulas']}>
          <Formula tex="\text{swish}(x) = x \cdot \sigma(x)" plain="swish(x) = x · σ(x)" />
          <Formula
            tex="\text{h-swish}(x) = x \cdot \frac{\text{ReLU6}(x + 3)}{6}"
            plain="h-swish(x) = x · ReLU6(x + 3) / 6"
          />
        </p>
      </Prose>
      <Figure
        title={t`Smooth and hard, and what lies between them`}
        caption={<ErrorCaption />}
        files={{ name: 'hard-swish', numbers: curveRows }}
        onReset={() => void setX(null)}
      >
        <div className={styles['plotted']}>
          <CurvePlot x={x} onPoint={(value) => void setX(at(value))} />
          <div className={styles['readings']}>
            <NumberSlider label="x" values={places} value={x} onChange={(value) => void setX(value)} />
            <Readings x={x} />
          </div>
        </div>
      </Figure>
      <WhereUsed family={family} />
    </Section>
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
  const number = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 3 });
  const [gate, swish] = [largestError('sigmoid'), largestError('swish')];
  const [gateError, gateAt, swishError, swishAt] = [gate.error, gate.x, swish.error, swish.x].map((value) =>
    number.format(value),
  );
  return (
    <Trans>
      Largest errors: {gateError} for h-sigmoid, at ±{gateAt}; {swishError} for h-swish, at its corners ±{swishAt}.
      Training with the hard form lets the weights adapt to it.
    </Trans>
  );
}

function Readings({ x }: { readonly x: number }) {
  const { i18n, t } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const rows = [
    { name: 'sigmoid', pair: 'sigmoid', hard: 'hardSigmoid' },
    { name: 'swish', pair: 'swish', hard: 'hardSwish' },
  ] as const;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t`smooth`}</th>
          <th scope="col">{t`hard`}</th>
          <th scope="col">{t`error`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, pair, hard }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{number.format(activationValue(pair, x))}</td>
            <td>{number.format(activationValue(hard, x))}</td>
            <td data-error={pair}>{number.format(hardError(pair, x))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WhereUsed({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const uses = activationUsesOf(family.block.graph);
  const names: Readonly<Record<string, string>> = { relu: 'ReLU', hardSwish: 'h-swish', hardSigmoid: 'h-sigmoid' };
  return (
    <>
      <Prose>
        <p>
          <Trans>
            h-swish stands in the first convolution and in the second half of the network; the blocks between keep ReLU.
            The maps are smallest at the end, so the dearer function is applied where there are the fewest values, and
            the authors found most of its benefit there.
          </Trans>
        </p>
      </Prose>
      <SizeChoice family={family} />
      <table className={styles['uses']}>
        <caption>{t`Activations of the chosen size`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Function`}</th>
            <th scope="col">{t`Layers`}</th>
            <th scope="col">{t`Share of all activated values`}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <UseRow key={use.function} use={use} name={names[use.function] ?? use.function} />
          ))}
        </tbody>
      </table>
      <Misstated
        claim={<Trans>MobileNet V3 replaces ReLU by h-swish.</Trans>}
        sources={<a href={mobileNetV3Paper.url}>{t`MobileNetV3, section 5.2, Tables 1 and 2`}</a>}
      >
        <Trans>
          Only in the first layer and the deeper half. Inside the gates stands a ReLU, and an h-sigmoid at their end.
        </Trans>
      </Misstated>
    </>
  );
}

function UseRow({ use, name }: { readonly use: ActivationUse; readonly name: string }) {
  const { i18n } = useLingui();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{use.layers}</td>
      <td>
        {percentText(use.elementsShare, i18n.locale)}
        <span className={styles['bar']} style={{ inlineSize: `${use.elementsShare * 100}%` }} aria-hidden="true" />
      </td>
    </tr>
  );
}
