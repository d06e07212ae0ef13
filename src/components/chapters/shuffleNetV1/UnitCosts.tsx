import { Trans, useLingui } from '@lingui/react/macro';
import type { Choice } from '../../../nets/parameter';
import { comparedUnit } from '../../../nets/explorables/shuffleUnits';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import { Bar } from '../../ui/Bar';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import { useRatioText } from '../../explain/cost/useRatioText';
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
  const { t } = useLingui();
  const ratioText = useRatioText();
  const [channels, groups, resolution] = [values['channels'], values['groups'], values['resolution']].map(Number);
  const setting = { channels: channels ?? 0, groups: groups ?? 1, resolution: resolution ?? 1 };
  const counted = units.map((unit) => ({ ...unit, macs: costOf(graphOf(comparedUnit(unit.id, setting))).macs }));
  const names: Readonly<Record<(typeof units)[number]['id'], string>> = {
    resNet: 'ResNet',
    resNeXt: t`ResNeXt: grouped 3×3`,
    depthwiseBottleneck: t`(a): depthwise 3×3`,
    shuffleNet: t`(b): grouped 1×1 too`,
  };
  const resNetMacs = counted[0]?.macs ?? 1;
  return (
    <div className={styles.card}>
      <Table
        look="printed"
        className={styles.wide}
        label={t`Units compared`}
        fileName="shufflenet-v1-unit-costs"
        caption={
          <>
            <strong className={styles.title}>{t`Each step cuts multiply-adds`}</strong>
            <Trans>
              Stride 1, c = {setting.channels}, m = c/4 = {setting.channels / 4}, g = {setting.groups}, h × w ={' '}
              {setting.resolution} × {setting.resolution}. The paper calls multiply-adds FLOPs.
            </Trans>
          </>
        }
        rows={counted}
        keyOf={({ id }) => id}
        attributesOf={({ id }) => ({ 'data-unit': id })}
        columns={[
          {
            head: t`Unit`,
            file: 'unit',
            value: ({ name }) => name,
            show: ({ id, tex }) => (
              <>
                {names[id]}
                <span className={styles.formula}>
                  <Formula tex={tex} />
                </span>
              </>
            ),
          },
          { file: 'channels', value: () => setting.channels },
          { file: 'groups', value: () => setting.groups },
          { file: 'resolution', value: () => setting.resolution },
          {
            head: t`MACs`,
            file: 'MACs',
            value: ({ macs }) => macs,
            format: quantity,
            attributes: ({ id }) => ({ 'data-figure': `macs-${id}` }),
          },
          {
            head: t`Beside ResNet’s bottleneck`,
            align: 'start',
            className: styles.compared,
            show: ({ id, macs }) => (
              <span className={styles.against}>
                <Bar fraction={macs / resNetMacs} className={styles.macs} />
                {id === 'resNet' ? null : <span>{ratioText(macs, resNetMacs)}</span>}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
