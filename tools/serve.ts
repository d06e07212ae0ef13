import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { appServer } from './hosting/appServer';

const usage = 'npm start -- [--port 4173] [--host 127.0.0.1] [--folder dist]';

/** `npm start` after the build: serves `dist` and prints the address. */
function serve(): void {
  const { port, host, folder } = choices();
  if (!existsSync(`${folder}/index.html`)) leave(`${folder} holds no app; build it first: npm run build`);
  const server = appServer(folder);
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      leave(`port ${port} is in use; choose another: npm start -- --port ${port + 1}`);
    } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      leave(`this computer has no address ${host}; all of its addresses: npm start -- --host 0.0.0.0`);
    } else if (error.code === 'EACCES') {
      leave(`port ${port} needs more rights; choose one above 1023: npm start -- --port 4173`);
    } else {
      leave(error.message);
    }
  });
  server.listen(port, host, () => {
    for (const address of addresses(host)) console.log(`Featherweight is at http://${address}:${port}/`);
    if (host !== '127.0.0.1') {
      console.log('Other computers get it without the camera and WebGPU, which need https; README.md says how.');
    }
  });
}

type Choices = { readonly port: number; readonly host: string; readonly folder: string };

function choices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
        folder: { type: 'string', default: 'dist' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return leave(`--port is no port (got ${values.port}, wanted 1 to 65535)`);
    }
    return { port, host: values.host, folder: values.folder };
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : String(error)} (wanted ${usage})`);
  }
}

/** Where the server can be found: all addresses of this computer, if it listens on all. */
function addresses(host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address);
}

function leave(why: string): never {
  console.error(`serve: ${why}`);
  process.exit(2);
}

serve();
