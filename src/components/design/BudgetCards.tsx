import { Trans, useLingui } from '@lingui/react/macro';
import { budgetStops, type Budgets, type Crossing } from '../../nets/design/budgets';
import { budgetFigures, type BudgetFigure } from '../../nets/design/rowCosts';
import type { Cost } from '../../nets/readings/cost';
import { nearestIndex } from '../../nets/steps';
import { exactNumberText, numberFormat, shortNumberText } from '../ui/numberText';
import { NumberSlider } from '../ui/NumberSlider';
import { Switch } from '../ui/Switch';
import { figurePlace } from '../ui/placeLink';
import { Button } from '../ui/Button';
import styles from './BudgetCards.module.css';

type BudgetCardsProps = {
  readonly cost: Cost;
  readonly start: { readonly name: string; readonly cost: Cost };
  readonly budgets: Budgets;
  readonly crossings: readonly Crossing[];
  readonly onBudget: (figure: BudgetFigure, wanted: number | undefined) => void;
  /** The name of a line of the table, counted from 1. */
  readonly nameOf: (number: number) => string;
  readonly onChoose: (number: number) => void;
};

/** The four figures of the whole design, how they differ from the start, and the budget of each. */
export function BudgetCards(props: BudgetCardsProps) {
  const { t } = useLingui();
  const names = {
    params: { figure: t`Params`, budget: t`Budget for params` },
    macs: { figure: t`MACs`, budget: t`Budget for MACs` },
    memoryAccess: { figure: t`Memory access`, budget: t`Budget for memory access` },
    peakActivations: { figure: t`Peak activations`, budget: t`Budget for peak activations` },
  };
  return (
    <ul
      id={figurePlace('design-costs')}
      className={styles.cards}
      aria-label={t`Costs and budgets`}
      data-screen="figure"
    >
      {budgetFigures.map((figure) => (
        <BudgetCard key={figure} figure={figure} names={names[figure]} {...props} />
      ))}
    </ul>
  );
}

type BudgetCardProps = BudgetCardsProps & {
  readonly figure: BudgetFigure;
  readonly names: { readonly figure: string; readonly budget: string };
};

function BudgetCard({ figure, names, cost, start, budgets, crossings, onBudget, nameOf, onChoose }: BudgetCardProps) {
  const { i18n, t } = useLingui();
  const value = cost[figure];
  const budget = budgets[figure];
  const crossing = crossings.find((one) => one.figure === figure);
  const startText = useDifference(value, start.cost[figure]);
  const over = crossing === undefined ? '' : shortNumberText(crossing.by, i18n.locale);
  const row = (crossing?.row ?? 0) + 1;
  const rowName = crossing === undefined ? '' : nameOf(row);
  return (
    <li className={`${styles.card} ${styles[figure]}`} data-crossed={crossing !== undefined}>
      <span className={styles.name}>{names.figure}</span>
      <b className={styles.value} data-figure={figure} data-value={value} title={exactNumberText(value, i18n.locale)}>
        {shortNumberText(value, i18n.locale)}
      </b>
      <span className={styles.difference}>
        {startText === undefined ? t`as ${start.name}` : t`${startText} against ${start.name}`}
      </span>
      <Switch
        label={names.budget}
        isOn={budget !== undefined}
        onChange={(isOn) => {
          onBudget(figure, isOn ? stopBelow(value) : undefined);
        }}
      />
      {budget === undefined ? null : (
        <NumberSlider
          label={t`At most`}
          unit="M"
          values={inMillions(
            budgetStops.includes(budget) ? budgetStops : [...budgetStops, budget].sort((a, b) => a - b),
          )}
          value={budget / million}
          onChange={(wanted) => {
            onBudget(figure, Math.round(wanted * million));
          }}
        />
      )}
      {crossing === undefined ? null : (
        <p className={styles.crossed} role="status">
          <Trans>Over by {over}.</Trans>{' '}
          <Button
            look="quiet"
            onPress={() => {
              onChoose(row);
            }}
          >
            {t`Most of it: ${rowName}`}
          </Button>
        </p>
      )}
    </li>
  );
}

const million = 1e6;

function inMillions(values: readonly number[]): readonly number[] {
  return values.map((value) => value / million);
}

/** The stop next to a value from below. */
function stopBelow(value: number): number {
  const below = budgetStops.filter((stop) => stop <= value);
  return below.at(-1) ?? budgetStops[nearestIndex(budgetStops, value)] ?? value;
}

/** By how much a figure differs from the start's, in per cent with its sign; undefined where they are the same. */
function useDifference(value: number, before: number): string | undefined {
  const { i18n } = useLingui();
  if (value === before) return undefined;
  const format = { style: 'percent', signDisplay: 'exceptZero', maximumSignificantDigits: 3 } as const;
  return numberFormat(i18n.locale, format).format(value / before - 1);
}
