import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drivenPage, freePort, type DrivenPage } from './drivenPage';
import { connectMarionette } from './marionette';

const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'app.normandy.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** @param folder an existing or new folder for the profile, which is removed in the end */
export async function openFirefox(executable: string, folder: string): Promise<DrivenPage> {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(folder, 'firefox-'));
  const port = await freePort();
  const lines = Object.entries({ ...preferences, 'marionette.port': port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const browser = spawn(executable, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const { send, close } = await connectMarionette(port);
  await send('WebDriver:NewSession');
  return drivenPage(
    {
      navigate: (url) => send('WebDriver:Navigate', { url }),
      find: (value) => send('WebDriver:FindElement', { using: 'xpath', value }),
      click: (id) => send('WebDriver:ElementClick', { id }),
      execute: async (script, args) => {
        const answer = await send('WebDriver:ExecuteScript', { script, args });
        return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
      },
      perform: (actions) => send('WebDriver:PerformActions', { actions }),
    },
    async () => {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      close();
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  );
}
