import { useLingui } from '@lingui/react/macro';
import { fourDigits } from '../../../nets/readings/spreadsheet';
import { Bar } from '../../ui/Bar';
import { millisecondsText, shortNumberText, useNumberText } from '../../ui/numberText';
import type { Column } from '../../ui/tableColumn';
import type { Guideline } from '../../../nets/explorables/guidelineExperiments';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import type { OrderGuess } from './GuessPlace';
import { GuessPlace } from './GuessPlace';
import styles from './Guidelines.module.css';
import { SpeedDots, SpeedDotsHead } from './SpeedDots';
import { useVariantNames } from './useVariantNames';

type ResultColumns = {
  readonly guideline: Guideline;
  /** Null before it is known: then each network stands with what it costs. */
  readonly result: ExperimentResult | null;
  readonly variants: readonly TimedVariant[];
  readonly guess: OrderGuess;
};

/**
 * A network with its place in the guess, its time here and the paper's two speeds. A dot plot has the speeds as shares of the
 * fastest.
 */
export function useResultColumns(props: ResultColumns): readonly Column<TimedVariant>[] {
  const { guideline, result, variants, guess } = props;
  const { t, i18n } = useLingui();
  const network: Column<TimedVariant> = {
    head: t`Network`,
    file: 'variant',
    value: ({ id }) => id,
    show: (variant) => <VariantName guideline={guideline} variant={variant} guess={guess} />,
  };
  const resultColumns = useMeasuredColumns(variants);
  if (result === null) {
    return [
      network,
      costColumn(t`MACs`, 'macs', i18n.locale, variants),
      costColumn(t`Memory access`, 'memoryAccess', i18n.locale, variants),
    ];
  }
  const { device, setting } = result;
  return [
    { file: 'guideline', value: () => guideline.toUpperCase() },
    network,
    { file: 'backend', value: () => device.backend },
    { file: 'adapter', value: () => device.adapter },
    { file: 'resolution', value: () => setting.resolution },
    { file: 'blocks', value: () => setting.blocks },
    ...resultColumns,
  ];
}

/** What the networks cost, as bars: what there is to go by before the guess. */
function costColumn(
  head: string,
  cost: 'macs' | 'memoryAccess',
  locale: string,
  variants: readonly TimedVariant[],
): Column<TimedVariant> {
  const most = Math.max(...variants.map((variant) => variant[cost]));
  return {
    head,
    show: (variant) => (
      <span className={styles.cost}>
        <Bar fraction={variant[cost] / most} className={styles[cost]} />
        {shortNumberText(variant[cost], locale)}
      </span>
    ),
  };
}

/** What was measured here and by the paper. */
function useMeasuredColumns(variants: readonly TimedVariant[]): readonly Column<TimedVariant>[] {
  const { t } = useLingui();
  const bestMs = Math.min(...variants.map(({ timeMs }) => timeMs.median));
  return [
    {
      head: <SpeedDotsHead variants={variants} />,
      className: styles.plot,
      show: (variant) => <SpeedDots variant={variant} variants={variants} />,
    },
    { file: 'MACs', value: ({ macs }) => macs },
    { file: 'memory access cost', value: ({ memoryAccess }) => memoryAccess },
    { file: 'rounds', value: ({ rounds }) => rounds },
    {
      head: t`This device`,
      file: 'median ms',
      value: ({ timeMs }) => fourDigits(timeMs.median),
      show: (variant) => <HereCell variant={variant} bestMs={bestMs} />,
      attributes: ({ timeMs }) => ({ 'data-figure': 'here', 'data-value': timeMs.median }),
    },
    { file: 'low quartile ms', value: ({ timeMs }) => fourDigits(timeMs.low) },
    { file: 'high quartile ms', value: ({ timeMs }) => fourDigits(timeMs.high) },
    { file: 'runs per second', value: ({ timeMs }) => fourDigits(1000 / timeMs.median) },
    {
      head: <PaperHead name={t`Paper, GPU`} detail={t`GTX 1080 Ti, batches/s`} />,
      file: 'paper GPU',
      value: ({ paper }) => paper.gpu,
      show: ({ paper }) => <PaperCell speed={paper.gpu} />,
    },
    {
      head: <PaperHead name={t`Paper, ARM`} detail={t`Snapdragon 810, images/s`} />,
      file: 'paper ARM',
      value: ({ paper }) => paper.arm,
      show: ({ paper }) => <PaperCell speed={paper.arm} />,
    },
  ];
}

function PaperHead({ name, detail }: { readonly name: string; readonly detail: string }) {
  return (
    <>
      {name} <span className={styles.detail}>{detail}</span>
    </>
  );
}

type VariantNameProps = {
  readonly guideline: Guideline;
  readonly variant: TimedVariant;
  readonly guess: OrderGuess;
};

function VariantName({ guideline, variant, guess }: VariantNameProps) {
  const { name, detail } = useVariantNames(guideline)(variant);
  return <GuessPlace guess={guess} id={variant.id} name={name} detail={detail} />;
}

function HereCell({ variant: { timeMs }, bestMs }: { readonly variant: TimedVariant; readonly bestMs: number }) {
  const { i18n } = useLingui();
  const ms = (valueMs: number) => millisecondsText(valueMs, i18n.locale, bestMs);
  return (
    <>
      <span className={styles.share}>{ms(timeMs.median)} ms</span>
      <span className={styles.detail}>
        {ms(timeMs.low)}–{ms(timeMs.high)}
      </span>
    </>
  );
}

const plain = { maximumFractionDigits: 1 } as const;

function PaperCell({ speed }: { readonly speed: number }) {
  const number = useNumberText(plain);
  return <span className={styles.share}>{number(speed)}</span>;
}
