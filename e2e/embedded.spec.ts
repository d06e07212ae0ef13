import { createServer } from 'node:http';
import { packedJson } from '../src/classroom/packedJson';
import { expect, test } from './fixtures/test';

test.use({ webGpu: 'off', permissions: ['clipboard-read', 'clipboard-write'] });

/** A course page on another origin with this HTML in it, which keeps what it hears. */
async function coursePage(html: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const hear = `<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Course</title>${hear}<h1>Our course</h1>${html}<p>Text after it.</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The Fire module with at most 20,000 params, without a name. */
const light = packedJson('task', 1, [
  ...['p', 'Light Fire', 'Make it light.', 2, null, '/squeezenet?fire.squeeze=64'],
  ...[[['m', 'fire', 0, 0, 20_000]], []],
]);

test('the HTML that Embed copies shows the figure in a page of another origin, as high as it is, also without an origin', async ({
  page,
  context,
}) => {
  await page.goto('./#/squeezenet');
  const figure = page.locator('figure[id^="figure-"]').first();
  await figure.getByRole('button', { name: /^Save or share:/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Embed' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe');
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  const sandboxed = snippet.replace('<iframe', '<iframe sandbox="allow-scripts"').replace(' loading="lazy"', '');
  const course = await coursePage(`${snippet}${sandboxed}`);
  await page.goto(course.url);

  for (const position of [0, 1]) {
    const element = page.locator('iframe').nth(position);
    const frame = element.contentFrame();
    // A browser lets frames rest that are out of sight.
    await element.scrollIntoViewIfNeeded();
    await expect(frame.getByRole('figure').first()).toBeVisible();
    await expect(frame.getByRole('banner')).toHaveCount(0);
    // The course page makes the frame as high as the app tells, and nothing scrolls inside.
    await expect.poll(() => element.evaluate((one) => one.getBoundingClientRect().height)).not.toBe(640);
    const inside = () => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
    await expect.poll(inside).toBeLessThanOrEqual(0);
    const slider = frame.getByRole('slider').first();
    const value = await slider.inputValue();
    await slider.press('Home');
    await expect(slider).not.toHaveValue(value);
  }
  const first = page.locator('iframe').first().contentFrame();
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    first.getByRole('link', { name: 'Open in Featherweight' }).click(),
  ]);
  await expect(tab).toHaveURL(/\?lang=en#\/squeezenet\?.*fire\./);
  await expect(tab.getByRole('banner')).toBeVisible();
  await expect(page).toHaveURL(course.url);
  await tab.close();
  await page.goto('about:blank');
  await course.stop();
});

test('a task in a frame shows above its page, and what is handed in is told to the page around it', async ({
  page,
  baseURL,
}) => {
  const app = new URL('./', baseURL).href;
  const address = `${app}?embed&lang=en#/squeezenet?fire.squeeze=64&task=${light}`;
  const course = await coursePage(`<iframe src="${address}" width="1000" height="900" title="Task"></iframe>`);
  await page.goto(course.url);
  const frame = page.locator('iframe').contentFrame();
  const bar = frame.getByRole('region', { name: 'Task' });
  await expect(bar).toContainText('Make it light.');
  const tops = await Promise.all(
    [bar, frame.getByRole('main')].map(async (part) => (await part.boundingBox())?.y ?? 0),
  );
  expect(tops[0]).toBeLessThan(tops[1] ?? 0);
  await frame
    .getByRole('slider', { name: /^Squeeze/ })
    .first()
    .press('Home');
  await expect(bar).toContainText('Reached: hand it in.');
  await bar.getByRole('button', { name: 'Hand in' }).click();
  const results = () =>
    page.evaluate(() => {
      const heard: unknown = Reflect.get(window, 'heard');
      const messages: readonly unknown[] = Array.isArray(heard) ? heard : [];
      return messages.filter((each) => JSON.stringify(each).includes('"kind":"result"'));
    });
  await expect.poll(results).toEqual([
    {
      ...{ source: 'featherweight', version: 1, kind: 'result', task: 'Light Fire' },
      ...{ score: 1, max: 1, done: true, solved: true },
    },
  ]);
  await page.goto('about:blank');
  await course.stop();
});

test('a frame whose figure is not on its page says so once the page is there, and not while a part of it is late', async ({
  page,
}) => {
  const notice = page.getByText('This page has no figure “nothing”.');
  let isPartHere = false;
  // The page's own script takes longer than any wait of the frame.
  await page.route(/\/ComparePage[-.][^/]*(js|tsx)(\?|$)/, async (route) => {
    await new Promise((done) => setTimeout(done, 3000));
    isPartHere = true;
    await route.continue();
  });
  await page.goto('./?embed&figure=nothing&lang=en#/compare');
  const early: number[] = [];
  await expect
    .poll(async () => {
      if (!isPartHere) early.push(await notice.count());
      return isPartHere;
    })
    .toBe(true);
  expect(early.filter((count) => count > 0)).toEqual([]);
  await expect(notice).toBeVisible();
  const table = page.getByRole('main').getByRole('table').first();
  await expect(table).toBeVisible();
});
