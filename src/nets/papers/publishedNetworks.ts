import { modelById } from '../models/index';
import { builtGraph } from '../models/model';
import type { NamedNetwork } from '../models/networkName';
import { networkName } from '../models/networkName';
import { parseChoice } from '../parameter';
import { published } from './published';
import type { PublishedFigure } from './publishedFigure';
import type { Cost } from '../readings/cost';
import { costOf } from '../readings/cost';

/** A network with a published ImageNet accuracy, and its counted cost. */
export type PublishedNetwork = NamedNetwork & {
  readonly name: string;
  readonly cost: Cost;
  readonly figure: PublishedFigure & { readonly top1: number };
};

/** Every network with a published top-1, once, with its first row in `published`: usually the paper's own. */
export function publishedNetworks(): readonly PublishedNetwork[] {
  counted ??= countPublished();
  return counted;
}

let counted: readonly PublishedNetwork[] | undefined;

function countPublished(): readonly PublishedNetwork[] {
  const networks = new Map<string, PublishedNetwork>();
  for (const figure of published) {
    if (!hasTop1(figure) || figure.otherStructure !== undefined) continue;
    const model = modelById(figure.net);
    const choice = model.ok
      ? parseChoice(model.value.options, { ...figure.options, resolution: figure.resolution })
      : model;
    if (!model.ok || !choice.ok) continue;
    const network = { model: model.value, choice: choice.value };
    const name = networkName(network);
    if (networks.has(name)) continue;
    networks.set(name, { ...network, name, figure, cost: costOf(builtGraph(model.value, choice.value)) });
  }
  return [...networks.values()];
}

function hasTop1(figure: PublishedFigure): figure is PublishedFigure & { readonly top1: number } {
  return figure.top1 !== undefined;
}
