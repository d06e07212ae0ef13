import { runStart, type DeviceStep, type MapView, type Window } from './deviceStep';

/**
 * Everything that a step's time depends on, as text: steps of the same shape are tuned once.
 * `pointwise 56x56x24 to 56x56x144, relu6`
 */
export function stepShape(step: DeviceStep): string {
  const { target, activation } = step;
  const out = `${target.height}x${target.width}x${target.slots.length}`;
  const words = [...ownWords(step), activation ?? 'linear', runStart(target.slots) === null ? 'scattered' : 'in a run'];
  return `${step.kind} to ${out}, ${words.join(', ')}`;
}

function ownWords(step: DeviceStep): readonly string[] {
  switch (step.kind) {
    case 'convolution': {
      const extras = [step.residual && 'residual', step.gate && 'gate', step.copy && 'copy'];
      const groups = `${step.groups} groups`;
      return [mapText(step.input), windowText(step.window), groups, ...extras.filter((extra) => extra !== null)];
    }
    case 'depthwise':
      return [mapText(step.input), windowText(step.window)];
    case 'pool':
      return [step.mode, mapText(step.input), windowText(step.window)];
    case 'globalAverage':
      return [mapText(step.input)];
    case 'combine':
      return [step.mode, ...step.inputs.map(mapText)];
  }
}

function mapText({ height, width, layout }: MapView): string {
  return `${height}x${width}x${layout.length}`;
}

function windowText({ kernel, stride, padding }: Window): string {
  const { top, bottom, left, right } = padding;
  return `${kernel[0]}x${kernel[1]}/${stride} padded ${top} ${bottom} ${left} ${right}`;
}
