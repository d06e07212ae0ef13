import { useLingui } from '@lingui/react/macro';
import { fourDigits } from '../../../nets/readings/spreadsheet';
import { millisecondsText, shortNumberText, useNumberText } from '../../ui/numberText';
import type { Column } from '../../ui/tableColumn';
import type { ExperimentResult, TimedVariant } from '../../../lab/guidelines/experimentFiles';
import styles from './Guidelines.module.css';
import { SpeedDots, SpeedDotsHead } from './SpeedDots';
import { useVariantNames } from './useVariantNames';

type ResultColumns = {
  readonly result: ExperimentResult;
  readonly variants: readonly TimedVariant[];
  /** Ids, fastest first. */
  readonly guess: readonly string[];
};

/** A variant's time here beside the paper's two speeds. A dot plot has the speeds as shares of the fastest. */
export function useResultColumns({ result, variants, guess }: ResultColumns): readonly Column<TimedVariant>[] {
  const { t } = useLingui();
  const { guideline, device, setting } = result;
  const bestMs = Math.min(...variants.map(({ timeMs }) => timeMs.median));
  return [
    { file: 'guideline', value: () => guideline.toUpperCase() },
    {
      head: t`Network`,
      file: 'variant',
      value: ({ id }) => id,
      show: (variant) => <VariantName guideline={guideline} variant={variant} place={guess.indexOf(variant.id) + 1} />,
    },
    {
      head: <SpeedDotsHead variants={variants} />,
      className: styles.plot,
      show: (variant) => <SpeedDots variant={variant} variants={variants} />,
    },
    { file: 'backend', value: () => device.backend },
    { file: 'adapter', value: () => device.adapter },
    { file: 'resolution', value: () => setting.resolution },
    { file: 'blocks', value: () => setting.blocks },
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
  readonly guideline: ExperimentResult['guideline'];
  readonly variant: TimedVariant;
  /** Place in the guessed order, from 1; 0 if not guessed. */
  readonly place: number;
};

function VariantName({ guideline, variant, place }: VariantNameProps) {
  const { t } = useLingui();
  const { name, detail } = useVariantNames(guideline)(variant);
  return (
    <>
      {name} <span className={styles.detail}>{detail}</span> <Macs macs={variant.macs} />{' '}
      {place > 0 ? <span className={styles.detail}>{t`your guess: place ${place}`}</span> : null}
    </>
  );
}

function Macs({ macs }: { readonly macs: number }) {
  const { i18n, t } = useLingui();
  const count = shortNumberText(macs, i18n.locale);
  return <span className={styles.detail}>{t`${count} MACs`}</span>;
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
