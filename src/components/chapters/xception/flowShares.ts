import { builtGraph } from '../../../nets/models/model';
import { xception } from '../../../nets/models/xception';
import { costOf } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';

const parts = ['stem', 'entry', 'middle', 'exit', 'classifier'] as const;

/** What each flow of the whole network has of its multiply-adds and params. */
export function flowShares() {
  return sharesOf(costOf(builtGraph(xception)), ({ node }) => parts.find((part) => node.id.startsWith(part)));
}
