import { expect, test } from 'vitest';
import { keptFiles } from './serviceWorker';

test('the service worker keeps what every visitor needs, and neither weights nor what only old browsers ask for', () => {
  const needed = [
    'assets/KaTeX_Main-Regular-a.woff2',
    'assets/index-a.js',
    'assets/index-b.css',
    'assets/maps-a.webp',
    'assets/tfjs-backend-wasm-threaded-simd-a.wasm',
    'icon.svg',
    'index.html',
    'manifest.webmanifest',
    'samples/coffee.webp',
  ];
  const others = [
    '404.html',
    'assets/KaTeX_Main-Regular-a.ttf',
    'assets/index-a.js.br',
    'assets/tfjs-backend-wasm-a.wasm',
    'assets/tfjs-backend-wasm-simd-a.wasm',
    'mirrors.json',
    'sw.js',
    'weights/index.json',
    'weights/mobilenet-v2-everyday64/weights.safetensors',
  ];
  expect(keptFiles([...others, ...needed])).toEqual(needed);
});
