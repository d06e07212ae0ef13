import { Trans, useLingui } from '@lingui/react/macro';
import type { Bottleneck } from '../../nets/readings/bottlenecks';
import { bottleneckRows, bottlenecksOf } from '../../nets/readings/bottlenecks';
import { Figure } from '../controls/Figure';
import { Quantity } from '../controls/Quantity';
import { Prose, Section } from '../explore/ExplorePage';
import { KnobControls } from '../explore/KnobControls';
import type { Exploration } from '../explore/useExploration';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { EveryLayerLink } from '../mobileNets/EveryLayerLink';
import { BottleneckShape } from '../mobileNets/BottleneckShape';
import styles from './RulesSection.module.css';

/** The seventeen blocks of the network, and which of them have a shortcut and an expansion, with the reason. */
export function RulesSection({ family }: { readonly family: Exploration<'width' | 'resolution'> }) {
  const { t } = useLingui();
  const blocks = bottlenecksOf(family.block.graph);
  const joined = blocks.filter(({ hasShortcut }) => hasShortcut).length;
  const mostChannels = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  return (
    <Section title={t`The rules, block by block`}>
      <Prose>
        <p>
          <Trans>
            A block adds its input only where it can: at stride 1, with as many channels out as in. {joined} of its{' '}
            {blocks.length} blocks do. And a block with t = 1, the first, has no expansion convolution at all.
          </Trans>
        </p>
      </Prose>
      <KnobControls
        exploration={family}
        texts={{
          width: { label: t`Width multiplier`, hint: t`Channels are rounded to multiples of 8.` },
          resolution: { label: t`Image`, unit: 'px' },
        }}
      />
      <Figure
        title={t`All blocks of MobileNet V2`}
        files={{ name: 'mobilenet-v2-blocks', numbers: () => bottleneckRows(blocks) }}
        onReset={family.reset}
        caption={
          <Trans>
            Drawn to scale: input, expanded and output width. Read from the graph; the paper's text speaks of 19
            bottleneck layers, but its Table 2 lists these 17.
          </Trans>
        }
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t`Block`}</th>
              <th scope="col">{t`Widths`}</th>
              <th scope="col" className={styles['drawing']}>{t`To scale`}</th>
              <th scope="col">t</th>
              <th scope="col">{t`Stride`}</th>
              <th scope="col">{t`Shortcut`}</th>
              <th scope="col" className={styles['macs']}>{t`MACs`}</th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block) => (
              <BlockRow key={block.id} block={block} mostChannels={mostChannels} />
            ))}
          </tbody>
        </table>
      </Figure>
      <EveryLayerLink model={mobileNetV2} family={family} />
    </Section>
  );
}

function BlockRow({ block, mostChannels }: { readonly block: Bottleneck; readonly mostChannels: number }) {
  const { i18n } = useLingui();
  const expansion = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(block.expansion);
  return (
    <tr>
      <th scope="row">{block.id.replace('stage', '').replace('.block', '.')}</th>
      <td>
        {block.input.channels} → {block.expandedChannels} → {block.output.channels}
      </td>
      <td className={styles['drawing']}>
        <BottleneckShape block={block} mostChannels={mostChannels} />
      </td>
      <td>{expansion}</td>
      <td>{block.stride}</td>
      <td>
        <ShortcutWords block={block} />
      </td>
      <td className={styles['macs']}>
        <Quantity value={block.macs} stops="plain" />
      </td>
    </tr>
  );
}

function ShortcutWords({ block }: { readonly block: Bottleneck }) {
  if (block.hasShortcut) {
    return (
      <span className={styles['yes']}>
        <Trans>yes</Trans>
      </span>
    );
  }
  return (
    <span className={styles['no']}>
      {block.stride === 2 ? (
        <Trans>no: stride 2</Trans>
      ) : (
        <Trans>
          no: {block.input.channels} ≠ {block.output.channels}
        </Trans>
      )}
    </span>
  );
}
