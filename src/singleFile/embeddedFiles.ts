/** A file as the page holds it: its media type and its bytes in base 64. */
type Embedded = { readonly type: string; readonly text: string };

/** What the file has in place of a server. */
declare global {
  /** In a worker: the embedded files by their address beside the page. The page puts them before the script. */
  var embedded: Readonly<Record<string, Embedded>> | undefined;
  /** In the page: where a worker finds its script. The build writes it in place of the workers' own addresses. */
  var workerAddress: (() => string) | undefined;
}

/** Answers requests for embedded files, in the page and in its workers; whatever else is asked goes to the network. */
export function embeddedFiles(): void {
  const files = globalThis.embedded ?? filesOfPage();
  globalThis.embedded = files;
  const ask = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (wanted, options) => {
    const file = files[addressOf(wanted instanceof Request ? wanted.url : wanted)];
    return file === undefined ? ask(wanted, options) : Promise.resolve(responseOf(file));
  };
}

let address: string | undefined;

/** The address of a worker's script: the page's own, which starts the worker that `name` says. */
export function workerAddress(): string {
  // A worker may not read the page's blobs: to a browser, each file is a site of its own.
  const files = `globalThis.embedded=${JSON.stringify(globalThis.embedded)};`;
  address ??= URL.createObjectURL(new Blob([files, textOf('program')], { type: 'text/javascript' }));
  return address;
}

function responseOf({ type, text }: Embedded): Response {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(bytes, { headers: { 'Content-Type': type, 'Content-Length': String(bytes.length) } });
}

/** Every `<script data-file="weights/index.json">` holds a file, which a browser takes for no script. */
function filesOfPage(): Readonly<Record<string, Embedded>> {
  const holders = document.querySelectorAll<HTMLScriptElement>('script[data-file]');
  return Object.fromEntries(
    [...holders].map((holder) => {
      const { file = '', type = '' } = holder.dataset;
      return [addressOf(file), { type, text: holder.text }];
    }),
  );
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

/** The whole address, without what follows the path. A worker has no place to begin a relative one. */
function addressOf(wanted: string | URL): string {
  const { href, protocol } = globalThis.location;
  const url = new URL(wanted, protocol === 'blob:' ? 'file:///' : href);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
