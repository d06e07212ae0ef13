import type { ActivationFunction } from '../../../nets/op';
import { runStart, type BufferId, type DeviceStep, type MapTarget, type MapView } from '../deviceStep';

/** What a binding refers to: a buffer of the plan, or constants of the step. */
export type BindingSource =
  { readonly buffer: BufferId } | { readonly constants: 'weights' | 'halfWeights' | 'slots' | 'copySlots' };

/** A storage binding, numbered by its place in the list. */
export type Binding = {
  readonly name: string;
  readonly type: 'array<vec4f>' | 'array<vec4h>' | 'array<f32>' | 'array<vec4u>';
  readonly access: 'read' | 'read_write';
  readonly source: BindingSource;
};

/** A compute shader for one step with all sizes as constants, and its number of workgroups. */
export type Program = {
  readonly code: string;
  readonly bindings: readonly Binding[];
  readonly workgroups: readonly [number, number, number];
};

/** A program's work: `tiles` of four slots along x, `blocks` of pixels along y. */
export type Grid = { readonly tiles: number; readonly blocks: number };

/** Threads of a workgroup along tiles and blocks. */
export type GroupSize = { readonly tiles: number; readonly blocks: number };

export type ProgramParts = {
  /** WGSL extension that the shader needs. */
  readonly enables?: 'f16';
  readonly bindings: readonly Binding[];
  /** Functions and constants outside the entry point. */
  readonly declarations: readonly string[];
  /** Statements that may use `tile` and `block`, both inside the grid. */
  readonly body: string;
  readonly grid: Grid;
  readonly group: GroupSize;
};

/** A program in which each invocation computes one tile of one block. */
export function gridProgram({ enables, bindings, declarations, body, grid, group }: ProgramParts): Program {
  const code = `${enables === undefined ? '' : `enable ${enables};\n`}${bindingDeclarations(bindings)}
${declarations.join('\n')}
@compute @workgroup_size(${group.tiles}, ${group.blocks}, 1)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let tile = id.x;
  let block = id.y;
  if (tile >= ${grid.tiles}u || block >= ${grid.blocks}u) { return; }
${body}
}
`;
  const workgroups = [Math.ceil(grid.tiles / group.tiles), Math.ceil(grid.blocks / group.blocks), 1] as const;
  return { code, bindings, workgroups };
}

export function bindingDeclarations(bindings: readonly Binding[]): string {
  return bindings
    .map(({ name, type, access }, index) => `@group(0) @binding(${index}) var<storage, ${access}> ${name}: ${type};`)
    .join('\n');
}

/** A binding for reading a map. */
export function mapBinding(name: string, { buffer }: MapView): Binding {
  return { name, type: 'array<vec4f>', access: 'read', source: { buffer } };
}

/** The weights as 16-bit floats, under the same name. */
export const halfWeightBinding: Binding = {
  name: 'weights',
  type: 'array<vec4h>',
  access: 'read',
  source: { constants: 'halfWeights' },
};

export const weightBinding: Binding = {
  name: 'weights',
  type: 'array<vec4f>',
  access: 'read',
  source: { constants: 'weights' },
};

/** The expression for vector `tile` of a map at a pixel. */
export function vectorAt(name: string, { pixelSlots, firstSlot }: MapView, pixel: string, tile: string): string {
  return `${name}[(${pixel}) * ${pixelSlots / 4}u + ${firstSlot / 4}u + ${tile}]`;
}

/** How a program writes its results: a function `store(pixel, tile, vector)` that also applies the activation. */
export type Output = { readonly bindings: readonly Binding[]; readonly declarations: readonly string[] };

/** Stores whole vectors where the computed slots are consecutive in memory, else single values by a table of slots. */
export function outputOf({ target, activation }: Pick<DeviceStep, 'target' | 'activation'>): Output {
  const isRun = runStart(target.slots) !== null;
  const bindings: Binding[] = [
    {
      name: 'result',
      type: isRun ? 'array<vec4f>' : 'array<f32>',
      access: 'read_write',
      source: { buffer: target.buffer },
    },
  ];
  if (!isRun) bindings.push(tableBinding('slots'));
  const declarations = [
    activationCode(activation),
    `fn store(pixel: u32, tile: u32, value: vec4f) {
${storeCode(target, 'slots', 'activated(value)')}
}`,
  ];
  return { bindings, declarations };
}

/** A function `storeCopy(pixel, tile, vector)` that writes into the same buffer as `store`, to other slots. */
export function copyOutput(target: MapTarget, slots: MapTarget['slots']): Output {
  const copied = { ...target, slots };
  const sharesRuns = (runStart(target.slots) === null) === (runStart(slots) === null);
  if (!sharesRuns) throw new Error('copyOutput: one of the two is written in vectors and the other is not');
  return {
    bindings: runStart(slots) === null ? [tableBinding('copySlots')] : [],
    declarations: [
      `fn storeCopy(pixel: u32, tile: u32, value: vec4f) {
${storeCode(copied, 'copySlots', 'value')}
}`,
    ],
  };
}

function tableBinding(name: 'slots' | 'copySlots'): Binding {
  return { name, type: 'array<vec4u>', access: 'read', source: { constants: name } };
}

function storeCode(target: MapTarget, table: 'slots' | 'copySlots', value: string): string {
  const start = runStart(target.slots);
  if (start !== null) return `  result[pixel * ${target.pixelSlots / 4}u + ${start / 4}u + tile] = ${value};`;
  const skips = target.slots.includes(null);
  const lines = ['x', 'y', 'z', 'w'].map((lane) => {
    const write = `result[pixel * ${target.pixelSlots}u + to.${lane}] = stored.${lane};`;
    return skips ? `  if (to.${lane} != ${dropped}u) { ${write} }` : `  ${write}`;
  });
  return [`  let stored = ${value};`, `  let to = ${table}[tile];`, ...lines].join('\n');
}

/** In a table: a value that is dropped. */
const dropped = 0xffffffff;

/** The slots of a target that is no run, four for each vector. */
export function slotTable(slots: MapTarget['slots']): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(slots, (slot) => slot ?? dropped);
}

function activationCode(activation: ActivationFunction | null): string {
  return `fn activated(v: vec4f) -> vec4f { return ${activation === null ? 'v' : activations[activation]}; }`;
}

const activations: Readonly<Record<ActivationFunction, string>> = {
  relu: 'max(v, vec4f())',
  relu6: 'clamp(v, vec4f(), vec4f(6))',
  sigmoid: '1 / (1 + exp(-v))',
  hardSigmoid: 'clamp(v + 3, vec4f(), vec4f(6)) / 6',
  swish: 'v / (1 + exp(-v))',
  hardSwish: 'v * clamp(v + 3, vec4f(), vec4f(6)) / 6',
};
