import { mobileNetV2 } from '../nets/models/mobileNetV2';
import { builtGraph } from '../nets/models/model';
import { networkName, networkOfName, type NamedNetwork } from '../nets/models/networkName';
import { accuracyFor } from '../nets/papers/publishedFor';
import { defaultsOf, type Choice } from '../nets/parameter';
import { countedGraph, type Counted } from '../nets/readings/cost';
import type { Subject } from './subject';

/** A subject at one state of its page: its values, and what the page counts there. */
export type Setting = {
  /** A legal value of every knob or option. */
  readonly values: Choice;
  readonly block: Counted;
  /** What the block replaces. */
  readonly replaced: Counted | undefined;
  /** Published ImageNet top-1 in per cent, of exactly this network. */
  readonly top1: number | undefined;
};

/** Values of a page's address by their keys. */
export type Query = Readonly<Record<string, string>>;

/** The keys of a page's address that choose a subject's values. */
export function keysOf(subject: Subject): readonly string[] {
  if (subject.kind === 'network') return ['net'];
  return Object.keys(subject.explorable.knobs).map((name) => `${subject.id}.${name}`);
}

/** A subject at the state that an address holds; what the address does not say, or wrongly, is at its default. */
export function settingOf(subject: Subject, query: Query): Setting {
  if (subject.kind === 'network') return networkSetting(networkAt(query));
  const wanted = Object.keys(subject.explorable.knobs).flatMap((name) => {
    const text = query[`${subject.id}.${name}`];
    return text === undefined ? [] : [[name, text] as const];
  });
  const { values, block, replaced } = subject.explorable.at(Object.fromEntries(wanted));
  return { values, block: countedGraph(block), replaced: replaced && countedGraph(replaced), top1: undefined };
}

/** A network with what is counted and published of it. */
export function networkSetting(network: NamedNetwork): Setting {
  return {
    values: network.choice,
    block: countedGraph(builtGraph(network.model, network.choice)),
    replaced: undefined,
    top1: accuracyFor(network)?.top1,
  };
}

/** The network that the pages show for this address. */
export function networkAt({ net }: Query): NamedNetwork {
  const named = net === undefined ? undefined : networkOfName(net);
  if (named?.ok === true && named.value.model.build(named.value.choice).ok) return named.value;
  return { model: mobileNetV2, choice: defaultsOf(mobileNetV2.options) };
}

/** The query of an address that puts a subject at these values; defaults are left out. */
export function queryAt(subject: Subject, values: Choice, network?: NamedNetwork): Query {
  if (subject.kind === 'network') return network === undefined ? {} : { net: networkName(network) };
  const { id, explorable } = subject;
  const chosen = Object.entries(values).filter(([name, value]) => explorable.knobs[name]?.default !== value);
  return Object.fromEntries(chosen.map(([name, value]) => [`${id}.${name}`, String(value)]));
}
