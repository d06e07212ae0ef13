import { Trans, useLingui } from '@lingui/react/macro';
import { inputOf } from '../../../nets/graph';
import type { ConvFlavour } from '../../../nets/op';
import { convFlavour, hasTrait } from '../../../nets/op';
import type { Cost, LayerCost } from '../../../nets/readings/cost';
import type { Share } from '../../../nets/readings/shares';
import { sharesOf } from '../../../nets/readings/shares';
import { toneClass } from '../../ui/tone';
import styles from './MacShares.module.css';

type Kind = ConvFlavour | 'fullyConnected';

/** What the paper prints in its Table 2 for the network at width 1 and 224 px: per cent of mult-adds and of parameters. */
const printed: Readonly<Partial<Record<Kind, { readonly macs: string; readonly params: string }>>> = {
  pointwise: { macs: '94.86', params: '74.59' },
  depthwise: { macs: '3.06', params: '1.06' },
  standard: { macs: '1.19', params: '0.02' },
  fullyConnected: { macs: '0.18', params: '24.33' },
};

/** Where a network's multiply-adds and params are, by kind of layer, beside the paper's Table 2. */
export function MacShares({ cost }: { readonly cost: Cost }) {
  const { t } = useLingui();
  // As in the paper, which leaves batch norm out.
  const shares = sharesOf(cost, kindOf, ({ weights, biases }) => weights + biases);
  const sorted = [...shares].sort((a, b) => b.macs - a.macs);
  return (
    <table className={styles['table']}>
      <caption>{t`Share of each kind of layer, in per cent`}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t`MACs`}</th>
          <th scope="col" className={styles['printed']}>{t`paper`}</th>
          <th scope="col">{t`Params`}</th>
          <th scope="col" className={styles['printed']}>{t`paper`}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((share) => (
          <ShareRow key={share.group} share={share} />
        ))}
      </tbody>
    </table>
  );
}

function ShareRow({ share }: { readonly share: Share<Kind> }) {
  const { i18n, t } = useLingui();
  const percent = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const kind = share.group;
  const names: Readonly<Record<Kind, string>> = {
    pointwise: t`Pointwise 1×1`,
    depthwise: t`Depthwise 3×3`,
    standard: t`First layer 3×3`,
    fullyConnected: t`Fully connected`,
    grouped: t`Grouped`,
    groupedPointwise: t`Grouped 1×1`,
  };
  return (
    <tr className={toneClass(kind === 'fullyConnected' ? 'pool' : kind === 'groupedPointwise' ? 'grouped' : kind)}>
      <th scope="row">{names[kind]}</th>
      <td data-share={`${kind}-macs`}>
        {percent.format(share.macsShare * 100)}
        <Bar fraction={share.macsShare} />
      </td>
      <td className={styles['printed']}>
        {printed[kind]?.macs}
        {kind === 'standard' ? <MisprintMark /> : null}
      </td>
      <td data-share={`${kind}-params`}>
        {percent.format(share.paramsShare * 100)}
        <Bar fraction={share.paramsShare} />
      </td>
      <td className={styles['printed']}>{printed[kind]?.params}</td>
    </tr>
  );
}

function MisprintMark() {
  return (
    <span className={styles['misprint']}>
      <Trans>misprint of 1.91</Trans>
    </span>
  );
}

function Bar({ fraction }: { readonly fraction: number }) {
  return (
    <span className={styles['bar']} aria-hidden="true">
      <span className={styles['filled']} style={{ inlineSize: `${fraction * 100}%` }} />
    </span>
  );
}

function kindOf({ node }: LayerCost): Kind | undefined {
  if (!hasTrait(node.op, 'isWeightLayer')) return undefined;
  return node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : node.op.kind;
}
