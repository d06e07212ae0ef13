import { success, type Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { attempt } from '../errors/attempt';
import type { CompiledNetwork, Executor, NetworkOutput } from '../device/executor';
import { compileOnStock } from '../device/compileOnStock';
import type { RunError } from '../errors/runError';
import { wasmNetwork, type WasmNetwork } from './wasmNetwork';
import { ownPlanners, wasmPlan, type WasmPlanners } from './wasmPlan';
import { wasmTimer } from './wasmTimer';

/**
 * The executor on WebAssembly that replays a recorded plan.
 * @param stock runs op by op on the same device: networks with an op that has no planner, and looks inside the others
 */
export function wasmExecutor(stock: Executor, planners: WasmPlanners = ownPlanners): Executor {
  return {
    ...stock,
    compile: (graph, tensors, onProgress) =>
      attempt(() => {
        const plan = wasmPlan(graph, tensors, planners);
        if (!plan.ok) return compileOnStock(plan.error, () => stock.compile(graph, tensors, onProgress));
        const network = wasmNetwork(plan.value);
        try {
          // The first replay packs the weights for the processor.
          network.replay(
            new Float32Array(graph.input.shape.height * graph.input.shape.width * graph.input.shape.channels),
          );
        } catch (error) {
          network.dispose();
          throw error;
        }
        onProgress(graph.nodes.length, graph.nodes.length);
        return Promise.resolve(success(compiledNetwork(stock, network, graph, tensors)));
      }),
  };
}

function compiledNetwork(stock: Executor, network: WasmNetwork, graph: Graph, tensors: TensorValues): CompiledNetwork {
  let opened: Promise<Result<CompiledNetwork, RunError>> | null = null;
  const opByOp = (): Promise<Result<CompiledNetwork, RunError>> =>
    (opened ??= stock.compile(graph, tensors, () => undefined));
  return {
    graph,
    run: (input) => attempt(() => Promise.resolve(success(run(network, input)))),
    timer: (input) => Promise.resolve(success(wasmTimer(network, input))),
    activations: async (input, ids) => {
      const inside = await opByOp();
      return inside.ok ? inside.value.activations(input, ids) : inside;
    },
    dispose: () => {
      network.dispose();
      void opened?.then((inside) => inside.ok && inside.value.dispose());
    },
  };
}

function run(network: WasmNetwork, input: Float32Array): NetworkOutput {
  const begin = performance.now();
  network.replay(input);
  const computed = performance.now();
  const logits = network.output();
  return { logits, inferenceMs: computed - begin, readbackMs: performance.now() - computed };
}
