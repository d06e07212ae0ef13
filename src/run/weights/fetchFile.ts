import { failure, success, type Result } from '../../nets/result';
import { isKept, keepFile, keptFile } from './keptFiles';
import type { RunError } from '../errors/runError';

/**
 * Fetches a file from the app's server, or the browser's copy when offline. Files of networks that the person opened
 * are never requested from the server.
 */
export async function fetchFile(url: string, signal: AbortSignal): Promise<Result<Response, RunError>> {
  const own = await keptFile('own', url);
  if (own !== undefined) return success(own);
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
): Promise<Result<T, RunError>> {
  const response = await fetchFile(url, signal);
  if (!response.ok) return response;
  let text: string;
  try {
    text = await response.value.text();
  } catch {
    return failure(signal.aborted ? { code: 'aborted' } : { code: 'downloadFailed', url, status: 0 });
  }
  const json = jsonOf(text);
  const parsed = json === undefined ? json : parse(json);
  if (parsed === undefined) return failure({ code: 'badManifest', detail: `${url}: not JSON` });
  if (!parsed.ok) return failure({ code: 'badManifest', detail: parsed.error });
  if (!isKept(response.value)) await keepFile('served', url, text);
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
