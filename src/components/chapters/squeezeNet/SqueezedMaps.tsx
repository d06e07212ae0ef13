import { Trans, useLingui } from '@lingui/react/macro';
import { exhibits } from '../../../run/weights/exhibits';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps } from '../../../lab/exhibit/openedNetwork';
import { restoredMaps } from '../../../viz/chapters/restoredMaps';
import { DataFigure } from '../../running/exhibit/DataFigure';
import { Finding } from '../../running/exhibit/Finding';
import { MapPanel } from '../../running/exhibit/MapPanel';
import panels from '../../running/exhibit/MapPanel.module.css';
import { useExhibitMaps } from '../../running/exhibit/useExhibitMaps';
import { wholePercentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { ComputingMaps } from '../../running/exhibit/ComputingMaps';

const [wide, narrow] = ['pool1', 'fire2.squeeze.activation'];

/** What squeezing 64 channels to 16 leaves: the 16 maps, and the best that a linear layer could restore from them. */
export function SqueezedMaps() {
  const { t } = useLingui();
  return (
    <DataFigure
      of={exhibits.squeezeNet}
      height={430}
      title={t`What squeezing 64 channels to 16 leaves`}
      caption={
        <Trans>
          fire2 of SqueezeNet 1.1, trained on ImageNet. Right: each of the 64 maps as the weighted sum of the 16, and a
          constant, that comes nearest to it (least squares over all pixels of this photo).
        </Trans>
      }
    >
      {(exhibit) => <Squeezed exhibit={exhibit} />}
    </DataFigure>
  );
}

function Squeezed({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useLingui();
  const seen = useExhibitMaps(exhibit, [wide, narrow], restoredFrom);
  if (seen === null || seen === undefined) return <ComputingMaps />;
  const { before, squeezed, restored } = seen;
  const share = wholePercentText(restored.explained, i18n.locale);
  return (
    <>
      <Finding>
        <Trans>A quarter of the channels keeps {share} of the variance of the 64 maps.</Trans>
      </Finding>
      <Sized>
        {(width) => {
          // 8, 2 and 8 maps beside each other, and two spaces of 24 px.
          const tile = Math.max(14, Math.min(42, Math.floor((width - 48) / 18) - 2));
          return (
            <div className={panels.panels}>
              <MapPanel
                title={t`64 maps before`}
                label={t`The 64 maps before the squeeze`}
                map={before}
                columns={8}
                tile={tile}
              />
              <MapPanel title={t`16 left`} label={t`The 16 squeezed maps`} map={squeezed} columns={2} tile={tile} />
              <MapPanel
                title={t`restored from the 16`}
                label={t`The 64 maps, restored from the 16 as well as a linear layer can`}
                map={restored.maps}
                scale={before}
                columns={8}
                tile={tile}
              />
            </div>
          );
        }}
      </Sized>
    </>
  );
}

function restoredFrom(maps: ExhibitedMaps) {
  const [before, squeezed] = [maps.get(wide), maps.get(narrow)];
  if (before === undefined || squeezed === undefined) return undefined;
  return { before, squeezed, restored: restoredMaps(before, squeezed) };
}
