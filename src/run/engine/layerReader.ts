import { failure, success, type Result } from '../../nets/result';
import { foldedLayer } from '../../nets/weights/fold';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import type { TensorValue } from '../../nets/weights/tensorValue';
import type { RunError } from '../errors/runError';
import type { NetworkChoice, NetworkHandle } from './engineCalls';
import { networkSource, type NetworkSource } from './networkSource';

/** The weights of single layers of the loaded networks. */
export type LayerReader = {
  readonly add: (network: NetworkHandle, choice: NetworkChoice) => void;
  readonly remove: (network: NetworkHandle) => void;
  /** Fails where the network is not loaded, or its weights cannot be had again. */
  readonly read: (network: NetworkHandle, id: string) => Promise<Result<LayerWeights, RunError>>;
};

/**
 * Reads a network's file again at the first question, because the device keeps weights in orders of its own; the browser has
 * the file since it loaded the network.
 */
export function layerReader(weightsUrl: string): LayerReader {
  const choices = new Map<NetworkHandle, NetworkChoice>();
  const sources = new Map<NetworkHandle, Promise<Result<NetworkSource, RunError>>>();
  const opened = (network: NetworkHandle, choice: NetworkChoice): Promise<Result<NetworkSource, RunError>> => {
    const known = sources.get(network);
    if (known !== undefined) return known;
    const { signal } = new AbortController();
    const source = networkSource(choice, weightsUrl, { onProgress: () => undefined, signal });
    sources.set(network, source);
    return source;
  };
  return {
    add: (network, choice) => choices.set(network, choice),
    remove: (network) => {
      choices.delete(network);
      sources.delete(network);
    },
    read: async (network, id) => {
      const choice = choices.get(network);
      if (choice === undefined) {
        return failure({ code: 'workerFailed', detail: `network ${String(network)} is not loaded` });
      }
      const source = await opened(network, choice);
      if (!source.ok) {
        sources.delete(network);
        return source;
      }
      const { weight, bias } = foldedLayer(source.value.graph, source.value.tensors, id);
      return success({ weight: weight && sendable(weight), bias: bias && sendable(bias) });
    },
  };
}

/** Without what cannot be sent to another thread. */
function sendable({ shape, data }: TensorValue): TensorValue {
  return { shape, data };
}
