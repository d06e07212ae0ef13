import { failure, success, type Result } from '../../nets/result';
import { download, type DownloadFault, type Patience } from './download';
import type { OfficialFile } from './officialWeights';
import type { PartStore } from './partStore';

/** An address that did not give the file, and why. */
export type Attempt = { readonly url: string; readonly fault: DownloadFault };

export type OfficialDownload = {
  /** In the order to try. */
  readonly files: readonly OfficialFile[];
  readonly partsOf: (file: OfficialFile) => PartStore;
  /** `total` is 0 while it is unknown. */
  readonly onBytes: (loaded: number, total: number) => void;
  readonly signal: AbortSignal;
  /** How long to wait for the last address, and for those that others follow. */
  readonly patience?: { readonly last?: Patience; readonly others: Patience };
};

const impatience: Patience = { silenceMs: 10_000, pausesMs: [500] };

/**
 * Downloads some weights from the first address that gives them. What other addresses gave of them is kept for the next
 * visit. Fails with one attempt for each address that was asked.
 */
export async function downloadOfficial({
  files,
  partsOf,
  onBytes,
  signal,
  patience = { others: impatience },
}: OfficialDownload): Promise<Result<{ readonly file: OfficialFile; readonly bytes: Uint8Array }, readonly Attempt[]>> {
  const attempts: Attempt[] = [];
  for (const [index, file] of files.entries()) {
    const wait = index + 1 < files.length ? patience.others : patience.last;
    const { url, sha256Prefix } = file;
    const parts = partsOf(file);
    const bytes = await download({ url, sha256Prefix, parts, onBytes, signal, ...(wait && { patience: wait }) });
    if (bytes.ok) {
      // The file is here as a whole, and keeping the network takes the room of its parts.
      await parts.clear();
      return success({ file, bytes: bytes.value });
    }
    attempts.push({ url, fault: bytes.error });
    if (bytes.error.reason === 'aborted' || bytes.error.reason === 'noNetwork') break;
  }
  return failure(attempts);
}
