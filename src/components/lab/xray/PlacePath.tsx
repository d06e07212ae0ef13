import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { blockOf, blockPaths, writtenPlace, type XrayPlace } from '../../../lab/xray/place';
import { usePartWords } from '../../explain/diagram/partWords';
import type { XrayedNetwork } from '../../running/xray/seen';
import { IconButton } from '../../ui/IconButton';
import styles from './XrayPage.module.css';

type PlacePathProps = {
  readonly network: XrayedNetwork | null;
  readonly place: XrayPlace;
  readonly onOpen: (place: XrayPlace) => void;
};

/** The way from the network down to the place that shows; each step leads back to it. */
export function PlacePath({ network, place, onOpen }: PlacePathProps) {
  const { t } = useLingui();
  const partWords = usePartWords();
  const list = useRef<HTMLOListElement>(null);
  const last = `${place.level} ${writtenPlace(place).at ?? ''}`;
  useEffect(() => {
    // On a narrow page the way is one line: where it ends is what counts.
    list.current?.scrollTo({ left: list.current.scrollWidth });
  }, [network, last]);
  if (network === null) return null;
  const path =
    place.level === 'network' ? null : place.level === 'block' ? place.path : blockOf(network.graph, place.id);
  const layer = place.level === 'layer' || place.level === 'pixel' ? place : null;
  // `expand.conv` is the expansion: that a layer computes by a convolution need not be said twice.
  const inner = layer === null || layer.id === path ? '' : layer.id.slice(path === null ? 0 : path.length + 1);
  const layerName = inner === '' ? partWords(path ?? '') : partWords(inner.replace(/\.conv$/, ''));
  const steps: readonly { readonly key: string; readonly text: ReactNode; readonly to: XrayPlace }[] = [
    { key: 'network', text: network.name, to: { level: 'network' } },
    ...(path === null || path === layer?.id
      ? []
      : [{ key: 'block', text: partWords(path), to: { level: 'block', path } as const }]),
    ...(layer === null
      ? []
      : [
          {
            key: 'layer',
            text: (
              <Trans>
                {layerName}, channel {layer.channel}
              </Trans>
            ),
            to: { level: 'layer', id: layer.id, channel: layer.channel } as const,
          },
        ]),
    ...(place.level === 'pixel'
      ? [
          {
            key: 'pixel',
            text: (
              <Trans>
                row {place.row}, column {place.column}
              </Trans>
            ),
            to: place,
          },
        ]
      : []),
  ];
  return (
    <nav className={styles.path} aria-label={t`Place in the network`}>
      <ol ref={list}>
        {steps.map(({ key, text, to }, at) => (
          <li key={key}>
            {at === steps.length - 1 ? (
              <strong aria-current="location">{text}</strong>
            ) : (
              <button type="button" onClick={() => onOpen(to)}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ol>
      {path !== null && (place.level === 'block' || path === layer?.id) ? (
        <Neighbours paths={blockPaths(network.graph)} path={path} onOpen={onOpen} />
      ) : null}
    </nav>
  );
}

/** The blocks before and after. */
function Neighbours({
  paths,
  path,
  onOpen,
}: {
  readonly paths: readonly string[];
  readonly path: string;
  readonly onOpen: PlacePathProps['onOpen'];
}) {
  const { t } = useLingui();
  const at = paths.indexOf(path);
  const [before, after] = [at > 0 ? paths[at - 1] : undefined, paths[at + 1]];
  const go = (to: string | undefined) => () => {
    if (to !== undefined) onOpen({ level: 'block', path: to });
  };
  return (
    <span className={styles.neighbours}>
      <IconButton
        icon="chevronLeft"
        label={t`The block before`}
        isDisabled={before === undefined}
        onPress={go(before)}
      />
      <IconButton icon="chevronRight" label={t`The block after`} isDisabled={after === undefined} onPress={go(after)} />
    </span>
  );
}
