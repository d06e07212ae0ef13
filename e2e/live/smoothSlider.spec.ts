import { expect, test } from '../fixtures/test';
import { openPanel, overlay } from './livePage';

test.use({ webGpu: 'software' });

test(
  'the page follows a slider while a network takes seconds per frame',
  { tag: '@thorough' },
  async ({ page, browser }) => {
    await page.goto('./#/live?backend=webgpu&repeat=true&net=mobilenet-v2:resolution=224');
    await expect(overlay(page)).toContainText(/end to end\s*[\d,.]+/, { timeout: 100_000 });
    await openPanel(page, 'Network');
    await page.getByText('Options and resolution').click();
    const slider = page.getByRole('slider', { name: 'Resolution' });
    await expect(slider).toBeAttached();
    const box = await slider.locator('..').boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    // Only the category of a thread's tasks: with more, writing the trace takes longer than the drag.
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
    await page.mouse.down();
    for (let step = 1; step <= 20; step += 1) await page.mouse.move(x - step, y);
    await page.mouse.up();
    const trace = await browser.stopTracing();
    await expect(slider).not.toHaveValue('224');
    const tasks = mainThreadTasks(eventsOf(JSON.parse(trace.toString('utf8'))));
    // Their length depends on the machine; this only checks that they were measured.
    expect(tasks.length).toBeGreaterThan(40);
    const longest = Math.max(...tasks);
    const over = tasks.filter((taskMs) => taskMs > 50).length;
    const words = `${tasks.length} tasks of the main thread, the longest ${longest.toFixed(1)} ms, ${over} over 50 ms`;
    test.info().annotations.push({ type: 'measured', description: words });
    process.stdout.write(`    dragging a slider: ${words}\n`);
  },
);

/** A task of a thread, or a thread's name; `dur` is processor time in microseconds. */
type TraceEvent = {
  readonly name: string;
  readonly thread: string;
  readonly dur: number;
  readonly threadName: unknown;
};

function eventsOf(trace: unknown): readonly TraceEvent[] {
  const events: unknown = fieldOf(trace, 'traceEvents');
  if (!Array.isArray(events)) throw new Error('trace: no events');
  return events.map((event: unknown) => ({
    name: String(fieldOf(event, 'name')),
    thread: `${String(fieldOf(event, 'pid'))} ${String(fieldOf(event, 'tid'))}`,
    dur: Number(fieldOf(event, 'tdur') ?? fieldOf(event, 'dur') ?? 0),
    threadName: fieldOf(fieldOf(event, 'args'), 'name'),
  }));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The uninterrupted tasks of the page's main thread, in milliseconds. */
function mainThreadTasks(events: readonly TraceEvent[]): readonly number[] {
  const mainThreads = new Set(
    events
      .filter(({ name, threadName }) => name === 'thread_name' && threadName === 'CrRendererMain')
      .map(({ thread }) => thread),
  );
  return events
    .filter(({ name, thread }) => name === 'RunTask' && mainThreads.has(thread))
    .map(({ dur }) => dur / 1000);
}
