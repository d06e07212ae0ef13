import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { blocksOfBoth } from '../../../nets/explorables/blocksOfBoth';
import type { Graph } from '../../../nets/graph';
import { elementCount } from '../../../nets/op';
import { costOf } from '../../../nets/readings/cost';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { Figure } from '../../ui/Figure';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { Sized } from '../../ui/Sized';
import { useIsPresented } from '../../ui/useIsPresented';
import { MirrorPicture } from './MirrorPicture';
import styles from './BothBlocks.module.css';

/** The blocks of MobileNet V1 and V2 on one map, at both strides, to one scale. */
export function BothBlocks() {
  const isPresented = useIsPresented();
  const { t } = useLingui();
  const none = t`none`;
  const blocks = useMemo(() => blocksOfBoth().map((block) => ({ ...block, cost: costOf(block.graph) })), []);
  const maxChannels = Math.max(...blocks.flatMap(({ graph }) => graph.nodes.map(({ shape }) => shape.channels)));
  return (
    <div className={styles.card}>
      <Figure
        title={t`V1 passes on wide maps, V2 narrow ones`}
        files={{
          name: 'mobilenet-blocks',
          numbers: () =>
            recordRows(
              blocks.map(({ version, stride, path, graph, cost }) => ({
                ...{ network: version, stride, block: path, MACs: cost.macs, params: cost.params },
                'elements passed on': elementCount(graph.output.shape),
              })),
            ),
        }}
        caption={
          <Trans>
            What both networks run on a 56×56 map. Bars are channels, to one scale; below each convolution is the
            activation after it. In V2 the narrow output has none, and at stride 2 there is no shortcut.
          </Trans>
        }
      >
        <div className={styles.blocks}>
          {blocks.map(({ version, stride, graph, cost }) => {
            const name = t`${version}, stride ${stride}`;
            return (
              <div key={name} className={styles.block} data-block={`${version}-${stride}`}>
                <h3 className={styles.name}>
                  {name}{' '}
                  <span className={styles.shapes}>
                    {shapeLabel(graph.input.shape)} → {shapeLabel(graph.output.shape)}
                  </span>
                </h3>
                <Sized>
                  {(width) => (
                    <MirrorPicture
                      graph={graph}
                      name={name}
                      maxChannels={maxChannels}
                      width={width}
                      half={isPresented ? 33 : 48}
                      activations={activationsOf(graph, none)}
                    />
                  )}
                </Sized>
                <div className={styles.readouts} data-readouts="lines">
                  <Readouts>
                    <Readout label={t`MACs`} value={<Quantity value={cost.macs} />} />
                    <Readout
                      label={t`Passed on`}
                      value={<Quantity value={elementCount(graph.output.shape)} />}
                      unit={t`elements`}
                    />
                  </Readouts>
                </div>
              </div>
            );
          })}
        </div>
      </Figure>
    </div>
  );
}

/** What follows each convolution and its batch norm. */
function activationsOf({ nodes }: Graph, none: string): readonly string[] {
  const convs = nodes.filter(({ op }) => op.kind === 'conv');
  return convs.map(({ id }) => {
    const activation = id.replace(/\.conv$/, '.activation');
    return nodes.some((node) => node.id === activation) ? 'ReLU6' : none;
  });
}
