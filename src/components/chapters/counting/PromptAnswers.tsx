import { Trans, useLingui } from '@lingui/react/macro';
import { fullyConnectedLayer } from '../../../nets/explorables/fullyConnectedLayer';
import { memoryTraffic } from '../../../nets/explorables/memoryTraffic';
import type { Choice } from '../../../nets/parameter';
import { costOf } from '../../../nets/readings/cost';
import { exactNumberText, percentText } from '../../ui/numberText';
import { stridedCost } from './lesson';

/** MobileNet V2's classifier on the whole map instead of its average. */
export function ClassifierAnswer({ at }: { readonly at: Choice & { readonly resolution: number } }) {
  const { i18n } = useLingui();
  const whole = costOf(fullyConnectedLayer.graph(at)).macs;
  const pixels = at.resolution ** 2;
  const [weights, averaged] = [whole, whole / pixels].map((value) => exactNumberText(value, i18n.locale));
  return (
    <Trans>
      7·7·1,280·1,000 = {weights}, {pixels} times the {averaged} that it has.
    </Trans>
  );
}

/** What a layer of the memory section moves: its maps, and its weights. */
function partsMoved(at: Choice): { readonly maps: number; readonly weights: number } {
  const { memoryAccess, params } = costOf(memoryTraffic.graph(at));
  return { maps: memoryAccess - params, weights: params };
}

export function LargeMapAnswer({ at }: { readonly at: Choice }) {
  const { i18n } = useLingui();
  const moved = partsMoved(at);
  const [maps, weights] = [moved.maps, moved.weights].map((value) => exactNumberText(value, i18n.locale));
  return (
    <Trans>
      In the maps: {maps} elements, against {weights} weights.
    </Trans>
  );
}

/** The same layer on two maps, one on each side of the turn. */
export function TurnAnswer({ at, smaller }: { readonly at: Choice; readonly smaller: Choice }) {
  const { i18n } = useLingui();
  const [large, small] = [partsMoved(at), partsMoved(smaller)];
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [weights, largeMaps, smallMaps] = [exact(large.weights), exact(large.maps), exact(small.maps)];
  return (
    <Trans>
      {weights} weights both times. At 28×28 the maps have {largeMaps} elements and are the larger part; at 14×14 they
      have {smallMaps}.
    </Trans>
  );
}

/** What stride 2 leaves of the costs at stride 1. */
export function StrideAnswer() {
  const { i18n } = useLingui();
  const [before, after] = [stridedCost(1), stridedCost(2)];
  const [work, moved] = [1 - after.macs / before.macs, 1 - after.memoryAccess / before.memoryAccess].map((less) =>
    percentText(less, i18n.locale, 0),
  );
  return (
    <Trans>
      Multiply-adds fall by {work}, memory access by {moved}; params stay.
    </Trans>
  );
}
