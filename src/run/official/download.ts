import { failure, success, type Result } from '../../nets/result';
import { sha256Of } from '../weights/weightsFolder';
import type { DownloadFault } from './downloadFault';
import { joined, type Beginning, type FileIdentity, type PartStore } from './partStore';

export type Download = {
  readonly url: string;
  /** First hexadecimal digits of the file's SHA-256, where they are known. */
  readonly sha256Prefix?: string | undefined;
  readonly parts: PartStore;
  /** `total` is 0 as long as it is unknown. */
  readonly onBytes: (loaded: number, total: number) => void;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
};

/** How long silence is borne, and how long the pauses are before each further attempt that follows one without progress. */
export type Patience = { readonly silenceMs: number; readonly pausesMs: readonly number[] };

const usualPatience: Patience = { silenceMs: 30_000, pausesMs: [500, 2000, 5000] };

/** Parts of this size are put by while the rest is on its way. */
const partBytes = 4 * 2 ** 20;

/**
 * A whole file from another site's server, checked. It goes on where an earlier download broke off, if the server knows
 * ranges and the file is still the same; otherwise it starts anew. Redirects are followed.
 */
export async function download(wish: Download): Promise<Result<Uint8Array, DownloadFault>> {
  const pausesMs = [...(wish.patience ?? usualPatience).pausesMs];
  const before = await wish.parts.read();
  let reached = before?.bytes.length ?? 0;
  for (;;) {
    const outcome = await attempt(wish);
    if (outcome.ok) return outcome;
    const { fault, loadedBytes } = outcome.error;
    const isWorthIt = fault.reason === 'brokeOff' || isPassing(fault);
    // A server that never answered will hardly answer a second later.
    if (!isWorthIt && !(fault.reason === 'noAnswer' && reached > 0)) return failure(fault);
    const pauseMs = loadedBytes > reached ? (wish.patience ?? usualPatience).pausesMs[0] : pausesMs.shift();
    if (pauseMs === undefined) return failure(fault);
    reached = Math.max(reached, loadedBytes);
    await pause(pauseMs, wish.signal);
  }
}

type Broken = { readonly fault: DownloadFault; readonly loadedBytes: number };

/** Busy servers say so with these. 416 and 412 mean that what was kept is no beginning of the file any more. */
function isPassing(fault: DownloadFault): boolean {
  return fault.reason === 'status' && (fault.status >= 500 || [408, 412, 416, 429].includes(fault.status));
}

async function attempt(wish: Download): Promise<Result<Uint8Array, Broken>> {
  const kept = await wish.parts.read();
  const silence = silenceWatch(wish);
  try {
    const answered = await answerOf(wish, kept, silence.signal);
    if (!answered.ok) return failure({ fault: answered.error, loadedBytes: kept?.bytes.length ?? 0 });
    const { response, beginning } = answered.value;
    const received = await receive(wish, response, beginning, silence.heard);
    if (!received.ok) return received;
    const sha256 = await damageOf(received.value, wish.sha256Prefix);
    if (sha256 === null) return received;
    await wish.parts.clear();
    const fault = { reason: 'damaged', sha256, wantedPrefix: wish.sha256Prefix ?? '' } as const;
    // Two halves of different files are nobody's fault: once more, from the start.
    return beginning.bytes.length > 0
      ? failure({ fault: { reason: 'brokeOff', loadedBytes: 0, totalBytes: null }, loadedBytes: 0 })
      : failure({ fault, loadedBytes: 0 });
  } finally {
    silence.end();
  }
}

type Answer = { readonly response: Response; readonly beginning: Beginning };

/** The server's answer, with what is kept already of the file that it answers with. */
async function answerOf(
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
    const isSilence = attemptSignal.aborted;
    return failure(isSilence ? { reason: 'brokeOff', loadedBytes, totalBytes: null } : await silenceReason(url));
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

/** Other sites' servers show these headers only in part: the length and the date always, the others if they wish. */
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

/** Reads the answer to its end, putting parts by on the way. */
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
  const putBy = async (): Promise<void> => {
    if (pendingBytes > 0) await parts.append(joined(pending), identity);
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
      if (pendingBytes >= partBytes) await putBy();
    }
  } catch {
    isWhole = false;
  }
  // More than was announced is a file that was packed for the way; its digest and its contents are checked anyway.
  if (isWhole && loadedBytes >= (identity.totalBytes ?? 0)) return success(joined(pieces));
  await putBy();
  const fault: DownloadFault = signal.aborted
    ? { reason: 'aborted' }
    : { reason: 'brokeOff', loadedBytes, totalBytes: identity.totalBytes };
  return failure({ fault, loadedBytes });
}

/** The digest, if it is another one than wanted. Pages without a secure context have no digest function. */
async function damageOf(bytes: Uint8Array, wantedPrefix: string | undefined): Promise<string | null> {
  if (wantedPrefix === undefined || !('subtle' in globalThis.crypto)) return null;
  const sha256 = await sha256Of(bytes);
  return sha256.startsWith(wantedPrefix) ? null : sha256;
}

/** Why a request had no answer that this page may read. */
async function silenceReason(url: string): Promise<DownloadFault> {
  if ('navigator' in globalThis && 'onLine' in navigator && !navigator.onLine) return { reason: 'noNetwork' };
  try {
    // This kind of request needs no permission of the server, and shows nothing of the answer but that there was one.
    await fetch(url, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', cache: 'no-store' });
    return { reason: 'notShared' };
  } catch {
    return { reason: 'noAnswer' };
  }
}

type SilenceWatch = { readonly signal: AbortSignal; readonly heard: () => void; readonly end: () => void };

/** Ends an attempt when the caller wishes, or when nothing was heard for too long. */
function silenceWatch({ signal, patience = usualPatience }: Download): SilenceWatch {
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
