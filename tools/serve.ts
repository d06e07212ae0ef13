import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import encodeQR from 'qr';
import { appServer, type Certificate } from './hosting/appServer';

const usage = 'npm start -- [--lan] [--cert FILE --key FILE] [--port 4173] [--host 127.0.0.1] [--folder dist]';

/** `npm start` after the build: serves `dist` and prints the address; `--lan` serves it to all devices of the network. */
function serve(): void {
  const { port, host, folder, certificate } = choices();
  if (!existsSync(`${folder}/index.html`)) leave(`${folder} holds no app; build it first: npm run build`);
  const server = serverOf(folder, certificate);
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      leave(`port ${port} is in use; choose another: npm start -- --port ${port + 1}`);
    } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      leave(`this computer has no address ${host}; all of its addresses: npm start -- --lan`);
    } else if (error.code === 'EACCES') {
      leave(`port ${port} needs more rights; choose one above 1023: npm start -- --port 4173`);
    } else {
      leave(error.message);
    }
  });
  server.listen(port, host, () => {
    const scheme = certificate === undefined ? 'http' : 'https';
    const urls = addresses(host).map((address) => `${scheme}://${address}:${port}/`);
    for (const url of urls) console.log(`Featherweight is at ${url}`);
    if (host === '127.0.0.1') return;
    const forOthers = urls.find((url) => !url.includes('127.0.0.1'));
    if (forOthers !== undefined && process.stdout.isTTY) console.log(codeOf(forOthers));
    console.log(certificate === undefined ? withoutHttps : withHttps);
  });
}

const withoutHttps = `Other devices reach it at these addresses; all of it works there but camera, WebGPU, threads and offline use: photos run on
WebAssembly. Cameras need https: npm start -- --lan --cert cert.pem --key key.pem (README.md, "Put it on a server").`;

const withHttps =
  'Other devices reach it at these addresses. Where the certificate is your own, each browser asks once.';

/** White on black whatever the terminal's colours are. */
function codeOf(url: string): string {
  const lines = encodeQR(url, 'ascii', { ecc: 'low', border: 2 }).trimEnd().split('\n');
  return lines.map((line) => `\u001B[97;40m${line}\u001B[0m`).join('\n');
}

type Choices = {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  readonly certificate: Certificate | undefined;
};

function choices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        lan: { type: 'boolean', default: false },
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
        folder: { type: 'string', default: 'dist' },
        cert: { type: 'string' },
        key: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return leave(`--port is no port (got ${values.port}, wanted 1 to 65535)`);
    }
    const host = values.lan ? '0.0.0.0' : values.host;
    return { port, host, folder: values.folder, certificate: certificateOf(values.cert, values.key) };
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : String(error)} (wanted ${usage})`);
  }
}

function certificateOf(cert: string | undefined, key: string | undefined): Certificate | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    return leave('--cert and --key go together: a certificate and its key, in PEM');
  const missing = [cert, key].find((file) => !existsSync(file));
  if (missing !== undefined) return leave(`there is no file ${missing}; README.md says how to make one`);
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

function serverOf(folder: string, certificate: Certificate | undefined): Server {
  try {
    return appServer(folder, certificate);
  } catch (error) {
    return leave(
      `certificate and key do not fit or are not PEM: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Where the server can be found: all addresses of this computer, those that others reach first, if it listens on all. */
function addresses(host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family }) => family === 'IPv4')
    .toSorted((a, b) => Number(a.internal) - Number(b.internal))
    .map(({ address }) => address);
}

function leave(why: string): never {
  console.error(`serve: ${why}`);
  process.exit(2);
}

serve();
