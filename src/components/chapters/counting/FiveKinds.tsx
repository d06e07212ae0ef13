import { Trans, useLingui } from '@lingui/react/macro';
import { convolution, fullyConnectedOnMap } from '../../../nets/explorables/convolution';
import type { Choice } from '../../../nets/parameter';
import { commonDivisors } from '../../../nets/steps';
import type { Cost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import { Button } from '../../ui/Button';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import { Formula } from '../../explain/cost/Formula';
import type { Exploration } from '../../explain/exploration/useExploration';
import styles from './FiveKinds.module.css';

type Kind = {
  readonly id: string;
  readonly name: string;
  readonly params: string;
  readonly macs: string;
  readonly knobs: Choice;
  /** At the chosen knobs. */
  readonly cost: Cost;
  /** Whether the workbench can show it. */
  readonly isConvolution: boolean;
};

/** The five kinds of layer at the page's channels and map, with formulas; a button puts each convolution on the workbench. */
export function FiveKinds({ exploration }: { readonly exploration: Exploration }) {
  const { t } = useLingui();
  const { values, choose } = exploration;
  const kinds = useKinds(values);
  return (
    <Table
      look="words"
      className={styles.table}
      label={t`The kinds of convolution compared`}
      fileName="kinds-of-convolution"
      rows={kinds}
      keyOf={({ id }) => id}
      attributesOf={({ id }) => ({ 'data-kind': id })}
      columns={[
        { head: t`Kind`, file: 'kind', value: ({ id }) => id, show: ({ name }) => name },
        { head: t`Weights`, show: ({ params }) => <Formula tex={params} /> },
        { head: t`MACs`, show: ({ macs }) => <Formula tex={macs} /> },
        ...Object.keys(values).map((name) => ({ file: name, value: ({ knobs }: Kind) => knobs[name] })),
        {
          head: t`Here: params`,
          className: styles.number,
          file: 'params',
          value: ({ cost }) => cost.params,
          format: quantity,
        },
        {
          head: t`Here: MACs`,
          className: styles.number,
          file: 'MACs',
          value: ({ cost }) => cost.macs,
          format: quantity,
        },
        { file: 'memory access cost', value: ({ cost }) => cost.memoryAccess },
        {
          head: null,
          show: ({ isConvolution, knobs }) =>
            isConvolution ? (
              <Button
                look="quiet"
                onPress={() => {
                  choose(knobs);
                }}
              >
                <Trans>Show</Trans>
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

/**
 * Each kind at these channels. Grouped uses the middle one of the legal group counts; depthwise needs as many outputs as
 * inputs; a fully connected layer is a convolution whose window covers the whole map, so it has a single position.
 */
function useKinds(values: Choice): readonly Kind[] {
  const { t } = useLingui();
  const inChannels = Number(values['inChannels']);
  const outChannels = Number(values['outChannels']);
  const divisors = commonDivisors(inChannels, outChannels);
  const groups = divisors[Math.floor(divisors.length / 2)] ?? 1;
  const window = Math.max(3, Number(values['kernel']));
  const resolution = Number(values['resolution']);
  const map = 'h_\\mathrm{out}\\,w_\\mathrm{out}';
  const everyWeight = 'h_\\mathrm{in}\\,w_\\mathrm{in}\\,c_\\mathrm{in} c_\\mathrm{out}';
  const convolved = (changed: Choice) => {
    const knobs = { ...values, ...changed };
    return { knobs, cost: costOf(convolution.graph(knobs)), isConvolution: true };
  };
  return [
    {
      id: 'standard',
      name: t`Standard`,
      params: 'k^2 c_\\mathrm{in} c_\\mathrm{out}',
      macs: `k^2 c_\\mathrm{in} c_\\mathrm{out}\\,${map}`,
      ...convolved({ kernel: window, groups: 1 }),
    },
    {
      id: 'fully connected',
      name: t`Fully connected, k = ${resolution}`,
      params: everyWeight,
      macs: everyWeight,
      knobs: { ...values, kernel: resolution, stride: 1, groups: 1 },
      cost: costOf(fullyConnectedOnMap(values)),
      isConvolution: false,
    },
    {
      id: 'grouped',
      name: t`Grouped, g = ${groups}`,
      params: '\\tfrac{1}{g}\\,k^2 c_\\mathrm{in} c_\\mathrm{out}',
      macs: `\\tfrac{1}{g}\\,k^2 c_\\mathrm{in} c_\\mathrm{out}\\,${map}`,
      ...convolved({ kernel: window, groups }),
    },
    {
      id: 'depthwise',
      name: t`Depthwise, g = ${inChannels}`,
      params: 'k^2 c',
      macs: `k^2 c\\,${map}`,
      ...convolved({ kernel: window, outChannels: inChannels, groups: inChannels }),
    },
    {
      id: 'pointwise',
      name: t`Pointwise, k = 1`,
      params: 'c_\\mathrm{in} c_\\mathrm{out}',
      macs: `c_\\mathrm{in} c_\\mathrm{out}\\,${map}`,
      ...convolved({ kernel: 1, groups: 1 }),
    },
  ];
}
