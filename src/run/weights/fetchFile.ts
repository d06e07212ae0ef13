import { failure, success, type Result } from '../../nets/result';
import { forgetFile, isKept, keepFile, keptFile, type Shelf } from './keptFiles';
import type { RunError } from '../errors/runError';

/**
 * Fetches a file from the app's server, or the browser's copy when offline. Networks that the person opened are on the
 * other shelf, whose files are never requested from the server, nor taken in place of the server's.
 */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  shelf: Shelf = 'served',
): Promise<Result<Response, RunError>> {
  if (shelf === 'own') {
    const own = await keptFile('own', url);
    return own === undefined ? failure({ code: 'downloadFailed', url, status: 0 }) : success(own);
  }
  try {
    const response = await fetch(url, { signal });
    return response.ok ? success(response) : failure({ code: 'downloadFailed', url, status: response.status });
  } catch {
    if (signal.aborted) return failure({ code: 'aborted' });
    const kept = await keptFile('served', url);
    return kept === undefined ? failure({ code: 'downloadFailed', url, status: 0 }) : success(kept);
  }
}

/** Fetches and parses a JSON file from the app's server, and keeps a copy to use offline. */
export async function fetchJson<T>(
  url: string,
  parse: (json: unknown) => Result<T>,
  signal: AbortSignal,
  shelf: Shelf = 'served',
): Promise<Result<T, RunError>> {
  const response = await fetchFile(url, signal, shelf);
  if (!response.ok) return response;
  let text: string;
  try {
    text = await response.value.text();
  } catch {
    return failure(signal.aborted ? { code: 'aborted' } : { code: 'downloadFailed', url, status: 0 });
  }
  const json = jsonOf(text);
  const parsed = json === undefined ? json : parse(json);
  const isCopy = isKept(response.value);
  if (parsed?.ok !== true) {
    // A broken copy would only keep the next one from being made.
    if (isCopy && shelf === 'served') await forgetFile('served', url);
    return failure({ code: 'badManifest', detail: parsed?.error ?? `${url}: not JSON` });
  }
  if (!isCopy) await keepFile('served', url, text);
  return parsed;
}

function jsonOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
