import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { torchvisionWeights } from '../../../nets/papers/releases';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { steps } from '../../../nets/steps';
import firstLayers from '../../../viz/chapters/firstLayers.json';
import { channelBoundsOf, type ChannelBound } from '../../../viz/chapters/silentChannels';
import { SourceLink } from '../../explain/page/SourceLink';
import { Workbench } from '../../explain/page/Workbench';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { Figure } from '../../ui/Figure';
import { NumberSlider } from '../../ui/NumberSlider';
import { useIsPresented } from '../../ui/useIsPresented';
import { ChannelProof } from './ChannelProof';
import { MapContactSheet } from './MapContactSheet';
import { useFirstMaps } from './useFirstMaps';

const channels = steps(0, 31);
const parsers = { channel: nearestOf(channels).withDefault(9) };
const urlKeys = { channel: 'silent.channel' };

/** The maps of a trained depthwise layer for the sample photo, the silent ones framed, and the proof for the chosen one. */
export function SilentChannels() {
  const { t } = useLingui();
  const bounds = useMemo(() => channelBoundsOf(firstLayers), []);
  const maps = useFirstMaps();
  const isPresented = useIsPresented();
  const [{ channel }, setQuery] = useAddress(parsers, urlKeys);
  const choose = (wanted: number) => void setQuery({ channel: wanted });
  const bound = bounds[channel];
  const having = (fate: ChannelBound['fate']) => bounds.filter((one) => one.fate === fate).length;
  const [zero, constant, count] = [having('zero'), having('constant'), bounds.length];
  return (
    <Workbench
      stage={
        <Figure
          title={t`${zero} of ${count} channels are zero for every image; ${constant} more never change`}
          files={{ name: 'silent-channels', numbers: () => recordRows(bounds.map(boundRecord)) }}
          onReset={() => void setQuery(null)}
          caption={
            <Trans>
              The sample photo after the first depthwise layer, with MobileNet V2’s published weights (
              <SourceLink source={torchvisionWeights} />
              ). Solid frame: zero for every image. Dashed frame: the same value for every image.
            </Trans>
          }
        >
          <MapContactSheet maps={maps} bounds={bounds} chosen={channel} onChoose={choose} />
          {isPresented ? (
            <p>
              <Trans>Solid frame: zero for every image. Dashed frame: the same value for every image.</Trans>
            </p>
          ) : null}
        </Figure>
      }
      side={
        <>
          <NumberSlider label={t`Channel`} values={channels} value={channel} onChange={choose} />
          {bound === undefined ? null : <ChannelProof bound={bound} />}
        </>
      }
    />
  );
}

function boundRecord({ kernel, bias, inputMax, low, high, fate }: ChannelBound, channel: number) {
  const weights = Object.fromEntries(kernel.map((weight, at) => [`w${at + 1}`, weight]));
  return { channel, ...weights, bias, 'largest input': inputMax, least: low, most: high, fate };
}
