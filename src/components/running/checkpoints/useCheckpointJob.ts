import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../nets/result';
import type { Manifest } from '../../../run/weights/manifest';
import type { OfficialWeights } from '../../../run/official/officialWeights';
import type { CheckpointFault } from '../../../run/checkpoint/checkpointFault';
import { fetchOfficial, openOwnFile } from '../../../run/checkpoint/checkpointJobs';
import { forgetNetwork } from '../../../run/weights/ownNetworks';
import type { RecognisedFile } from '../../../run/checkpoint/openCheckpoint';
import { refreshKeptNetworks } from './keptNetworksStore';

/** A checkpoint on its way to a network that runs. */
export type CheckpointJob = {
  readonly from: { readonly file: File } | { readonly official: OfficialWeights };
  /** Bytes that have arrived, and of how many; 0 as long as that is unknown. */
  readonly loaded: number;
  readonly total: number;
  readonly recognised: RecognisedFile | null;
  /** The kept network, or what went wrong; null while it is under way. */
  readonly outcome: Result<Manifest, CheckpointFault> | null;
};

export type CheckpointDesk = {
  /** Null when there is nothing to tell. */
  readonly job: CheckpointJob | null;
  readonly open: (file: File) => void;
  readonly fetch: (official: OfficialWeights) => void;
  /** The last one again. */
  readonly retry: () => void;
  readonly dismiss: () => void;
  /** Runs a network that is kept. */
  readonly run: (name: string) => void;
  readonly forget: (name: string) => void;
};

/** One checkpoint at a time; the next one ends the last. `onReady` is called with the name of a network that is to run. */
export function useCheckpointJob(onReady: (name: string) => void): CheckpointDesk {
  const [job, setJob] = useState<CheckpointJob | null>(null);
  const running = useRef(new AbortController());
  useEffect(
    () => () => {
      running.current.abort();
    },
    [],
  );

  const start = (from: CheckpointJob['from']) => {
    running.current.abort();
    running.current = new AbortController();
    setJob({ from, loaded: 0, total: 0, recognised: null, outcome: null });
    const { signal } = running.current;
    const update = (change: Partial<CheckpointJob>) => {
      if (!signal.aborted) setJob((current) => current && { ...current, ...change });
    };
    void run(from, update, signal).then((name) => {
      if (name !== null && !signal.aborted) onReady(name);
    });
  };

  return {
    job,
    open: (file) => {
      start({ file });
    },
    fetch: (official) => {
      start({ official });
    },
    retry: () => {
      if (job !== null) start(job.from);
    },
    dismiss: () => {
      running.current.abort();
      setJob(null);
    },
    run: onReady,
    forget: (name) => {
      void forgetNetwork(name).then(refreshKeptNetworks);
    },
  };
}

/** Opens or fetches, telling `update` how far it is. The kept network's name, or null when there is none. */
async function run(
  from: CheckpointJob['from'],
  update: (change: Partial<CheckpointJob>) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const onRecognised = (recognised: RecognisedFile) => {
    update({ recognised });
  };
  const onBytes = (loaded: number, total: number) => {
    update({ loaded, total });
  };
  const outcome = await ('file' in from
    ? openOwnFile(from.file, { onRecognised, signal })
    : fetchOfficial(from.official.name, { onRecognised, onBytes, signal }));
  if (outcome.ok) await refreshKeptNetworks();
  update({ outcome });
  return outcome.ok ? outcome.value.name : null;
}
