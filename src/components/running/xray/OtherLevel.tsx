import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { channelOf, heldBy, type MapValues } from '../../../nets/arithmetic/mapValues';
import { pixelOf } from '../../../nets/arithmetic/pixel';
import type { Node } from '../../../nets/graph';
import { magnitudeLimit } from '../../../nets/maps/scaleLimit';
import { wholeTile } from '../../../viz/maps/tiling';
import { usePartWords } from '../../explain/diagram/partWords';
import { useOpWords } from '../../explain/diagram/opWords';
import { fixedText } from '../../ui/numberText';
import { Sentences } from '../../ui/Sentences';
import styles from './OtherLevel.module.css';
import { ActivationInputs } from './ActivationInputs';
import { ChannelMap } from './ChannelMap';
import type { Point } from './MapGrid';
import { OutputStrip } from './OutputStrip';
import type { LevelProps } from './seen';
import { VectorBars } from './VectorBars';

type OtherLevelProps = LevelProps & {
  readonly node: Node;
  readonly channel: number;
  /** The value that the address names, if it does. */
  readonly start: Point | null;
};

/** What a map may take, px. */
const room = 224;

const none = { weight: null, bias: null } as const;

/** One scale for the maps that are combined and what becomes of them. */
function sharedLimit(node: Node, maps: LevelProps['maps'], channel: number): number {
  const read = [...node.inputs, node].flatMap(({ id }) => maps.get(id)?.exact ?? []);
  return Math.max(
    ...read.map((map) => {
      const { from, end } = heldBy(map);
      return magnitudeLimit(channelOf(map, Math.min(Math.max(channel, from), end - 1)));
    }),
  );
}

/** One output map of a layer without weights: the maps that it comes from, and how. */
export function OtherLevel({ maps, onOpen, node, channel, start }: OtherLevelProps) {
  const { t, i18n } = useLingui();
  const words = useOpWords()(node);
  const { longName } = words;
  const partWords = usePartWords();
  const [point, setPoint] = useState<Point | null>(start);
  const limit = useMemo(() => sharedLimit(node, maps, channel), [node, maps, channel]);
  const inputs = node.inputs.map(
    ({ id, shape }): MapValues =>
      maps.get(id)?.exact ?? {
        shape: [shape.height, shape.width, shape.channels],
        values: [],
        held: { from: 0, end: 0 },
      },
  );
  const seen = maps.get(node.id);
  const counts = maps.get(node.inputs[0]?.id ?? '')?.counts ?? null;
  const output = seen?.exact ?? null;
  if (seen === undefined || output === null) return null;
  const { height, width, channels } = node.shape;
  const choose = (wanted: number): void => onOpen({ level: 'layer', id: node.id, channel: wanted });
  const at = { row: Math.floor((point?.down ?? 0.5) * height), column: Math.floor((point?.across ?? 0.5) * width) };
  const pixel = pixelOf(node, inputs, none, { ...at, channel });
  // The map that each term is read from, once.
  const read = [
    ...new Map(pixel.terms.map((term) => [`${String(term.input)} ${String(term.channel)}`, term])).values(),
  ];
  const pairs = read.flatMap((term) => {
    const map = inputs[term.input];
    return map === undefined ? [] : [{ term, map }];
  });
  const tile = wholeTile(room, width);
  const text = (value: number): string => fixedText(value, i18n.locale, 3);
  return (
    <div className={styles.level}>
      <p>
        <Sentences>
          <strong>
            <Trans>{longName}.</Trans>
          </strong>
          {pixel.how === 'copy' ? (
            <Trans>Nothing is computed: channel {channel} is a channel of its input.</Trans>
          ) : height * width === 1 ? (
            <Trans>No weights: every value comes from those of its input alone.</Trans>
          ) : (
            <Trans>No weights. Point at a map to see one value.</Trans>
          )}
        </Sentences>
      </p>
      {height * width === 1 ? (
        <VectorBars
          values={output.values}
          width={Math.min(1000, Math.ceil(channels / 24) * 20)}
          height={Math.min(24, channels) * 12}
          columns={Math.ceil(channels / 24)}
          label={t`Output channels`}
          onOpen={choose}
        />
      ) : (
        <OutputStrip {...{ channel, node, onOpen, point }} maps={seen.maps} />
      )}
      <div className={styles.flow}>
        {pairs.map(({ term, map }) => (
          <figure key={`${String(term.input)} ${String(term.channel)}`} className={styles.map}>
            <figcaption>
              <Trans>
                {partWords(node.inputs[term.input]?.id.replace(/\.conv$/, '') ?? '')}, channel {term.channel}
              </Trans>
            </figcaption>
            {map.shape[0] * map.shape[1] === 1 ? (
              <strong>{text(map.values[term.channel] ?? 0)}</strong>
            ) : (
              <ChannelMap
                {...{ map, limit, point }}
                tile={wholeTile(room, map.shape[1])}
                channel={term.channel}
                label={t`Input map`}
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
            <ChannelMap
              {...{ map: output, channel, limit, tile, point }}
              isGoal
              label={t`Output map`}
              onPoint={setPoint}
            />
          )}
        </figure>
      </div>
      {node.op.kind === 'activation' && counts !== null ? (
        <ActivationInputs inputs={counts} function={node.op.function} name={words.name} />
      ) : null}
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
