import { parseAsString } from 'nuqs';
import { builtGraph, type Model } from '../../nets/models/model';
import { countedGraph } from '../../nets/readings/cost';
import { subgraphOf } from '../../nets/subgraph';
import { useAddressValue } from '../ui/address/useAddress';
import { CountedGraph } from './CountedGraph';
import { partParameter } from './partParameter';

const parser = parseAsString.withDefault('');

type CountedPartProps = {
  readonly network: Model;
  /** The part that is counted unless the address names another. */
  readonly first: string;
  readonly isAnswered: boolean;
};

/** A block of a whole network: the one that was chosen on the chapter's page. */
export function CountedPart({ network, first, isAnswered }: CountedPartProps) {
  const [wanted] = useAddressValue(partParameter, parser);
  const graph = builtGraph(network);
  const part = (wanted === '' ? undefined : subgraphOf(graph, wanted)) ?? subgraphOf(graph, first);
  return part === undefined ? null : <CountedGraph block={countedGraph(part)} isAnswered={isAnswered} />;
}
