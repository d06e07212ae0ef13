import { Trans, useLingui } from '@lingui/react/macro';
import type { Choice } from '../../../nets/parameter';
import { comparedUnit } from '../../../nets/explorables/shuffleUnits';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import { Bar } from '../../ui/Bar';
import { percentText } from '../../ui/numberText';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import { Formula } from '../../explain/cost/Formula';
import styles from './ShuffleNetV1.module.css';

const units = [
  { id: 'resNet', name: 'ResNet', tex: 'hw\\,(2cm + 9m^2)' },
  { id: 'resNeXt', name: 'ResNeXt', tex: 'hw\\,(2cm + 9m^2/g)' },
  { id: 'depthwiseBottleneck', name: '(a)', tex: 'hw\\,(2cm + 9m)' },
  { id: 'shuffleNet', name: 'ShuffleNet (b)', tex: 'hw\\,(2cm/g + 9m)' },
] as const;

/** The paper's comparison of units (section 3.2): input c, bottleneck m = c / 4, groups g, stride 1. */
export function UnitCosts({ values }: { readonly values: Choice }) {
  const { i18n, t } = useLingui();
  const [channels, groups, resolution] = [values['channels'], values['groups'], values['resolution']].map(Number);
  const setting = { channels: channels ?? 0, groups: groups ?? 1, resolution: resolution ?? 1 };
  const counted = units.map((unit) => ({ ...unit, macs: costOf(graphOf(comparedUnit(unit.id, setting))).macs }));
  const resNetMacs = counted[0]?.macs ?? 1;
  return (
    <>
      <Table
        look="printed"
        className={styles.table}
        label={t`Units compared`}
        fileName="shufflenet-v1-unit-costs"
        caption={
          <Trans>
            Four units with stride 1 at the same settings: c = {setting.channels}, m = c/4 = {setting.channels / 4}, g ={' '}
            {setting.groups}, map {setting.resolution} × {setting.resolution}
          </Trans>
        }
        rows={counted}
        keyOf={({ id }) => id}
        attributesOf={({ id }) => ({ 'data-unit': id })}
        columns={[
          { head: t`Unit`, file: 'unit', value: ({ name }) => name },
          { file: 'channels', value: () => setting.channels },
          { file: 'groups', value: () => setting.groups },
          { file: 'resolution', value: () => setting.resolution },
          { head: t`MACs`, show: ({ tex }) => <Formula tex={tex} /> },
          {
            head: t`Here`,
            file: 'MACs',
            value: ({ macs }) => macs,
            format: quantity,
            attributes: ({ id }) => ({ 'data-figure': `macs-${id}` }),
          },
          {
            head: t`Of ResNet’s`,
            align: 'start',
            show: ({ macs }) => (
              <>
                {percentText(macs / resNetMacs, i18n.locale)}
                <Bar fraction={macs / resNetMacs} className={styles.bar} />
              </>
            ),
          },
        ]}
      />
      <p className={styles.note}>
        <Trans>The paper calls these FLOPs and means multiply-adds, as we do.</Trans>
      </p>
    </>
  );
}
