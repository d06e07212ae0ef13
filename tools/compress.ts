import { compressFolder } from './hosting/compress';

/** `npm run build` after the build: compresses what it wrote. */
await compressFolder('dist');
