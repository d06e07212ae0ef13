import { existsSync, readFileSync } from 'node:fs';
import { filesOf } from './packages/filesOf';
import { writeZip } from './packages/writeZip';

/** `npm run stick`, after a build: zips the app for a USB stick, with the file that needs no server if it is built. */
const out = 'packages/featherweight-stick.zip';
const single = 'packages/featherweight.html';

const note = `Featherweight on a stick
========================

${existsSync(single) ? 'Open featherweight.html: everything but most networks, without a server.\n\n' : ''}Everything: open a terminal in the folder "app" and start one of these,

    npx serve
    python3 -m http.server 8000

then open the address that it prints (python: http://localhost:8000) on the same computer.
Other computers of the school: npm start -- --lan in the project's folder; cameras need https (README.md, "Put it on a server").

${existsSync(single) ? '打开 featherweight.html：除大部分网络外全部可用，无需服务器。\n\n' : ''}完整版：在文件夹 app 中打开终端，运行上面两条命令之一，
然后在同一台电脑上打开它给出的地址（python：http://localhost:8000）。
`;

if (!existsSync('dist/index.html')) {
  console.error('stick: dist holds no app; build it first: npm run build');
  process.exit(2);
}
const app = Object.entries(filesOf('dist', (path) => !/\.(br|gz)$/.test(path))).map(
  ([path, bytes]) => [`app/${path}`, bytes] as const,
);
const bytes = writeZip(out, {
  'README.txt': new TextEncoder().encode(note),
  ...(existsSync(single) ? { 'featherweight.html': readFileSync(single) } : {}),
  ...Object.fromEntries(app),
});
console.log(`${out}: ${(bytes / 1e6).toFixed(1)} MB`);
