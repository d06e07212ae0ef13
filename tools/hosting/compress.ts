import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks: not pictures and fonts, which are compressed. Weights lose a tenth: their values are not spread evenly. */
const compressible = /\.(html|js|css|json|svg|wasm|webmanifest|txt|safetensors)$/;

/** Smaller than a packet: compressing saves nothing. */
const minBytes = 1024;

/** Writes a `.br` and a `.gz` beside every file that shrinks, for servers that send them as they are. */
export async function compressFolder(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => compressible.test(file));
  await Promise.all(files.map((file) => compressFile(join(folder, file))));
}

async function compressFile(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < minBytes) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [brotlied, gzipped] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes)]);
  writeFileSync(`${file}.br`, brotlied);
  writeFileSync(`${file}.gz`, gzipped);
}
