import { isAborted } from '../../run/errors/isAborted';
import type { Engine } from '../../run/engine/engine';
import type { DeviceMemory } from '../../run/device/executor';
import { untilCalled } from '../../run/frames/untilCalled';

const intervalMs = 1000;

/** Reports the memory an engine holds, at once and then at most once a second when it changes, until the signal fires. */
export async function followMemory(
  engine: Pick<Engine, 'memory'>,
  onMemory: (memory: DeviceMemory) => void,
  signal: AbortSignal,
): Promise<void> {
  let reported: DeviceMemory | null = null;
  for (; !signal.aborted;) {
    const memory = await engine.memory();
    // A lost device does not answer; the next one will.
    if (isAborted(signal)) return;
    if (memory.ok && !isAlike(memory.value, reported)) {
      reported = memory.value;
      onMemory(reported);
    }
    await untilCalled(signal, (done) => {
      const timer = setTimeout(done, intervalMs);
      return () => clearTimeout(timer);
    });
  }
}

/**
 * What a device holds: as it last said, or, where that was said between one network and the next, when it held none, as
 * loading the network found it.
 */
export function heldMemory(said: DeviceMemory | null, onLoad: DeviceMemory): DeviceMemory {
  return said === null || said.bytes === 0 ? onLoad : said;
}

function isAlike(a: DeviceMemory, b: DeviceMemory | null): boolean {
  return a.bytes === b?.bytes && a.tensors === b.tensors;
}
