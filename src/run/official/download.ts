import { failure, success, type Result } from '../../nets/result';
import { sha256Of } from '../weights/weightsFolder';
import { joinBytes } from '../weights/joinBytes';
import type { Beginning, FileIdentity, PartStore } from './partStore';

/** Why a download failed. What did arrive is kept where that helps, and the next attempt resumes there. */
export type DownloadFault =
  /** This machine is offline. */
  | { readonly reason: 'noNetwork' }
  /** The server answers, but does not let pages of other sites read its files (no CORS header). */
  | { readonly reason: 'notShared' }
  /** There was no answer, or none that this page may read; browsers do not say which. */
  | { readonly reason: 'noAnswer' }
  | { readonly reason: 'status'; readonly status: number }
  /** The connection broke or fell silent, and every retry failed. */
  | { readonly reason: 'brokeOff'; readonly loadedBytes: number; readonly totalBytes: number | null }
  /** A web page arrived instead of the file, such as a hotel's login. */
  | { readonly reason: 'webPage' }
  /** The whole file arrived, but its digest is not the one in its name. */
  | { readonly reason: 'damaged'; readonly sha256: string; readonly wantedPrefix: string }
  /** The caller's signal fired. */
  | { readonly reason: 'aborted' };

export type Download = {
  readonly url: string;
  /** First hexadecimal digits of the file's SHA-256, where known. */
  readonly sha256Prefix?: string | undefined;
  readonly parts: PartStore;
  /** `total` is 0 while it is unknown. */
  readonly onBytes: (loaded: number, total: number) => void;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
};

/** How long to wait in silence, and the pauses before retries that follow an attempt without progress. */
export type Patience = { readonly silenceMs: number; readonly pausesMs: readonly number[] };

const defaultPatience: Patience = { silenceMs: 30_000, pausesMs: [500, 2000, 5000] };

/** Saves the download in parts of this size. */
const partBytes = 4 * 2 ** 20;

/**
 * Downloads a whole file from another site and checks it. Resumes an earlier download if the server supports ranges and
 * the file is the same; otherwise starts again. Follows redirects.
 */
export async function download(request: Download): Promise<Result<Uint8Array, DownloadFault>> {
  const pausesMs = [...(request.patience ?? defaultPatience).pausesMs];
  const before = await request.parts.read();
  let reached = before?.bytes.length ?? 0;
  for (;;) {
    const outcome = await attempt(request);
    if (outcome.ok) return outcome;
    const { fault, loadedBytes } = outcome.error;
    const isWorthRetrying = fault.reason === 'brokeOff' || isTransient(fault);
    // A server that never answered will not answer a second later.
    if (!isWorthRetrying && !(fault.reason === 'noAnswer' && reached > 0)) return failure(fault);
    const pauseMs = loadedBytes > reached ? (request.patience ?? defaultPatience).pausesMs[0] : pausesMs.shift();
    if (pauseMs === undefined) return failure(fault);
    reached = Math.max(reached, loadedBytes);
    await pause(pauseMs, request.signal);
  }
}

type Broken = { readonly fault: DownloadFault; readonly loadedBytes: number };

/** Statuses of busy servers. 416 and 412 mean that the kept part is no longer the beginning of the file. */
function isTransient(fault: DownloadFault): boolean {
  return fault.reason === 'status' && (fault.status >= 500 || [408, 412, 416, 429].includes(fault.status));
}

async function attempt(request: Download): Promise<Result<Uint8Array, Broken>> {
  const kept = await request.parts.read();
  const silence = silenceWatch(request);
  try {
    const answered = await requestRest(request, kept, silence.signal);
    if (!answered.ok) return failure({ fault: answered.error, loadedBytes: kept?.bytes.length ?? 0 });
    const { response, beginning } = answered.value;
    const received = await receive(request, response, beginning, silence.heard);
    if (!received.ok) return received;
    const sha256 = await damageOf(received.value, request.sha256Prefix);
    if (sha256 === null) return received;
    await request.parts.clear();
    const fault = { reason: 'damaged', sha256, wantedPrefix: request.sha256Prefix ?? '' } as const;
    // If the halves belong to different files, download all of it again.
    return beginning.bytes.length > 0
      ? failure({ fault: { reason: 'brokeOff', loadedBytes: 0, totalBytes: null }, loadedBytes: 0 })
      : failure({ fault, loadedBytes: 0 });
  } finally {
    silence.end();
  }
}

type Answer = { readonly response: Response; readonly beginning: Beginning };

/** Requests the file, or the rest of it. Returns the response with the kept beginning that it continues. */
async function requestRest(
  { url, parts, signal }: Download,
  kept: Beginning | null,
  attemptSignal: AbortSignal,
): Promise<Result<Answer, DownloadFault>> {
  const headers = kept === null ? undefined : { Range: `bytes=${String(kept.bytes.length)}-` };
  let response: Response;
  try {
    response = await fetch(url, {
      signal: attemptSignal,
      credentials: 'omit',
      cache: 'no-store',
      ...(headers && { headers }),
    });
  } catch {
    if (signal.aborted) return failure({ reason: 'aborted' });
    const loadedBytes = kept?.bytes.length ?? 0;
    if (attemptSignal.aborted) return failure({ reason: 'brokeOff', loadedBytes, totalBytes: null });
    const fault = await diagnoseSilence(url);
    if (fault.reason !== 'notShared' || kept === null) return failure(fault);
    // It was read before: what the server does not let a page ask for is the rest of a file.
    await parts.clear();
    return failure({ reason: 'status', status: 412 });
  }
  if (response.status === 416 || response.status === 412) await parts.clear();
  if (!response.ok) return failure({ reason: 'status', status: response.status });
  if (response.headers.get('Content-Type')?.startsWith('text/html') === true) return failure({ reason: 'webPage' });
  const isRest = response.status === 206 && kept !== null;
  const identity = identityOf(response, isRest ? kept.bytes.length : 0);
  if (isRest && isSame(kept.identity, identity)) return success({ response, beginning: { ...kept, identity } });
  await parts.clear();
  if (!isRest) return success({ response, beginning: { bytes: new Uint8Array(), identity } });
  await response.body?.cancel();
  return failure({ reason: 'status', status: 412 });
}

/** Other sites expose only some of these headers: always the length and the date, the others if they choose to. */
function identityOf({ headers }: Response, startBytes: number): FileIdentity {
  const [, whole] = /\/(\d+)$/.exec(headers.get('Content-Range') ?? '') ?? [];
  const rest = headers.get('Content-Length');
  const totalBytes = whole !== undefined ? Number(whole) : rest !== null ? startBytes + Number(rest) : null;
  return { totalBytes, version: headers.get('ETag') ?? headers.get('Last-Modified') };
}

function isSame(before: FileIdentity, now: FileIdentity): boolean {
  const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;
  return agree(before.totalBytes, now.totalBytes) && agree(before.version, now.version);
}

/** Reads the response to the end, saving parts on the way. */
async function receive(
  { parts, onBytes, signal }: Download,
  response: Response,
  { bytes: beginning, identity }: Beginning,
  heard: () => void,
): Promise<Result<Uint8Array, Broken>> {
  const pieces: Uint8Array[] = [beginning];
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let loadedBytes = beginning.length;
  let isWhole = true;
  const savePart = async (): Promise<void> => {
    if (pendingBytes > 0) await parts.append(joinBytes(pending), identity);
    [pending, pendingBytes] = [[], 0];
  };
  const reader = response.body?.getReader();
  onBytes(loadedBytes, identity.totalBytes ?? 0);
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      heard();
      pieces.push(part.value);
      pending.push(part.value);
      pendingBytes += part.value.length;
      loadedBytes += part.value.length;
      onBytes(loadedBytes, identity.totalBytes === null ? 0 : Math.max(identity.totalBytes, loadedBytes));
      if (pendingBytes >= partBytes) await savePart();
    }
  } catch {
    isWhole = false;
  }
  // More bytes than announced mean that the file was compressed in transit; its digest and contents are checked anyway.
  if (isWhole && loadedBytes >= (identity.totalBytes ?? 0)) return success(joinBytes(pieces));
  await savePart();
  const fault: DownloadFault = signal.aborted
    ? { reason: 'aborted' }
    : { reason: 'brokeOff', loadedBytes, totalBytes: identity.totalBytes };
  return failure({ fault, loadedBytes });
}

/** The digest if it is not the wanted one. Pages without a secure context have no digest function. */
async function damageOf(bytes: Uint8Array, wantedPrefix: string | undefined): Promise<string | null> {
  if (wantedPrefix === undefined || !('subtle' in globalThis.crypto)) return null;
  const sha256 = await sha256Of(bytes);
  return sha256.startsWith(wantedPrefix) ? null : sha256;
}

/** Why there was no response that this page may read. */
async function diagnoseSilence(url: string): Promise<DownloadFault> {
  if ('navigator' in globalThis && 'onLine' in navigator && !navigator.onLine) return { reason: 'noNetwork' };
  try {
    // A no-cors request needs no permission of the server; it only shows that the server answers.
    await fetch(url, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', cache: 'no-store' });
    return { reason: 'notShared' };
  } catch {
    return { reason: 'noAnswer' };
  }
}

type SilenceWatch = { readonly signal: AbortSignal; readonly heard: () => void; readonly end: () => void };

/** Aborts an attempt when the caller does, or when the server falls silent for too long. */
function silenceWatch({ signal, patience = defaultPatience }: Download): SilenceWatch {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let timer = setTimeout(stop, patience.silenceMs);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(stop, patience.silenceMs);
    },
    end: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
