import { Trans, useLingui } from '@lingui/react/macro';
import type { MapValues } from '../../../nets/arithmetic/mapValues';
import type { Pixel } from '../../../nets/arithmetic/pixel';
import { slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import type { SeenParts } from '../../../nets/maps/seenParts';
import { wholeTile } from '../../../viz/maps/tiling';
import type { Point } from './MapGrid';
import { Neighbourhood } from './Neighbourhood';
import styles from './PixelLevel.module.css';
import { Products } from './Products';
import { QuantisedMap } from './QuantisedMap';

type PixelFlowProps = {
  readonly node: Node;
  readonly op: WeightLayer;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
  /** What lies around the window. */
  readonly input: MapValues;
  readonly parts: SeenParts;
  readonly pixel: Pixel;
  /** Products beyond are pale. */
  readonly upTo: number;
  readonly onPlace: (point: Point | null) => void;
};

/** What a map may take, px. */
const room = 256;

/** From the window on the input, by its products, to the value of the output. */
export function PixelFlow({ node, op, channel, row, column, input, parts, pixel, upTo, onPlace }: PixelFlowProps) {
  const { t } = useLingui();
  const { height, width } = node.shape;
  const source = inputOf(node);
  const sliding = slidingOf(op);
  const { kernel } = sliding;
  const shownInput = parts.greatest[0]?.channel ?? 0;
  const isAlone = pixel.terms.length === kernel[0] * kernel[1];
  const around =
    pixel.terms.length > 1 && kernel[0] > 1 ? (
      <Neighbourhood map={input} channel={shownInput} {...{ sliding, row, column }} isWide={isAlone} />
    ) : null;
  const action = t`Row ${row}, column ${column}`;
  return (
    <div className={styles.flow}>
      <figure className={styles.map}>
        <figcaption>
          <Trans>
            Input channel {shownInput}, {source.shape.height} × {source.shape.width}
          </Trans>
        </figcaption>
        <div className={styles.windowed}>
          <QuantisedMap
            {...{ room, action }}
            maps={parts.inputs}
            index={0}
            node={source}
            label={t`Input map with the kernel on it`}
            onOpen={onPlace}
          />
          <Window pixel={pixel} size={[source.shape.height, source.shape.width]} kernel={kernel} />
        </div>
        {isAlone ? null : around}
      </figure>
      <div className={styles.middle}>
        <Products pixel={pixel} kernel={kernel} upTo={upTo} />
        {isAlone ? around : null}
      </div>
      <figure className={styles.map}>
        <figcaption>
          <Trans>
            Output channel {channel}, {height} × {width}
          </Trans>
        </figcaption>
        <div className={styles.windowed}>
          <QuantisedMap
            {...{ room, node, action }}
            maps={parts.sums}
            index={0}
            isGoal
            point={{ down: (row + 0.5) / height, across: (column + 0.5) / width }}
            label={t`Output map`}
            onOpen={onPlace}
          />
          <ToCome {...{ row, column }} size={[height, width]} />
        </div>
      </figure>
    </div>
  );
}

type WindowProps = {
  readonly pixel: Pixel;
  readonly size: readonly [height: number, width: number];
  readonly kernel: readonly [height: number, width: number];
};

/** Where the kernel lies on its input. */
function Window({ pixel, size, kernel }: WindowProps) {
  const [first] = pixel.terms;
  if (first === undefined) return null;
  const side = wholeTile(room, size[1]);
  const unit = { down: side / size[0], right: side / size[1] };
  const style = {
    insetBlockStart: first.row * unit.down,
    insetInlineStart: first.column * unit.right,
    blockSize: Math.max(4, kernel[0] * unit.down),
    inlineSize: Math.max(4, kernel[1] * unit.right),
  };
  return <span className={styles.window} style={style} />;
}

type ToComeProps = {
  readonly row: number;
  readonly column: number;
  readonly size: readonly [height: number, width: number];
};

/** A veil over the values that the kernel comes to after this one, row by row. */
function ToCome({ row, column, size: [height, width] }: ToComeProps) {
  const side = wholeTile(room, width);
  const unit = { down: side / height, right: side / width };
  const below = (row + 1) * unit.down;
  const right = (column + 1) * unit.right;
  return (
    <>
      <span
        className={styles.toCome}
        style={{
          insetBlockStart: row * unit.down,
          insetInlineStart: right,
          inlineSize: side - right,
          blockSize: unit.down,
        }}
      />
      <span
        className={styles.toCome}
        style={{ insetBlockStart: below, insetInlineStart: 0, inlineSize: side, blockSize: side - below }}
      />
    </>
  );
}
