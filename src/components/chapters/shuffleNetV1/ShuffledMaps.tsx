import { Trans, useLingui } from '@lingui/react/macro';
import { exhibits } from '../../../run/weights/exhibits';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps } from '../../../lab/exhibit/openedNetwork';
import { DataFigure } from '../../running/exhibit/DataFigure';
import { Finding } from '../../running/exhibit/Finding';
import { MapPanel } from '../../running/exhibit/MapPanel';
import panels from '../../running/exhibit/MapPanel.module.css';
import { useExhibitMaps } from '../../running/exhibit/useExhibitMaps';
import { groupHues } from '../../running/xray/groupHue';
import { Sized } from '../../ui/Sized';
import { ComputingMaps } from '../../running/exhibit/ComputingMaps';

const [before, after] = ['stage2.unit2.reduce.activation', 'stage2.unit2.shuffle'];
/** Of the trained network: 60 channels in three groups. */
const [groups, perGroup] = [3, 20];

/** The maps of a trained unit before and after the shuffle, a row for each group, in the colours of the groups that made them. */
export function ShuffledMaps() {
  const { t } = useLingui();
  return (
    <DataFigure
      of={exhibits.shuffleNetV1}
      height={150}
      title={t`Real maps before and after the shuffle`}
      caption={
        <Trans>
          Stage 2, unit 2 of ShuffleNet V1 with g = 3, trained on 64 classes. Each row left is what one group computed;
          each row right is what one group of the next grouped convolution receives. Colour: the group that made the
          map.
        </Trans>
      }
    >
      {(exhibit) => <Shuffled exhibit={exhibit} />}
    </DataFigure>
  );
}

const groupBefore = (channel: number): number | undefined => groupHues[Math.floor(channel / perGroup)];
const groupAfter = (channel: number): number | undefined => groupHues[channel % groups];
const same = (maps: ExhibitedMaps): ExhibitedMaps => maps;

function Shuffled({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useLingui();
  const seen = useExhibitMaps(exhibit, [before, after], same);
  const [computed, shuffled] = [seen?.get(before), seen?.get(after)];
  if (computed === undefined || shuffled === undefined) return <ComputingMaps />;
  return (
    <>
      <Finding>
        <Trans>Before, a group sees only its own maps. After, a third comes from each group.</Trans>
      </Finding>
      <Sized>
        {(width) => {
          const across = width > 800 ? 2 : 1;
          const tile = Math.max(12, Math.min(24, Math.floor((width - 24 * (across - 1)) / across / perGroup) - 2));
          return (
            <div className={panels.panels}>
              <MapPanel
                title={t`Before: groups A, B and C`}
                label={t`The 60 maps before the shuffle, a row for each group`}
                map={computed}
                columns={perGroup}
                tile={tile}
                hueOf={groupBefore}
              />
              <MapPanel
                title={t`After: what the next groups receive`}
                label={t`The 60 maps after the shuffle: each row has maps of all groups`}
                map={shuffled}
                columns={perGroup}
                tile={tile}
                hueOf={groupAfter}
              />
            </div>
          );
        }}
      </Sized>
    </>
  );
}
