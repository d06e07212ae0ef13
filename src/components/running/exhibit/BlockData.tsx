import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from 'react-router';
import { blockOf, nodesOfBlock, placeOf, writtenPlace, type XrayPlace } from '../../../lab/xray/place';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps, ExhibitedNetwork } from '../../../lab/exhibit/openedNetwork';
import { samples } from '../../../lab/session/samples';
import type { ExhibitedWeights } from '../../../run/weights/exhibits';
import { usePartWords } from '../../explain/diagram/partWords';
import { exactNumberText } from '../../ui/numberText';
import { BlockLevel } from '../xray/BlockLevel';
import { ScaleLegend } from '../xray/ScaleLegend';
import { Sentences } from '../../ui/Sentences';
import styles from './BlockData.module.css';
import { ExhibitFrame } from './ExhibitFrame';
import { useExhibitMaps } from './useExhibitMaps';
import { ComputingMaps } from './ComputingMaps';

type BlockDataProps = {
  readonly of: ExhibitedWeights;
  /** Path of the block in that network. */
  readonly path: string;
};

/** The block of a trained network that is the nearest to the one that a chapter shows, with its real maps on each wire. */
export function BlockData({ of, path }: BlockDataProps) {
  return (
    <ExhibitFrame of={of} isAsked height={420}>
      {(exhibit, network) => {
        const block = shownBlock(network, path);
        return <Filled key={block} exhibit={exhibit} network={network} path={block} />;
      }}
    </ExhibitFrame>
  );
}

/** The block of that path, or the one that has the layer of that id. */
function shownBlock({ graph }: ExhibitedNetwork, path: string): string {
  const place = placeOf(graph, { at: path, channel: null, pixel: null });
  if (place.level === 'block') return place.path;
  return (place.level === 'network' ? null : blockOf(graph, place.id)) ?? path;
}

type FilledProps = { readonly exhibit: Exhibit; readonly network: ExhibitedNetwork; readonly path: string };

function Filled({ exhibit, network, path }: FilledProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const partWords = usePartWords();
  const { inputs, nodes } = nodesOfBlock(network.graph, path);
  const maps = useExhibitMaps(
    exhibit,
    [...inputs, ...nodes].map(({ id }) => id),
    allOf,
  );
  const { name } = network;
  const block = partWords(path);
  const classes = exactNumberText(network.graph.output.shape.channels, i18n.locale);
  const [photo] = samples;
  if (maps === null) return <ComputingMaps />;
  return (
    <div className={styles.data}>
      <div className={styles.source}>
        <img src={photo.url} alt={i18n._(photo.name)} width={72} height={48} />
        <p>
          <Sentences>
            <Trans>
              {block} of the trained {name} ({classes} classes) on this photo. The sliders do not change these values.
            </Trans>
            <Link to={xrayLink(exhibit.weights, { level: 'block', path })}>
              <Trans>This block in X-ray</Trans>
            </Link>
          </Sentences>
        </p>
        <ScaleLegend />
      </div>
      <div className={styles.maps}>
        <BlockLevel
          network={{ ...network, normalisation: network.manifest }}
          maps={maps}
          path={path}
          onOpen={(place) => void navigate(xrayLink(exhibit.weights, place))}
        />
      </div>
      <p className={styles.hint}>{t`Press a map to see how it is computed.`}</p>
    </div>
  );
}

const allOf = (maps: ExhibitedMaps): ExhibitedMaps => maps;

/** The address of a place in X-ray. */
function xrayLink(weights: string, place: XrayPlace): string {
  const { at, channel, pixel } = writtenPlace(place);
  const query = new URLSearchParams({
    net: weights,
    ...(at === null ? {} : { at }),
    ...(channel === null ? {} : { channel: String(channel) }),
    ...(pixel === null ? {} : { pixel }),
  });
  return `/xray?${query.toString()}`;
}
