/** Cross-origin isolation. Without it the browser withholds SharedArrayBuffer, and WebAssembly runs on one thread. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
