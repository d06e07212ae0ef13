import { input } from '../build';
import type { Graph, Node } from '../graph';
import { GraphError, graphOf } from '../graph';
import { withHiddenLayer } from '../hiddenLayer';
import type { Choice, IntegerParameter, Parameter, Role, ValuesOf } from '../parameter';
import { parseChoice } from '../parameter';
import { withPadding } from '../padding';
import { withoutClassifier } from '../withoutClassifier';
import type { Result } from '../result';
import { failure, success } from '../result';

/** An entry of the catalogue: a network that can be built for any legal choice of its options. */
export type Model = {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly paper: { readonly title: string; readonly url: string };
  /** The course is about the light networks and compares them with the baselines. */
  readonly role: 'light' | 'baseline';
  /** Set if the declaration follows TensorFlow's release, batch norm epsilon included, and not PyTorch's. */
  readonly follows?: 'tensorflow';
  /** How published weights expect pixels to be scaled, by publisher; `imageNet` by default. */
  readonly pixels?: Readonly<Partial<Record<'official' | 'pytorch' | 'keras', PixelScale>>>;
  readonly options: Options;
  /**
   * The training graph (batch norm unfolded): resolution x resolution x 3 to 1 x 1 x classes logits, or to features where
   * there are no classes.
   */
  readonly build: (choice: Choice) => Result<Graph>;
};

/**
 * `imageNet`: less ImageNet's mean, over its deviation. `centred`: -1 to 1, TensorFlow's habit. `aroundMiddle`:
 * (value - 127) / 128, EfficientNet-Lite's. `caffe`: 0 to 255 less ImageNet's mean, in blue, green, red.
 */
export type PixelScale = 'imageNet' | 'centred' | 'aroundMiddle' | 'caffe';

/** A parameter of a network; `role` says what it decides. */
export type Option = Parameter & { readonly role: Role };

export type Options = Readonly<Record<string, Option>> & {
  readonly resolution: Option & IntegerParameter;
  readonly classes: Option & IntegerParameter;
};

type Declaration<S extends Options> = Omit<Model, 'build' | 'options'> & {
  readonly options: S;
  readonly logits: (image: Node, options: ValuesOf<S>) => Node;
};

/** A model whose `logits` function only sees checked options. */
export function defineModel<const S extends Options>(declaration: Declaration<S>): Model {
  const { logits, ...model } = declaration;
  return {
    ...model,
    build: (choice) => {
      const options = parseChoice(declaration.options, choice);
      if (!options.ok) return failure(`${model.id}: ${options.error}`);
      const resolution = Number(options.value.resolution);
      const image = input({ height: resolution, width: resolution, channels: 3 });
      try {
        const classes = Number(options.value.classes);
        const whole = graphOf(logits(image, classes === 0 ? { ...options.value, classes: 1 } : options.value));
        // timm's MobileNet V3 without classes has the layer before its classifier.
        const graph =
          classes === 0
            ? withoutClassifier(whole, options.value['implementation'] === 'timm')
            : withHiddenLayer(whole, Number(options.value['hidden'] ?? 0));
        const padding: unknown = options.value['padding'];
        return success(padding === 'symmetric' || padding === 'same' ? withPadding(graph, padding) : graph);
      } catch (error) {
        if (error instanceof GraphError) return failure(`${model.id}: ${error.message}`);
        throw error;
      }
    },
  };
}

/**
 * The graph of a choice that is legal by construction.
 * @throws GraphError if it is not; use `model.build` for what people type.
 */
export function builtGraph(model: Model, choice: Choice = {}): Graph {
  const graph = model.build(choice);
  if (!graph.ok) throw new GraphError(graph.error);
  return graph.value;
}

/** Side of the square input in pixels. */
export function resolutionOption(preset = 224, minimum = 32) {
  return {
    kind: 'integer',
    role: 'input',
    default: preset,
    minimum,
    maximum: 1024,
    stops: [64, 96, 128, 160, 192, 224, 256, 288, 299, 320, 384, 448, 512],
  } as const;
}

/** How strided windows are padded: as in PyTorch or TensorFlow, whichever trained the weights (see padding.ts). */
export function paddingOption<P extends 'symmetric' | 'same'>(preset: P) {
  return { kind: 'choice', role: 'padding', default: preset, values: ['symmetric', 'same'] } as const;
}

/** The activation of a network that the paper writes as ReLU, or releases with ReLU6, whatever trained the weights. */
export const reluOption = { kind: 'choice', role: 'variant', default: 'relu6', values: ['relu6', 'relu'] } as const;

/** Number of classes; ImageNet has 1000. With 0 of them, a network is without its classifier and gives features. */
export const classesOption = {
  kind: 'integer',
  role: 'head',
  default: 1000,
  minimum: 0,
  maximum: 100_000,
  stops: [2, 10, 64, 100, 365, 1000, 21_841],
} as const;

/** Width multiplier of networks that accept any: scales every layer's channels, rounded as the network rounds. */
export const widthOption = { kind: 'range', role: 'width', default: 1, minimum: 0.1, maximum: 2, step: 0.05 } as const;

/** Units of a fully connected layer before the classifier, which networks have that were taught new classes; 0 for none. */
export const hiddenOption = { kind: 'integer', role: 'variant', default: 0, minimum: 0, maximum: 8192 } as const;
