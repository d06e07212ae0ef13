import { contentPolicy, policyText, weightFolders, type WeightFolders } from './contentPolicy.ts';

/** Cross-origin isolation. Without it the browser withholds SharedArrayBuffer, and WebAssembly runs on one thread. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * The response headers of every file: the one source of what the server sends, the service worker adds, and the files in
 * `hosting/` say.
 */
export function securityHeaders(folders: WeightFolders = weightFolders()): Readonly<Record<string, string>> {
  // Any site may show the app in a frame, as course pages do: nobody signs in here, so a hidden frame has nothing to steal.
  const policy = { ...contentPolicy(folders), 'frame-ancestors': ['*'] };
  return {
    ...isolationHeaders,
    // A page that is isolated itself shows only frames that allow it; nothing here is anybody's alone.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // A frame with `sandbox` has no origin of its own, and asks for the page's scripts as a stranger.
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': policyText(policy),
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Files named after their content never change. */
export const hashedFiles = { folder: 'assets', cacheControl: 'public, max-age=31536000, immutable' };

/** Every other file may be another one tomorrow: the browser asks, and gets a short "not modified". */
export const otherFiles = { cacheControl: 'no-cache' };
