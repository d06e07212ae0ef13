import { Trans, useLingui } from '@lingui/react/macro';
import type { Choice } from '../../../nets/parameter';
import { comparedUnit } from '../../../nets/explorables/shuffleUnits';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { TableFrame } from '../../ui/TableFrame';
import { Formula } from '../../explain/cost/Formula';
import styles from './ShuffleNetV1.module.css';

const units = [
  { id: 'resNet', name: 'ResNet', tex: 'hw\\,(2cm + 9m^2)' },
  { id: 'resNeXt', name: 'ResNeXt', tex: 'hw\\,(2cm + 9m^2/g)' },
  { id: 'depthwiseBottleneck', name: '(a)', tex: 'hw\\,(2cm + 9m)' },
  { id: 'shuffleNet', name: 'ShuffleNet (b)', tex: 'hw\\,(2cm/g + 9m)' },
] as const;

/** The paper's comparison of units at one setting: input c, bottleneck m = c / 4, groups g, stride 1. Section 3.2. */
export function UnitCosts({ values }: { readonly values: Choice }) {
  const { i18n, t } = useLingui();
  const [channels, groups, resolution] = [values['channels'], values['groups'], values['resolution']].map(Number);
  const setting = { channels: channels ?? 0, groups: groups ?? 1, resolution: resolution ?? 1 };
  const counted = units.map((unit) => ({ ...unit, macs: costOf(graphOf(comparedUnit(unit.id, setting))).macs }));
  const most = counted[0]?.macs ?? 1;
  return (
    <>
      <TableFrame
        label={t`Units compared`}
        files={{
          name: 'shufflenet-v1-unit-costs',
          numbers: () => recordRows(counted.map(({ name, macs }) => ({ unit: name, ...setting, MACs: macs }))),
        }}
      >
        <table className={styles['table']}>
          <caption>
            <Trans>
              Four units with stride 1 at the same settings: c = {setting.channels}, m = c/4 = {setting.channels / 4}, g
              = {setting.groups}, map {setting.resolution} × {setting.resolution}
            </Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Unit</Trans>
              </th>
              <th scope="col">
                <Trans>MACs</Trans>
              </th>
              <th scope="col">
                <Trans>Here</Trans>
              </th>
              <th scope="col" className={styles['start']}>
                <Trans>Of ResNet's</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ id, name, tex, macs }) => (
              <tr key={id} data-unit={id}>
                <th scope="row">{name}</th>
                <td>
                  <Formula tex={tex} />
                </td>
                <td data-figure={`macs-${id}`}>
                  <Quantity value={macs} stops="plain" />
                </td>
                <td className={styles['start']}>
                  {percentText(macs / most, i18n.locale)}
                  <span className={styles['bar']} aria-hidden="true">
                    <span className={styles['filled']} style={{ inlineSize: `${(macs / most) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className={styles['note']}>
        <Trans>The paper calls these FLOPs and means multiply-adds, as we do.</Trans>
      </p>
    </>
  );
}
