import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { ariaLocales } from './tools/ariaLocales.ts';
import { isolationHeaders } from './tools/isolationHeaders.ts';
import { linguiMacros } from './tools/linguiMacros.ts';
import { reactCompiler } from './tools/reactCompiler.ts';
import { threadedWasm } from './tools/threadedWasm.ts';

/** Folders that nothing of tfjs gets into, whose backends live as long as the module that registered them. */
const pureFolders = 'src/{nets,viz,components,i18n,styles,run/formats,lab}';

export default defineConfig({
  // Relative addresses, so that the built folder works from any path of any static host.
  base: './',
  plugins: [ariaLocales(), linguiMacros(), reactCompiler(), lingui(), react(), offline()],
  server: { host: '127.0.0.1', port: 5173, headers: isolationHeaders },
  preview: { host: '127.0.0.1', port: 4173, headers: isolationHeaders },
  worker: { format: 'es', plugins: () => [threadedWasm()] },
  optimizeDeps: {
    // Found only when the worker starts, they would make the development server reload the page in the middle of it.
    include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgpu', 'comlink'],
    rolldownOptions: { plugins: [threadedWasm()] },
  },
  build: { target: 'es2023' },
  test: {
    environment: 'node',
    maxWorkers: '100%',
    reporters:
      process.env['CI'] === undefined ? ['default'] : ['default', ['json', { outputFile: 'reports/unit.json' }]],
    projects: [
      // No test there leaves anything behind, so they share their modules: that takes half the time.
      { extends: true, test: { name: 'pure', isolate: false, include: [`${pureFolders}/**/*.test.{ts,tsx}`] } },
      {
        extends: true,
        test: { name: 'rest', include: ['{src,tools,bench}/**/*.test.{ts,tsx}'], exclude: [`${pureFolders}/**`] },
      },
    ],
  },
});

/** The service worker: the app itself is fetched ahead, so that it opens without a network. */
function offline() {
  return VitePWA({
    registerType: 'autoUpdate',
    manifest: {
      name: 'Featherweight',
      short_name: 'Featherweight',
      description: 'See, count and run lightweight convolutional networks',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#0072b2',
      background_color: '#ffffff',
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
    },
    workbox: {
      // Weights are large, and the app itself keeps those that were used (src/run/weights/keptFiles.ts).
      globPatterns: ['**/*.{js,css,html,svg,wasm,woff2}', 'samples/*.png'],
      maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
    },
  });
}
