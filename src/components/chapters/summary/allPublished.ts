import { modelById } from '../../../nets/models/index';
import { networkTitle } from '../../../nets/models/networkName';
import { nearestChoice, defaultsOf } from '../../../nets/parameter';
import { published } from '../../../nets/papers/published';
import { costOf } from '../../../nets/readings/cost';
import { argument } from '../../explain/network/argument';

/** A network of the course with a published accuracy, and what its graph costs. */
export type PublishedNetwork = {
  readonly name: string;
  readonly params: number;
  readonly macs: number;
  /** In per cent. */
  readonly top1: number;
};

/** Each once, the first figure that is printed for it; those of other structures are left out. The most accurate first. */
export const allPublished: readonly PublishedNetwork[] = firstOfEach(
  published.flatMap(({ net, options, resolution, otherStructure, top1 }) => {
    const found = modelById(net);
    const isOfCourse = argument.some((step) => step.net === net);
    if (!isOfCourse || !found.ok || otherStructure !== undefined || top1 === undefined) return [];
    const model = found.value;
    const choice = nearestChoice(model.options, { ...defaultsOf(model.options), ...options, resolution });
    const graph = model.build(choice);
    if (!graph.ok) return [];
    const { params, macs } = costOf(graph.value);
    return { name: `${networkTitle({ model, choice })}, ${String(resolution)} px`, params, macs, top1 };
  }),
).toSorted((a, b) => b.top1 - a.top1);

function firstOfEach(networks: readonly PublishedNetwork[]): readonly PublishedNetwork[] {
  return networks.filter(({ name }, at) => networks.findIndex((other) => other.name === name) === at);
}
