import { mkdirSync, writeFileSync } from 'node:fs';
import { hostingFiles } from './hosting/hostingFiles';

/** `npm run hosting`: writes the files for other servers, after the headers or `public/mirrors.json` changed. */
mkdirSync('hosting', { recursive: true });
for (const [name, text] of Object.entries(hostingFiles())) writeFileSync(`hosting/${name}`, text);
