/**
 * No two rooms need each other: folders form no cycle, however long. Tests and what they share are left out, since a test
 * may look at a room from outside of it; everything else is in .dependency-cruiser.cjs.
 */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [{ name: 'no-room-cycles', scope: 'folder', severity: 'error', from: {}, to: { circular: true } }],
  options: { ...options, exclude: { path: '([.](css|po)$|[.]test[.]tsx?$|/fixtures/)' } },
};
