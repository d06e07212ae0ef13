import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { filesOf } from './packages/filesOf';
import { chapterItems, launchScript, scormPackage } from './packages/scormPackage';
import { weightChoices, withWeights } from './packages/shownWeights';
import { writeZip } from './packages/writeZip';

/** `npm run scorm`, after a build: writes a SCORM 1.2 package of chapters, with the networks that they show. */
const { values } = parseArgs({
  options: {
    chapters: { type: 'string', default: '' },
    weights: { type: 'string', default: 'shown' },
    out: { type: 'string', default: 'packages/featherweight-scorm.zip' },
  },
});
if (!existsSync('dist/index.html')) {
  console.error('scorm: dist holds no app; build it first: npm run build');
  process.exit(2);
}
const choice = weightChoices.find((each) => each === values.weights);
if (choice === undefined) {
  console.error(`scorm: --weights ${values.weights} is no choice (wanted ${weightChoices.join(', ')})`);
  process.exit(2);
}
const items = chapterItems(values.chapters.split(',').filter((name) => name !== ''));
// A learning management system serves no compressed copies, and its packages have no service worker.
const app = filesOf('dist', (path) => !/\.(br|gz)$|^(sw\.js|_headers|\.nojekyll|404\.html|robots\.txt)$/.test(path));
const bytes = writeZip(values.out, scormPackage(items, withWeights(app, choice, items), await launchScript()));
console.log(`${values.out}: ${(bytes / 1e6).toFixed(1)} MB, ${items.map(({ path }) => path.slice(1)).join(', ')}`);
