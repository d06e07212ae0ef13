import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import type { ConvFlavour } from '../../../nets/op';
import { convFlavour } from '../../../nets/op';
import type { Connection } from '../../../viz/diagram/glyphs';
import { connectionDots, connectionGlyph, shuffleGlyph, windowGlyph } from '../../../viz/diagram/glyphs';
import styles from './BlockDiagram.module.css';

/**
 * The two properties that distinguish convolutions: the window shows how far it reaches in space, the wires show which
 * channels it mixes. Both are centred on the given points, in the colours `--mark` and `--on`.
 */
export function OpGlyph({
  node,
  space,
  channels,
}: {
  readonly node: Node;
  readonly space: Point;
  readonly channels: Point;
}) {
  const { op } = node;
  switch (op.kind) {
    case 'conv': {
      const flavour = convFlavour(op, inputOf(node).shape.channels);
      return (
        <>
          <WindowMark kernel={op.kernel} at={space} />
          <ConnectionMark connection={connectionOf[flavour]} at={channels} />
        </>
      );
    }
    case 'fullyConnected':
      return <ConnectionMark connection="all" at={channels} />;
    case 'maxPool':
    case 'averagePool':
      return <WindowMark kernel={[Math.min(op.kernel, 7), Math.min(op.kernel, 7)]} at={space} />;
    case 'globalAveragePool':
      return <WindowMark kernel={[5, 5]} at={space} />;
    case 'channelShuffle':
      return (
        <path
          className={styles.glyphLine}
          d={shuffleGlyph(op.groups % 3 === 0 ? 3 : 2, 40, 22)}
          transform={move(channels)}
        />
      );
    case 'channelSlice': {
      const all = inputOf(node).shape.channels;
      const width = 44;
      return (
        <g transform={move(channels)}>
          <rect className={styles.glyphLine} x={-width / 2} y={-5} width={width} height={10} />
          <rect
            className={styles.glyphFill}
            x={-width / 2 + (op.from / all) * width}
            y={-5}
            width={((op.to - op.from) / all) * width}
            height={10}
          />
        </g>
      );
    }
    case 'input':
    case 'batchNorm':
    case 'activation':
    case 'add':
    case 'scale':
    case 'concat':
    case 'flatten':
    case 'dropout':
      return null;
  }
}

export type Point = { readonly x: number; readonly y: number };

const connectionOf: Readonly<Record<ConvFlavour, Connection>> = {
  standard: 'all',
  pointwise: 'all',
  grouped: 'groups',
  groupedPointwise: 'groups',
  depthwise: 'one',
};

function WindowMark({ kernel, at }: { readonly kernel: readonly [number, number]; readonly at: Point }) {
  return <path className={styles.glyphWindow} d={windowGlyph(kernel, 22)} transform={move(at)} />;
}

function ConnectionMark({ connection, at }: { readonly connection: Connection; readonly at: Point }) {
  return (
    <g transform={move(at)}>
      <path className={styles.glyphLine} d={connectionGlyph(connection, 30, 22)} />
      {connectionDots(connection, 30, 22).map((dot) => (
        <circle key={`${dot.x},${dot.y}`} className={styles.glyphFill} cx={dot.x} cy={dot.y} r={2.2} />
      ))}
    </g>
  );
}

function move({ x, y }: Point): string {
  return `translate(${x} ${y})`;
}
