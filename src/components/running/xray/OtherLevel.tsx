import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { channelOf } from '../../../nets/arithmetic/mapValues';
import { pixelOf } from '../../../nets/arithmetic/pixel';
import type { Node } from '../../../nets/graph';
import { magnitudeLimit } from '../../../viz/maps/scaleLimit';
import { useOpWords } from '../../explain/diagram/opWords';
import { fixedText } from '../../ui/numberText';
import styles from './OtherLevel.module.css';
import { MapGrid, type Point } from './MapGrid';
import type { LevelProps } from './seen';

type OtherLevelProps = LevelProps & { readonly node: Node; readonly channel: number };

const none = { weight: null, bias: null } as const;

/** One output map of a layer without weights: the maps that it comes from, and how. */
export function OtherLevel({ maps, onOpen, node, channel }: OtherLevelProps) {
  const { t, i18n } = useLingui();
  const words = useOpWords()(node);
  const [point, setPoint] = useState<Point | null>(null);
  const inputs = node.inputs.flatMap(({ id }) => maps.get(id) ?? []);
  const output = maps.get(node.id);
  if (output === undefined || inputs.length < node.inputs.length) return null;
  const { height, width, channels } = node.shape;
  const at = { row: Math.floor((point?.down ?? 0.5) * height), column: Math.floor((point?.across ?? 0.5) * width) };
  const pixel = pixelOf(node, inputs, none, { ...at, channel });
  // The map that each term is read from, once.
  const read = [
    ...new Map(pixel.terms.map((term) => [`${String(term.input)} ${String(term.channel)}`, term])).values(),
  ];
  const outputValues = channelOf(output, channel);
  const pairs = read.flatMap((term) => {
    const map = inputs[term.input];
    return map === undefined ? [] : [{ term, map, values: channelOf(map, term.channel) }];
  });
  const limit = Math.max(magnitudeLimit(outputValues), ...pairs.map(({ values }) => magnitudeLimit(values)));
  const tile = 210;
  const text = (value: number): string => fixedText(value, i18n.locale, 3);
  return (
    <div className={styles.level}>
      <p>
        <strong>{words.longName}.</strong>{' '}
        {pixel.how === 'copy' ? (
          <Trans>Nothing is computed: channel {channel} is a channel of its input.</Trans>
        ) : (
          <Trans>No weights. Point at a map to see one value.</Trans>
        )}
      </p>
      <MapGrid
        maps={Array.from({ length: channels }, (_, index) => ({
          values: channelOf(output, index),
          limit: magnitudeLimit(output.values),
        }))}
        tiling={{ columns: Math.floor(1080 / 26), tile: 24, gap: 2, mapSize: [height, width] }}
        label={t`Output channels`}
        nameOf={(index) => t`channel ${index}`}
        chosen={channel}
        framed={[channel]}
        onChoose={(wanted) => onOpen({ level: 'layer', id: node.id, channel: wanted })}
      />
      <div className={styles.flow}>
        {pairs.map(({ term, map, values }) => (
          <figure key={`${String(term.input)} ${String(term.channel)}`} className={styles.map}>
            <figcaption>
              <Trans>
                {node.inputs[term.input]?.id ?? ''}, channel {term.channel}
              </Trans>
            </figcaption>
            {map.shape[0] * map.shape[1] === 1 ? (
              <strong>{text(values[0] ?? 0)}</strong>
            ) : (
              <MapGrid
                maps={[{ values, limit }]}
                tiling={{ columns: 1, tile, gap: 0, mapSize: [map.shape[0], map.shape[1]] }}
                label={t`Input map`}
                nameOf={() => ''}
                point={point}
                onPoint={setPoint}
              />
            )}
          </figure>
        ))}
        <span className={styles.sign} aria-hidden="true">
          {words.name} =
        </span>
        <figure className={styles.map}>
          <figcaption>
            <Trans>Output channel {channel}</Trans>
          </figcaption>
          {height * width === 1 ? (
            <strong>{text(pixel.value)}</strong>
          ) : (
            <MapGrid
              maps={[{ values: outputValues, limit }]}
              tiling={{ columns: 1, tile, gap: 0, mapSize: [height, width] }}
              label={t`Output map`}
              nameOf={() => ''}
              point={point}
              onPoint={setPoint}
            />
          )}
        </figure>
      </div>
      <p className={styles.value}>
        <Trans>
          Row {at.row}, column {at.column}:
        </Trans>{' '}
        {pixel.terms.length > 12 ? (
          <Trans>{pixel.terms.length} values</Trans>
        ) : (
          pixel.terms
            .map(({ value, weight }) => (weight === 1 ? text(value) : `${text(value)} × ${text(weight)}`))
            .join(pixel.how === 'sum' ? ' + ' : ', ')
        )}{' '}
        → <strong>{text(pixel.value)}</strong>
      </p>
    </div>
  );
}
