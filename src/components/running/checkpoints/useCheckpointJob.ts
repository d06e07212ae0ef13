import { useEffect, useRef, useState } from 'react';
import type { Choice } from '../../../nets/parameter';
import type { Result } from '../../../nets/result';
import type { Manifest } from '../../../run/weights/manifest';
import type { OfficialWeights } from '../../../run/official/officialWeights';
import type { CheckpointFault } from '../../../run/checkpoint/checkpointFault';
import { fetchOfficial, openOwnFiles } from '../../../run/checkpoint/checkpointJobs';
import { forgetNetwork } from '../../../run/weights/ownNetworks';
import type { RecognisedFile } from '../../../run/checkpoint/openCheckpoint';
import { refreshKeptNetworks } from './keptNetworksStore';

/** A checkpoint that is being opened or downloaded. */
export type CheckpointJob = {
  readonly from: { readonly files: readonly File[]; readonly given: GivenAt } | { readonly official: OfficialWeights };
  /** Bytes loaded, and the total; 0 while it is unknown. */
  readonly loaded: number;
  readonly total: number;
  readonly recognised: RecognisedFile | null;
  /** What the person set on the Recognised card. */
  readonly chosen: Choice;
  /** The kept network, or what went wrong; null until it is done. */
  readonly outcome: Result<Manifest, CheckpointFault> | null;
};

/** Where files were given: dropped on the picture, or chosen with the button. What became of them shows there. */
export type GivenAt = 'picture' | 'button';

export type CheckpointDesk = {
  /** Null when there is nothing to show. */
  readonly job: CheckpointJob | null;
  /** Opens a checkpoint: one file, or several that belong together. */
  readonly open: (files: readonly File[], given: GivenAt) => void;
  readonly fetch: (official: OfficialWeights) => void;
  /** Starts the last one again. */
  readonly retry: () => void;
  /** Opens the last files again with these settings; what they became before is forgotten. */
  readonly reopen: (chosen: Choice) => void;
  readonly dismiss: () => void;
  /** Runs a kept network. */
  readonly run: (name: string) => void;
  readonly forget: (name: string) => void;
};

/** Opens one checkpoint at a time; a new one ends the last. Calls `onReady` with the name of the network to run. */
export function useCheckpointJob(onReady: (name: string) => void): CheckpointDesk {
  const [job, setJob] = useState<CheckpointJob | null>(null);
  const running = useRef(new AbortController());
  useEffect(
    () => () => {
      running.current.abort();
    },
    [],
  );

  const start = (from: CheckpointJob['from'], chosen: Choice = {}) => {
    running.current.abort();
    running.current = new AbortController();
    const earlier = job?.from === from && job.outcome?.ok === true ? job.outcome.value.name : null;
    // The card stays while other settings are tried: with one that cannot be used, there would be none to mend it on.
    const recognised = job?.from === from ? job.recognised : null;
    setJob({ from, chosen, loaded: 0, total: 0, recognised, outcome: null });
    const { signal } = running.current;
    const update = (change: Partial<CheckpointJob>) => {
      if (!signal.aborted) setJob((current) => current && { ...current, ...change });
    };
    void run({ from, chosen }, update, signal).then((name) => {
      if (name === null || signal.aborted) return;
      onReady(name);
      if (earlier !== null && earlier !== name) void forgetNetwork(earlier).then(refreshKeptNetworks);
    });
  };

  return {
    job,
    open: (files, given) => {
      start({ files, given });
    },
    fetch: (official) => {
      start({ official });
    },
    retry: () => {
      if (job !== null) start(job.from, job.chosen);
    },
    reopen: (chosen) => {
      if (job !== null) start(job.from, chosen);
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

/**
 * Opens or downloads a checkpoint, reporting progress to `update`. Resolves to the name of the kept network, or null if
 * it failed.
 */
async function run(
  { from, chosen }: Pick<CheckpointJob, 'from' | 'chosen'>,
  update: (change: Partial<CheckpointJob>) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const onRecognised = (recognised: RecognisedFile) => {
    update({ recognised });
  };
  const onBytes = (loaded: number, total: number) => {
    update({ loaded, total });
  };
  const outcome = await ('files' in from
    ? openOwnFiles(from.files, { chosen, onRecognised, signal })
    : fetchOfficial(from.official.name, { onRecognised, onBytes, signal }));
  if (outcome.ok) await refreshKeptNetworks();
  update({ outcome });
  return outcome.ok ? outcome.value.name : null;
}
