import { createStore, type StoreApi } from 'zustand/vanilla';
import { failure, type Result } from '../../nets/result';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import type { LoadProgress } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import {
  closeNetwork,
  mapsOf,
  openNetwork,
  type ExhibitedMaps,
  type ExhibitedNetwork,
  type OpenedNetwork,
} from './openedNetwork';

export type ExhibitStatus =
  | { readonly stage: 'shut' }
  | { readonly stage: 'opening'; readonly progress: LoadProgress | null }
  | { readonly stage: 'open'; readonly network: ExhibitedNetwork }
  | { readonly stage: 'failed'; readonly error: RunError };

/**
 * A trained network that looks at a sample photo, for all figures of a chapter that show its values. Nothing is downloaded
 * before `open`; all is freed when nobody holds it any more.
 */
export type Exhibit = {
  readonly weights: string;
  readonly status: StoreApi<ExhibitStatus>;
  /** Downloads the network and starts its engine, where that was not begun or has failed. */
  readonly open: () => void;
  /** Runs the network on the photo and reads these tensors. What is asked for in one go is read in one run. */
  readonly maps: (ids: readonly string[], signal: AbortSignal) => Promise<Result<ExhibitedMaps, RunError>>;
  /** The weights of one layer, batch norm folded. */
  readonly layerWeights: (id: string, signal: AbortSignal) => Promise<Result<LayerWeights, RunError>>;
  /** Keeps it open until the returned function is called, or for a moment longer: pages change by closing and opening. */
  readonly hold: () => () => void;
};

/** How long it stays open after the last one let go. */
const lingerMs = 3000;

const known = new Map<string, Exhibit>();

/** The one exhibit of these weights. */
export function exhibitOf(weights: string): Exhibit {
  const exhibit = known.get(weights) ?? createExhibit(weights);
  known.set(weights, exhibit);
  return exhibit;
}

function createExhibit(weights: string): Exhibit {
  const status = createStore<ExhibitStatus>(() => ({ stage: 'shut' }));
  const life = exhibitLife(weights, status);
  let holders = 0;
  const run = batched(async (ids) => {
    const opened = life.opened();
    if (opened === null) return failure({ code: 'aborted' });
    const seen = await mapsOf(opened, ids);
    if (!seen.ok) life.fail(seen.error);
    return seen;
  });
  return {
    ...{ weights, status, open: life.open },
    maps: async (ids, signal) => {
      const seen = await run(ids);
      return signal.aborted ? failure({ code: 'aborted' }) : seen;
    },
    layerWeights: async (id, signal) => {
      const opened = life.opened();
      return opened === null ? failure({ code: 'aborted' }) : opened.engine.layerWeights(opened.handle, id, signal);
    },
    hold: () => {
      holders += 1;
      return () => {
        holders -= 1;
        setTimeout(() => {
          if (holders === 0) life.shut();
        }, lingerMs);
      };
    },
  };
}

/** Opens, ends and tells it in the status. */
function exhibitLife(weights: string, status: StoreApi<ExhibitStatus>) {
  let opened: OpenedNetwork | null = null;
  let opening: AbortController | null = null;

  function end(told: ExhibitStatus): void {
    opening?.abort();
    if (opened !== null) closeNetwork(opened);
    opened = null;
    status.setState(told, true);
  }

  return {
    opened: () => opened,
    open: (): void => {
      const { stage } = status.getState();
      if (stage === 'opening' || stage === 'open') return;
      const controller = new AbortController();
      const { signal } = controller;
      opening = controller;
      status.setState({ stage: 'opening', progress: null }, true);
      const tell = (progress: LoadProgress): void => {
        if (!signal.aborted) status.setState({ stage: 'opening', progress }, true);
      };
      void openNetwork(weights, tell, signal).then((result) => {
        if (signal.aborted && result.ok) closeNetwork(result.value);
        if (signal.aborted) return;
        if (!result.ok) end({ stage: 'failed', error: result.error });
        else {
          opened = result.value;
          status.setState({ stage: 'open', network: opened.network }, true);
        }
      });
    },
    shut: (): void => end({ stage: 'shut' }),
    /** What goes wrong while it is open ends it; the next `open` starts again. */
    fail: (error: RunError): void => {
      if (error.code !== 'aborted' && opened !== null) end({ stage: 'failed', error });
    },
  };
}

type Reads = (ids: readonly string[]) => Promise<Result<ExhibitedMaps, RunError>>;

/** Joins what is asked for in one task into one call. */
export function batched(read: Reads): Reads {
  let asked = new Set<string>();
  let next: ReturnType<Reads> | null = null;
  return (ids) => {
    for (const id of ids) asked.add(id);
    next ??= new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => {
      const wanted = [...asked];
      [asked, next] = [new Set(), null];
      return read(wanted);
    });
    return next;
  };
}
