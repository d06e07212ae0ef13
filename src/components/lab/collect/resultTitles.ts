import { backendName } from '../../../run/device/backendName';
import { networkTitle } from '../../../nets/models/networkName';
import type { Choice } from '../../../nets/parameter';
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
  return `${networkTitle(network)}, ${String(network.choice['resolution'])}\u00a0px`;
}

/** How an option and its value are written: `Padding: symmetric`. */
export type WriteOption = (name: string, value: string) => string;

/** Titles that tell the networks of these results apart: those of one title also name the options in which they differ. */
export function distinctTitles(results: readonly LabResult[], write: WriteOption): (result: LabResult) => string {
  const alike = new Map<string, Map<string, Choice>>();
  for (const result of results) {
    const title = titleOf(result);
    const members = alike.get(title) ?? new Map<string, Choice>();
    alike.set(title, members.set(result.network, choiceOf(result)));
  }
  const titles = new Map<string, string>();
  return (result) => {
    const known = titles.get(result.network);
    if (known !== undefined) return known;
    const title = titleOf(result);
    const choice = choiceOf(result);
    const others = [...(alike.get(title)?.values() ?? [])];
    const telling = Object.keys(choice).filter((name) => others.some((other) => other[name] !== choice[name]));
    const full = [title, ...telling.map((name) => write(name, String(choice[name])))].join(', ');
    titles.set(result.network, full);
    return full;
  };
}

function choiceOf(result: LabResult): Choice {
  const counted = countedOf(result);
  return counted.ok ? counted.value.network.choice : {};
}

/** The colour of each network's results, from 1, in order of arrival. */
export function seriesOfNetworks(results: readonly LabResult[]): (result: LabResult) => number {
  const networks = [...new Set(results.map(({ network }) => network))];
  const series = new Map(networks.map((network, index) => [network, (index % 8) + 1]));
  return ({ network }) => series.get(network) ?? 1;
}
