import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedWeights } from '../../../run/weights/exhibits';
import type { ExhibitedMaps, ExhibitedNetwork } from '../../../lab/exhibit/openedNetwork';
import { blockOf } from '../../../lab/xray/place';
import type { LayerWeights } from '../../../nets/weights/layerWeights';
import { usePartWords } from '../../explain/diagram/partWords';
import { exactNumberText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { DataFigure } from './DataFigure';
import { Finding } from './Finding';
import { MapPanel } from './MapPanel';
import { MixingBars } from './MixingBars';
import panels from './MapPanel.module.css';
import { useExhibitMaps } from './useExhibitMaps';
import { useExhibitWeights } from './useExhibitWeights';
import { ComputingMaps } from './ComputingMaps';

type SplitMapsProps = {
  readonly of: ExhibitedWeights;
  /** Ids of the tensors: before the depthwise convolution, behind it as the pointwise one reads it, and behind that. */
  readonly before: string;
  readonly filtered: string;
  readonly mixed: string;
};

/** Depthwise filters each map by itself; pointwise mixes all into each new one, with the weights that show. */
export function SplitMaps({ of, ...ids }: SplitMapsProps) {
  const { t } = useLingui();
  return (
    <DataFigure
      of={of}
      height={420}
      title={t`Depthwise keeps each map apart, pointwise mixes them all`}
      caption={
        <Trans>
          Same place, same channel in the first two pictures. Choose a map of the third: the bars are the weights that
          it is mixed with, one for each map of the second.
        </Trans>
      }
    >
      {(exhibit, network) => <Split exhibit={exhibit} network={network} {...ids} />}
    </DataFigure>
  );
}

const same = (maps: ExhibitedMaps): ExhibitedMaps => maps;

type SplitProps = Omit<SplitMapsProps, 'of'> & { readonly exhibit: Exhibit; readonly network: ExhibitedNetwork };

function Split({ exhibit, network, before, filtered, mixed }: SplitProps) {
  const { t, i18n } = useLingui();
  const partWords = usePartWords();
  const [chosen, choose] = useState(0);
  const seen = useExhibitMaps(exhibit, [before, filtered, mixed], same);
  const weights = useExhibitWeights(exhibit, mixed);
  const [input, between, output] = [seen?.get(before), seen?.get(filtered), seen?.get(mixed)];
  if (input === undefined || between === undefined || output === undefined) return <ComputingMaps />;
  const [inputs, outputs] = [between.shape[2], output.shape[2]];
  const [from, to] = [exactNumberText(inputs, i18n.locale), exactNumberText(outputs, i18n.locale)];
  const block = partWords(blockOf(network.graph, mixed) ?? mixed);
  const { name } = network;
  const row = rowOf(weights, chosen, inputs);
  return (
    <>
      <Finding>
        <Trans>
          {block} of {name}: {from} maps are filtered one by one, then each of {to} new maps is a weighted sum of all{' '}
          {from}.
        </Trans>
      </Finding>
      <Sized>
        {(width) => {
          const isBeside = width > 800;
          const tile = isBeside
            ? Math.min(38, Math.floor((width - 48) / 24) - 2)
            : Math.max(20, Math.floor(width / 8) - 2);
          return (
            <div className={panels.panels}>
              <MapPanel
                title={t`Before`}
                label={t`The maps before the depthwise convolution`}
                map={input}
                columns={8}
                tile={tile}
              />
              <div>
                <MapPanel
                  title={t`After depthwise`}
                  label={t`The maps after the depthwise convolution`}
                  map={between}
                  columns={8}
                  tile={tile}
                />
                <MixingBars weights={row} columns={8} width={8 * (tile + 2) - 2} chosen={chosen} />
              </div>
              <MapPanel
                title={t`After pointwise`}
                label={t`The maps after the pointwise convolution; arrow keys choose one`}
                map={output}
                columns={8}
                tile={tile}
                chosen={chosen}
                onChoose={choose}
              />
            </div>
          );
        }}
      </Sized>
    </>
  );
}

/** The weights of one output channel of a pointwise convolution. */
function rowOf(weights: LayerWeights | null, channel: number, inputs: number): readonly number[] {
  const data = weights?.weight?.data;
  return data === undefined ? [] : Array.from(data.slice(channel * inputs, (channel + 1) * inputs));
}
