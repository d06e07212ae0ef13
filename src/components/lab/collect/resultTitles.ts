import { backendName } from '../../../run/device/backendName';
import { networkTitle } from '../../../nets/models/networkName';
import { parametersBesides } from '../../../nets/parameter';
import { countedOf, type LabResult } from '../../../lab/results/labResult';

/** `WebGPU intel gen-12lp (Chrome 156, Linux)`, without what is not known. */
export function deviceOf({ backend, adapter, browser }: LabResult): string {
  const written = [adapter, browser.trim() === '' ? '' : `(${browser})`].map((text) => text.trim());
  return [backendName(backend), ...written.filter((text) => text !== '')].join(' ');
}

/** `SqueezeNet 1.1, 96 px` */
export function titleOf(result: LabResult): string {
  const counted = countedOf(result);
  if (!counted.ok) return result.network;
  const { network } = counted.value;
  return `${networkTitle(network)}, ${String(network.choice['resolution'])} px`;
}

/** Titles that tell the networks of these results apart: an option besides structure, width and image is named where it must. */
export function distinctTitles(results: readonly LabResult[]): (result: LabResult) => string {
  const names = new Map<string, Set<string>>();
  for (const result of results) {
    const title = titleOf(result);
    names.set(title, (names.get(title) ?? new Set()).add(result.network));
  }
  const titles = new Map<string, string>();
  return (result) => {
    const known = titles.get(result.network);
    if (known !== undefined) return known;
    const title = titleOf(result);
    const full = (names.get(title)?.size ?? 0) > 1 ? [title, ...otherOptions(result)].join(', ') : title;
    titles.set(result.network, full);
    return full;
  };
}

/** `64 classes` and the like: what a network's title leaves out, with every value. */
function otherOptions(result: LabResult): readonly string[] {
  const counted = countedOf(result);
  if (!counted.ok) return [];
  const { model, choice } = counted.value.network;
  return parametersBesides(model.options, ['structure', 'size', 'ablation', 'width', 'input']).map(
    ([name]) => `${name} ${String(choice[name])}`,
  );
}

/** The colour of each network's results, from 1, in order of arrival. */
export function seriesOfNetworks(results: readonly LabResult[]): (result: LabResult) => number {
  const networks = [...new Set(results.map(({ network }) => network))];
  const series = new Map(networks.map((network, index) => [network, (index % 8) + 1]));
  return ({ network }) => series.get(network) ?? 1;
}
