/**
 * Who may import whom: the table of ARCHITECTURE.md, read downwards, and never a cycle.
 * Each layer lists all it may import, so that a new import asks for a decision here.
 */
const tests = '([.]test[.]tsx?$|/fixtures/)';

/** What a test may import beside its layer: the test runner, files to compare with. */
const testTools = [
  '^node_modules/(vitest|fast-check|fake-indexeddb|idb)/',
  '^(node:)?(fs|fs/promises|path|url|child_process|os|crypto|http|zlib)$',
];

const packages = (...names) => `^node_modules/(${names.join('|')})/`;

/** `layer` may import itself, and `allowed`; its tests also `forTests`. */
function only(layer, path, allowed, forTests = []) {
  const rule = (name, from, to) => ({
    name,
    comment: `${layer} may import only what its row in .dependency-cruiser.cjs lists`,
    severity: 'error',
    from,
    to: { pathNot: to },
  });
  return [
    rule(`${layer}-imports`, { path, pathNot: tests }, [path, ...allowed]),
    rule(`${layer}-test-imports`, { path: `(?=.*${tests})${path}` }, [path, ...allowed, ...testTools, ...forTests]),
  ];
}

const nets = '^src/nets/';
const viz = '^src/viz/';
const run = '^src/run/';
const store = '^src/store([.]ts$|[.]test[.]ts$|/)';
const i18n = '^src/(i18n|locales)/';
/** The guard of localStorage, for all who remember something from visit to visit. */
const storage = '^src/browserStorage[.]ts$';
const lab = '^src/lab/';
/** Lessons, how answers are read, and what was answered. */
const course = '^src/course/';
/** Tasks, goals and results of a class. */
const classroom = '^src/classroom/';
const components = '^src/components/';

/** The floors of the components, lowest first; `$1` of a page is its own folder. */
const ui = '^src/components/ui/';
const explain = '^src/components/explain/';
const running = '^src/components/running/';
const page =
  '^src/components/((?:chapters|lab)/[^/]+|networks|design|compare|glossary|progress|classroom|teach|prepare)/';
const pages = '^src/components/(chapters|lab|networks|design|compare|glossary|progress|classroom|teach|prepare)/';
/** The shell, what presents a page, and what prints sheets of all chapters. */
const app = '^src/components/(app|present|worksheet)/';

/** `floor` may not reach up to any of `above`. */
function below(name, floor, above) {
  return {
    name: `floor-${name}`,
    comment: `${name} may not import what is built on it, nor what its row in ARCHITECTURE.md leaves out`,
    severity: 'error',
    from: { path: floor, pathNot: tests },
    to: { path: above },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:|[?]url$' } },
    {
      name: 'no-test-imported',
      comment: 'tests, and the fixtures they share, are imported by tests alone',
      severity: 'error',
      from: { pathNot: [tests, '^e2e/'] },
      to: { path: tests },
    },
    {
      name: 'shipped-dependencies',
      comment: 'what the app imports is a dependency, not a development dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    ...only('nets', nets, []),
    ...only('viz', viz, [nets, packages('(@types/)?d3-[a-z-]+', 'internmap')]),
    ...only(
      'run',
      run,
      [nets, packages('@tensorflow/[^/]+', '@webgpu/types', 'comlink', 'flatbuffers', '@bufbuild/protobuf', 'idb')],
      [packages('sharp', 'fflate', 'h5wasm', 'webgpu')],
    ),
    ...only('lab', lab, [nets, viz, run, classroom, storage, packages('zustand', '@lingui/core')], [packages('sharp')]),
    ...only('course', course, [nets, '^src/run/storage/', packages('zustand', '@lingui/core')], ['^src/run/fixtures/']),
    ...only(
      'classroom',
      classroom,
      [nets, '^src/run/storage/', packages('zustand', '@lingui/core')],
      ['^src/run/fixtures/'],
    ),
    ...only('store', store, [nets, storage, packages('zustand')]),
    ...only('i18n', i18n, [storage, packages('@lingui/core')]),
    below('ui', ui, [
      explain,
      running,
      pages,
      app,
      run,
      lab,
      course,
      classroom,
      store,
      '^src/nets/(models|explorables|blocks|papers)/',
    ]),
    below('explain', explain, [running, pages, app, run, lab]),
    below('running', running, [pages, app]),
    {
      name: 'pages-alone',
      comment: 'no page imports another page: what two of them need is in explain or running',
      severity: 'error',
      from: { path: page, pathNot: tests },
      to: { path: [pages, app], pathNot: '^src/components/$1/' },
    },
    {
      name: 'components-imports',
      comment: 'components reach a device only through run, and nothing that needs Node',
      severity: 'error',
      from: { path: components, pathNot: tests },
      to: { path: ['^(tools|bench|e2e)/', '^src/main[.]tsx$', packages('@tensorflow/[^/]+')] },
    },
    {
      name: 'components-node',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'command-line-imports',
      comment: 'tools and bench stand on nets, viz and run',
      severity: 'error',
      from: { path: '^(tools|bench)/' },
      to: { path: ['^e2e/', '^src/'], pathNot: [nets, viz, run] },
    },
    {
      name: 'e2e-imports',
      comment:
        'browser tests see the app as a person does; the pages in e2e/engine and e2e/controls may run parts of the app on ' +
        'their own, and fixtures replace what is outside of the app',
      severity: 'error',
      from: { path: '^e2e/', pathNot: '^e2e/(engine|controls)/(?!.*[.]spec[.]ts$)' },
      to: {
        path: ['^src/', '^(tools|bench)/'],
        pathNot: [nets, '^src/classroom/packedJson[.]ts$', '^src/run/[a-z]+/fixtures/', '^tools/linguiMacros[.]ts$'],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // node_modules may be a link; its real place is not where the rules look for packages.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|po)$' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'browser', 'default'], exportsFields: ['exports'] },
  },
};
