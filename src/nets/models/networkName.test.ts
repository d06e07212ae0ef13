import { describe, expect, test } from 'vitest';
import { catalogue } from './index';
import { networkName, networkOfName } from './networkName';
import { defaultsOf } from '../parameter';

describe('the name of a network', () => {
  test('is its id when every option is at its default', () => {
    for (const model of catalogue) expect(networkName({ model, choice: defaultsOf(model.options) })).toBe(model.id);
  });

  test('parses back to the same network', () => {
    for (const name of [
      'mobilenet-v2:width=0.5:resolution=192',
      'shufflenet-v1:groups=8',
      'squeezenet:version=1.1:bypass=simple',
    ]) {
      const network = networkOfName(name);
      expect(network).toMatchObject({ ok: true });
      if (network.ok) expect(networkName(network.value)).toBe(name);
    }
  });

  test.each([
    ['resnet', 'no such id'],
    ['mobilenet-v2:width', 'option without a value (got width, wanted name=value)'],
    ['shufflenet-v1:groups=7', 'wanted 1, 2, 3, 4 or 8'],
    ['mobilenet-v2:depth=3', 'no such option here'],
  ])('%s is refused with a reason', (name, sentence) => {
    const network = networkOfName(name);
    expect(network.ok ? 'read' : network.error).toContain(sentence);
  });
});
