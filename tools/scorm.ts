import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { filesOf } from './packages/filesOf';
import { chapterItems, launchScript, scormPackage } from './packages/scormPackage';
import { writeZip } from './packages/writeZip';

/** `npm run scorm`, after a build: writes a SCORM 1.2 package of chapters. Without weights: their questions need none. */
const { values } = parseArgs({
  options: {
    chapters: { type: 'string', default: '' },
    weights: { type: 'boolean', default: false },
    out: { type: 'string', default: 'packages/featherweight-scorm.zip' },
  },
});
if (!existsSync('dist/index.html')) {
  console.error('scorm: dist holds no app; build it first: npm run build');
  process.exit(2);
}
const items = chapterItems(values.chapters.split(',').filter((name) => name !== ''));
// A learning management system serves no compressed copies, and its packages have no service worker.
const isWanted = (path: string): boolean =>
  !/\.(br|gz)$|^(sw\.js|_headers|\.nojekyll|404\.html|robots\.txt)$/.test(path) &&
  (values.weights || !path.startsWith('weights/'));
const bytes = writeZip(values.out, scormPackage(items, filesOf('dist', isWanted), await launchScript()));
console.log(`${values.out}: ${(bytes / 1e6).toFixed(1)} MB, ${items.map(({ path }) => path.slice(1)).join(', ')}`);
