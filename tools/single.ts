import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { singleFile } from './packages/singleFile';

/** `npm run single`: writes the app as one HTML file. */
const { values } = parseArgs({
  options: {
    networks: { type: 'string', default: 'squeezenet-imagenet,shufflenet-v2-everyday64' },
    out: { type: 'string', default: 'packages/featherweight.html' },
  },
});
const page = await singleFile(values.networks.split(','));
mkdirSync(new URL('.', `file://${process.cwd()}/${values.out}`), { recursive: true });
writeFileSync(values.out, page);
console.log(`${values.out}: ${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB, with ${values.networks}`);
