import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../../nets/models';
import { builtGraph } from '../../../nets/models/model';
import { costOf } from '../../../nets/readings/cost';
import type { Manifest } from '../../../run/weights/manifest';
import { Fold } from '../../ui/Fold';
import { bytesText, percentText } from '../../ui/numberText';
import { Select } from '../../ui/Select';
import styles from './NetworkChooser.module.css';
import { networkGroups } from '../../../lab/networks/networkGroups';
import { manifestTitle, trainedRunnable, untrainedRunnable, type Runnable } from '../../../lab/networks/runnable';
import { WeightsText } from './WeightsText';
import { late } from '../../ui/late';

const RunnableControls = late(async () => (await import('./RunnableControls')).RunnableControls);

type NetworkChooserProps = {
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly chosen: Runnable | null;
  readonly onChoose: (wanted: Runnable) => void;
  readonly label?: string;
};

/** The choice of network, options and resolution, with the accuracy of its weights. */
export function NetworkChooser({ trained, chosen, onChoose, label }: NetworkChooserProps) {
  const { t } = useLingui();
  return (
    <div className={styles.root}>
      <NetworkSelect trained={trained} chosen={chosen} onChoose={onChoose} label={label ?? t`Network`} />
      {chosen === null ? null : (
        <>
          <WeightsText chosen={chosen} trained={trained} onChoose={onChoose} />
          <Fold className={styles.options} summary={<Trans>Options and resolution</Trans>}>
            <div className={styles.controls}>
              <RunnableControls chosen={chosen} trained={trained} onChoose={onChoose} />
            </div>
          </Fold>
        </>
      )}
    </div>
  );
}

/** Lists networks with weights first, in groups whose accuracies compare, then the rest of the catalogue. */
export function NetworkSelect({ trained, chosen, onChoose, label }: NetworkChooserProps & { readonly label: string }) {
  const { t, i18n } = useLingui();
  const groupTitles = {
    imagenet: t`ImageNet: one of 1000 classes`,
    everyday: t`Everyday things: one of 64 classes`,
    numbers: t`Other classes`,
  };
  const detailText = ({ resolution, bytes, accuracy, publishedTop1 }: Manifest) => {
    const size = bytesText(bytes, i18n.locale);
    const share = accuracy?.top1 ?? (publishedTop1 === undefined ? undefined : publishedTop1 / 100);
    if (share === undefined) return t`${resolution} px, ${size}`;
    const top1 = percentText(share, i18n.locale);
    return t`${resolution} px, ${size}, ${top1} right`;
  };
  const untrainedDetail = (id: string, year: number) => {
    const bytes = weightBytesOf(id);
    if (bytes < largeBytes) return String(year);
    const size = bytesText(bytes, i18n.locale);
    return t`${year}, ${size} of memory`;
  };
  const groups = networkGroups(trained);
  const untrained = chosen?.manifest === null ? chosen.network.model : undefined;
  const isListed = untrained === undefined || groups.untrained.includes(untrained);
  return (
    <Select
      label={label}
      note={
        groups.trained.length > 1
          ? t`The newest is first. The right one of 1000 classes is harder to name than one of 64, so percentages compare within a group only.`
          : t`The newest is first.`
      }
      options={[
        ...groups.trained.flatMap(({ naming, networks }) =>
          networks.map((manifest) => ({
            value: manifest.name,
            label: naming === 'imagenet' ? `${manifestTitle(manifest)}, ImageNet` : manifestTitle(manifest),
            detail: detailText(manifest),
            group: groupTitles[naming],
          })),
        ),
        ...[...groups.untrained, ...(isListed ? [] : [untrained])].map(({ id, name, year }) => ({
          value: id,
          label: name,
          detail: untrainedDetail(id, year),
          group: t`Untrained: latency only`,
        })),
      ]}
      value={chosen === null ? null : (chosen.manifest?.name ?? chosen.network.model.id)}
      placeholder={t`Looking for networks`}
      isDisabled={chosen === null && trained.length === 0}
      onChange={(value) => {
        const manifest = trained.find(({ name }) => name === value);
        const model = catalogue.find(({ id }) => id === value);
        const wanted = manifest === undefined ? undefined : trainedRunnable(manifest);
        if (wanted?.ok === true) onChoose(wanted.value);
        else if (model !== undefined) onChoose(untrainedRunnable(model));
      }}
    />
  );
}

/** What is said before the press; a network of less is there at once. */
const largeBytes = 50_000_000;

const sizes = new Map<string, number>();

/** Bytes of the weights of a network at its defaults, in float32; counted once. */
function weightBytesOf(id: string): number {
  const known = sizes.get(id);
  if (known !== undefined) return known;
  const model = catalogue.find((candidate) => candidate.id === id);
  const bytes = model === undefined ? 0 : 4 * costOf(builtGraph(model)).params;
  sizes.set(id, bytes);
  return bytes;
}
