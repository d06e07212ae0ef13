import { parseAsString } from 'nuqs';
import { useMemo, useState } from 'react';
import type { BuiltDesign, MovedValue } from '../../nets/design/builtDesign';
import { builtDesign } from '../../nets/design/builtDesign';
import type { Design } from '../../nets/design/design';
import type { LostPart } from '../../nets/design/designText';
import { designText, readDesignText } from '../../nets/design/designText';
import type { StartDesign } from '../../nets/design/startDesigns';
import { mobileNetV2Start } from '../../nets/design/startDesigns';
import { startOf, starts } from '../../nets/design/starts';
import { changed, emptyTimeline, redone, undone, type Timeline } from '../../nets/design/timeline';
import type { Counted } from '../../nets/readings/cost';
import { countedGraph } from '../../nets/readings/cost';
import { oneOf } from '../ui/address/parsers';
import { useAddress } from '../ui/address/useAddress';
import { useArrivedQuery } from '../ui/address/readings';

/** What the address holds of a design; null is the start itself. */
type Present = { readonly from: string; readonly design: string | null };

/** A design at hand: what it is, what it started from, and every way to change it. */
export type Designing = {
  readonly start: StartDesign;
  readonly startCounted: Counted;
  readonly built: BuiltDesign;
  readonly counted: Counted;
  /** What the link that was opened had and this page could not read. */
  readonly lost: readonly LostPart[];
  /** What the last change moved in other rows, or the link in any. */
  readonly moved: readonly MovedValue[];
  /** `of` names what changes: steps of one thing are undone together. */
  readonly change: (wanted: Design, of: string) => void;
  readonly chooseStart: (id: string) => void;
  /** Undefined where there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Back to the start's rows; undefined where nothing differs from them. */
  readonly reset: (() => void) | undefined;
};

const ids = starts.map(({ id }) => id);
const parsers = { from: oneOf(ids).withDefault(mobileNetV2Start.id), design: parseAsString };
const empty: Timeline<Present> = emptyTimeline;

/** Keeps a design in the address as `from=ID&design=ROWS`, and what was before it as long as the page is open. */
export function useDesign(): Designing {
  const [present, setPresent] = useAddress(parsers);
  const [timeline, setTimeline] = useState(empty);
  const [moved, setMoved] = useState<readonly MovedValue[] | undefined>(undefined);
  const { from, design } = present;
  const start = useMemo(() => countedStart(from), [from]);
  const counted = useMemo(() => countedDesign(start.start, design), [start, design]);
  const arrived = useArrivedQuery().get('design');
  const lost = useMemo(() => lostOf(arrived), [arrived]);
  const { built } = counted;
  const go = (wanted: Present, of: string): void => {
    setTimeline(changed(timeline, { from, design }, { of, atMs: performance.now() }));
    void setPresent(wanted);
  };
  const step = (to: ReturnType<typeof undone<Present>>) =>
    to &&
    (() => {
      setTimeline(to.timeline);
      setMoved([]);
      void setPresent(to.present);
    });
  return {
    ...start,
    ...counted,
    lost,
    moved: moved ?? built.moved,
    change: (wanted, of) => {
      const next = builtDesign(wanted);
      setMoved(next.moved.filter(({ why }) => why !== undefined));
      go({ from, design: addressOf(next.design, start.start) }, of);
    },
    chooseStart: (id) => {
      setMoved([]);
      go({ from: id, design: null }, 'start');
    },
    undo: step(undone(timeline, { from, design })),
    redo: step(redone(timeline, { from, design })),
    reset:
      design === null
        ? undefined
        : () => {
            setMoved([]);
            go({ from, design: null }, 'reset');
          },
  };
}

function countedStart(from: string) {
  const start = startOf(from);
  return { start, startCounted: countedGraph(builtDesign(start.design).graph) };
}

function countedDesign(start: StartDesign, text: string | null) {
  const built = builtDesign((text === null ? undefined : readDesignText(text))?.design ?? start.design);
  return { built, counted: countedGraph(built.graph) };
}

/** The design's text; null for the start's own rows, which keeps the address short. */
function addressOf(design: Design, start: StartDesign): string | null {
  const text = designText(design);
  return text === designText(start.design) ? null : text;
}

function lostOf(text: string | null): readonly LostPart[] {
  if (text === null) return [];
  return readDesignText(text)?.lost ?? [{ kind: 'part', text: text.slice(0, 40) }];
}
