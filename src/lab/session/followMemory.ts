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

function isAlike(a: DeviceMemory, b: DeviceMemory | null): boolean {
  return a.bytes === b?.bytes && a.tensors === b.tensors;
}
