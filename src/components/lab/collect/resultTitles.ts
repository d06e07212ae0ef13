import { backendName } from '../../../run/device/backendName';
import { countedOf, type LabResult } from '../../../lab/results/labResult';

/** `WebGPU intel gen-12lp (Chrome 156, Linux)`, without what is not known. */
export function deviceOf({ backend, adapter, browser }: LabResult): string {
  const written = [adapter, browser.trim() === '' ? '' : `(${browser})`].map((text) => text.trim());
  return [backendName(backend), ...written.filter((text) => text !== '')].join(' ');
}

/** `MobileNet V2 0.5×, 96 px` */
export function titleOf(result: LabResult): string {
  const counted = countedOf(result);
  if (!counted.ok) return result.network;
  const { model, choice } = counted.value.network;
  const width = 'width' in choice ? ` ${String(choice['width'])}×` : '';
  return `${model.name}${width}, ${String(choice['resolution'])} px`;
}

/** The colour of each device's results, from 1, in order of arrival. */
export function seriesOfDevices(results: readonly LabResult[]): (result: LabResult) => number {
  const devices = [...new Set(results.map(deviceOf))];
  const series = new Map(devices.map((device, index) => [device, (index % 8) + 1]));
  return (result) => series.get(deviceOf(result)) ?? 1;
}
