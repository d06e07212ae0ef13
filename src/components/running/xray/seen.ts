import type { Graph } from '../../../nets/graph';
import type { Cost } from '../../../nets/readings/cost';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import type { StageTimes } from '../../../lab/xray/stageTimes';
import type { XrayPlace } from '../../../lab/xray/place';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import type { Normalisation } from '../../../run/frames/preprocess';

/** A running network that is looked into. */
export type XrayedNetwork = {
  readonly name: string;
  /** With batch norm folded. */
  readonly graph: Graph;
  readonly cost: Cost;
  readonly normalisation: Normalisation;
  /** How its time divides, where this browser has measured it. */
  readonly times?: StageTimes | null;
  /** Name of each output; null where the weights are random. */
  readonly labels: readonly string[] | null;
};

/** What is seen of some nodes on one frame, by id. */
export type SeenMaps = ReadonlyMap<string, SeenTensor>;

/** What a level of the X-ray shows. */
export type LevelProps = {
  readonly network: XrayedNetwork;
  readonly maps: SeenMaps;
  readonly onOpen: (place: XrayPlace) => void;
};

/** The weights of some layers, by id. */
export type SeenWeights = ReadonlyMap<string, LayerWeights>;
