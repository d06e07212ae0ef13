import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ariaLocales } from './tools/ariaLocales.ts';
import { cssTypes } from './tools/cssTypes.ts';
import { headersInBuild } from './tools/hosting/hostingFiles.ts';
import { policyMeta } from './tools/hosting/policyMeta.ts';
import { isolationHeaders, securityHeaders } from './tools/hosting/securityHeaders.ts';
import { serviceWorker } from './tools/hosting/serviceWorker.ts';
import { linguiMacros } from './tools/linguiMacros.ts';
import { reactCompiler } from './tools/reactCompiler.ts';
import { sharedWorkers } from './tools/sharedWorkers.ts';
import { threadedWasm } from './tools/threadedWasm.ts';
import { wasmThreads } from './tools/wasmThreads.ts';

/** Tests that open no device, server or process and leave nothing in the modules that they share. */
const pureTests =
  'src/{nets,viz,lab,course,components,i18n,styles,run/{device,formats,frames,loops,weights}}/**/*.test.{ts,tsx}';

/** Tests that load and run checkpoints of whole networks, or make large files: too slow for every check. */
const checkpointTests = [
  'src/run/checkpoint/{keras,megvii,timm,torchvision}.test.ts',
  'bench/formats/onnxNetworks.test.ts',
  'tools/{realCheckpoints,trainedWeights,publishedWeights,hostileCheckpoints,hostileImages}.test.ts',
];

/** Tests that need a Vulkan driver, which `npm run kernels` finds. */
const kernelTests = 'src/run/webgpu/kernels.test.ts';

export default defineConfig({
  // Relative addresses let any static host serve the built folder from any path.
  base: './',
  plugins: [
    sharedWorkers(),
    ariaLocales(),
    linguiMacros(),
    reactCompiler(),
    lingui(),
    react(),
    cssTypes(),
    wasmThreads(),
    policyMeta(),
    headersInBuild(),
    serviceWorker(),
  ],
  server: { host: '127.0.0.1', port: 5173, headers: isolationHeaders },
  preview: { host: '127.0.0.1', port: 4173, headers: securityHeaders() },
  optimizeDeps: {
    // Only the worker imports these; found late, they would make the development server reload the page.
    include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgpu', 'comlink'],
    rolldownOptions: { plugins: [threadedWasm()] },
  },
  build: {
    target: 'es2023',
    // The lab needs all of these, and so do its workers: a chunk for each would cost more than it saves.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'networks', test: /src\/nets\/(models|blocks|papers)\// },
            // What fails as a value does not need the networks.
            { name: 'result', test: /src\/nets\/result\.ts$/, priority: 1 },
            { name: 'd3', test: /node_modules\/d3-(shape|path)\// },
          ],
        },
      },
    },
    // Fonts stay files: the Content Security Policy takes none from a style sheet's text.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
  },
  test: {
    environment: 'node',
    maxWorkers: '100%',
    // A busy machine is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    projects: [
      // Sharing modules halves their time.
      { extends: true, test: { name: 'pure', isolate: false, include: [pureTests] } },
      // A tfjs backend lives as long as the module that registered it, so each of these files gets its own modules.
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['{src,tools,bench}/**/*.test.{ts,tsx}'],
          exclude: [pureTests, kernelTests, ...checkpointTests],
        },
      },
      { extends: true, test: { name: 'checkpoints', include: checkpointTests } },
      { extends: true, test: { name: 'kernels', include: [kernelTests] } },
      // The same test as in `pure`, with twenty times as many files.
      {
        extends: true,
        test: { name: 'fuzz', include: ['src/run/formats/structures.test.ts'], env: { FUZZ_RUNS: '10000' } },
      },
    ],
  },
});
