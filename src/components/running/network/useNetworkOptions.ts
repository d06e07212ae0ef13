import { useLingui } from '@lingui/react/macro';
import { catalogue } from '../../../nets/models';
import { builtGraph } from '../../../nets/models/model';
import { costOf } from '../../../nets/readings/cost';
import { networkGroups, type NetworkGroup } from '../../../lab/networks/networkGroups';
import { ownTitle } from '../../../lab/networks/ownTitle';
import { manifestTitle, trainedRunnable, untrainedRunnable, type Runnable } from '../../../lab/networks/runnable';
import type { Manifest } from '../../../run/weights/manifest';
import { bytesText, percentText } from '../../ui/numberText';
import type { SelectOption } from '../../ui/optionItems';

/** The networks to choose from, as the options of a list. */
export type NetworkOptions = {
  readonly options: readonly SelectOption<string>[];
  /** The option of the chosen network; null while it is not known which there are. */
  readonly value: string | null;
  /** A sentence over the list. */
  readonly note: string;
  /** The network of an option; null where it has none. */
  readonly networkOf: (value: string) => Runnable | null;
};

/** Networks with weights first, in groups whose accuracies compare, then the rest of the catalogue. */
export function useNetworkOptions(trained: readonly Manifest[], chosen: Runnable | null): NetworkOptions {
  // The macro hides the only hook from the compiler, and the list takes 3 ms.
  'use memo';
  const { t, i18n } = useLingui();
  const groupTitles: Readonly<Record<NetworkGroup, string>> = {
    imagenet: t`ImageNet (1,000 classes)`,
    everyday: t`Everyday objects (64 classes)`,
    numbers: t`Other classes`,
    own: t`From your own files`,
  };
  const detailText = ({ resolution, bytes, accuracy, publishedTop1 }: Manifest) => {
    const size = bytesText(bytes, i18n.locale);
    const share = accuracy?.top1 ?? (publishedTop1 === undefined ? undefined : publishedTop1 / 100);
    if (share === undefined) return t`${resolution} px, ${size}`;
    const top1 = percentText(share, i18n.locale);
    return t`${resolution} px, ${size}, ${top1} correct`;
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
  return {
    note:
      groups.trained.length > 1
        ? t`Newest first. One of 1,000 classes is harder to name than one of 64, so compare percentages only within a group.`
        : t`Newest first.`,
    value: chosen === null ? null : (chosen.manifest?.name ?? chosen.network.model.id),
    options: [
      ...groups.trained.flatMap(({ naming, networks }) =>
        networks.map((manifest) => ({
          value: manifest.name,
          label:
            ownTitle(manifest) ??
            (naming === 'imagenet' ? `${manifestTitle(manifest)}, ImageNet` : manifestTitle(manifest)),
          detail: naming === 'own' ? `${manifestTitle(manifest)}, ${detailText(manifest)}` : detailText(manifest),
          group: groupTitles[naming],
        })),
      ),
      ...[...groups.untrained, ...(isListed ? [] : [untrained])].map(({ id, name, year }) => ({
        value: id,
        label: name,
        detail: untrainedDetail(id, year),
        group: t`Untrained: latency only`,
      })),
    ],
    networkOf: (value) => networkOf(value, trained),
  };
}

function networkOf(value: string, trained: readonly Manifest[]): Runnable | null {
  const manifest = trained.find(({ name }) => name === value);
  const wanted = manifest === undefined ? undefined : trainedRunnable(manifest);
  if (wanted?.ok === true) return wanted.value;
  const model = catalogue.find(({ id }) => id === value);
  return model === undefined ? null : untrainedRunnable(model);
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
