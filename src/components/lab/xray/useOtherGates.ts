import { useEffect, useMemo, useState } from 'react';
import { samples } from '../../../lab/session/samples';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { gatesOf } from '../../../lab/xray/gates';
import { nodesOfBlock } from '../../../lab/xray/place';
import type { Graph } from '../../../nets/graph';
import { openPhoto } from '../../../run/frames/photo';

type Gates = ReadonlyMap<string, ArrayLike<number>>;

/** The gates of a block on the sample photo that does not show; null while another source shows, and for blocks without gates. */
export function useOtherGates(
  session: RunSession,
  { lanes: [lane], shown }: SessionStatus,
  graph: Graph,
  path: string | null,
): Gates | null {
  const [read, setRead] = useState<{ readonly key: string; readonly gates: Gates } | null>(null);
  const ids = useMemo(
    () => (path === null ? [] : gatesOf(nodesOfBlock(graph, path).nodes).map(({ id }) => id)),
    [graph, path],
  );
  const report = lane?.report ?? null;
  const sample = shown?.kind === 'sample' ? shown.url : null;
  const other = sample === null ? undefined : samples.find(({ url }) => url !== sample)?.url;
  const key = `${lane?.name ?? ''} ${ids.join(' ')} ${other ?? ''}`;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || report === null || other === undefined || ids.length === 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    const views = ids.map((id) => ({ id, maps: { pick: 'none' as const }, side: 1, exact: null }));
    const look = async (): Promise<void> => {
      const photo = await openPhoto(other, signal);
      if (!photo.ok) return;
      const frame = await photo.value.grab();
      const seen = frame.ok ? await engine.look(report.network, views, frame.value, signal) : frame;
      photo.value.stop();
      if (!seen.ok || signal.aborted) return;
      setRead({ key, gates: new Map(seen.value.map(({ id, numbers }) => [id, numbers.mean])) });
    };
    void look();
    return () => {
      controller.abort();
    };
  }, [session, report, other, ids, key]);
  return read?.key === key ? read.gates : null;
}
