import { isAborted } from '../../run/errors/isAborted';
import type { Engine } from '../../run/engine/engine';
import type { DeviceMemory } from '../../run/device/executor';
import { untilCalled } from '../../run/frames/untilCalled';

const askedEveryMs = 1000;

/** Tells what an engine holds, at once and then once a second where it has changed, until the signal fires. */
export async function followMemory(
  engine: Pick<Engine, 'memory'>,
  onMemory: (memory: DeviceMemory) => void,
  signal: AbortSignal,
): Promise<void> {
  let told: DeviceMemory | null = null;
  for (; !signal.aborted;) {
    const asked = await engine.memory();
    // A device that is lost holds nothing; the one that replaces it will be asked.
    if (isAborted(signal)) return;
    if (asked.ok && !isAlike(asked.value, told)) {
      told = asked.value;
      onMemory(told);
    }
    await untilCalled(signal, (done) => {
      const timer = setTimeout(done, askedEveryMs);
      return () => clearTimeout(timer);
    });
  }
}

function isAlike(a: DeviceMemory, b: DeviceMemory | null): boolean {
  return a.bytes === b?.bytes && a.tensors === b.tensors;
}
