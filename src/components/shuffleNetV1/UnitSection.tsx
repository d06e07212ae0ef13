import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { shuffleUnitsV1 } from '../../nets/explorables/shuffleUnits';
import type { Factor } from '../../nets/readings/formula';
import { Button } from '../controls/Button';
import { Figure } from '../controls/Figure';
import { BlockDiagram } from '../explore/BlockDiagram';
import { ConventionPanel } from '../explore/ConventionPanel';
import { CostPanel } from '../explore/CostPanel';
import { Misstated, Prose, Section } from '../explore/ExplorePage';
import { filesOf } from '../explore/filesOf';
import { KnobControls } from '../explore/KnobControls';
import { NodePanel } from '../explore/NodePanel';
import { TryThis } from '../explore/TryThis';
import type { Exploration } from '../explore/useExploration';
import { useExploration } from '../explore/useExploration';
import { useTrace } from '../explore/useTrace';
import styles from './ShuffleNetV1.module.css';
import { UnitCosts } from './UnitCosts';

type UnitExploration = Exploration<keyof typeof shuffleUnitsV1.knobs>;

/** Figure 2 of the paper, drawn from its graphs, and what its units cost. */
export function UnitSection() {
  const { t } = useLingui();
  const exploration = useExploration(shuffleUnitsV1);
  const { choose, selected, view } = exploration;
  const { traced, trace } = useTrace(`${selected.id} ${view.figure}`);
  return (
    <Section title={t`The unit, in three steps`}>
      <Prose>
        <p>
          <Trans>
            These are the paper's figures 2 (a), (b) and (c). The bottleneck has a quarter of the output's channels.
            Only the first 1×1 convolution is followed by a shuffle, since a second one brought nothing; the depthwise
            convolution has no ReLU behind it. In the network one 1×1 convolution stays ungrouped: the first of stage 2,
            which sees just 24 channels.
          </Trans>
        </p>
      </Prose>
      <Figure title={t`From bottleneck to ShuffleNet unit`} files={filesOf(exploration)} onReset={exploration.reset}>
        <Gallery exploration={exploration} traced={traced} />
      </Figure>
      <Bench exploration={exploration} onTrace={trace} />
      <UnitCosts values={exploration.values} />
      <TryThis
        prompts={[
          {
            id: 'unit-groups',
            text: (
              <Trans>
                Eight groups and 384 channels, as in the network with g = 8: about the MACs of three groups and 240
                channels. But how much more memory access?
              </Trans>
            ),
            set: () => {
              choose({ figure: 'b', groups: 8, channels: 384 });
            },
          },
          {
            id: 'unit-one',
            text: (
              <Trans>
                With one group there is nothing to shuffle, and (b) is (a) without its middle ReLU: what the paper calls
                Xception-like.
              </Trans>
            ),
            set: () => {
              choose({ figure: 'b', groups: 1, channels: 240 });
            },
          },
          {
            id: 'unit-down',
            text: (
              <Trans>
                Stride 2 in (c): the branch only makes the channels that the shortcut does not already bring.
              </Trans>
            ),
            set: () => {
              choose({ figure: 'c', groups: 3, channels: 240, resolution: 28 });
            },
          },
        ]}
      />
      <Misstated
        claim={<Trans>Figure 2 (a) is ResNet's bottleneck.</Trans>}
        sources={<a href="https://arxiv.org/abs/1707.01083">ShuffleNet, 3.2</a>}
      >
        <p>
          <Trans>
            Its 3×3 convolution is already depthwise. From ResNet's own bottleneck to (a) the 3×3 shrinks from 9m² to 9m
            multiply-adds a pixel; from (a) to (b) the groups divide the 1×1 convolutions.
          </Trans>
        </p>
      </Misstated>
    </Section>
  );
}

type GalleryProps = { readonly exploration: UnitExploration; readonly traced: Factor | undefined };

function Gallery({ exploration, traced }: GalleryProps) {
  const { t } = useLingui();
  const { explorable, values, selected, choose, select } = exploration;
  const figures = useMemo(
    () => (['a', 'b', 'c'] as const).map((id) => ({ id, graph: explorable.graph({ ...values, figure: id }) })),
    [explorable, values],
  );
  const texts = {
    a: {
      name: t`(a) Depthwise bottleneck`,
      what: <Trans>A residual bottleneck whose 3×3 is depthwise. Its 1×1 convolutions are dense.</Trans>,
    },
    b: {
      name: t`(b) ShuffleNet unit`,
      what: <Trans>Both 1×1 convolutions grouped, a shuffle after the first. The input is added.</Trans>,
    },
    c: {
      name: t`(c) Unit with stride 2`,
      what: (
        <Trans>The shortcut averages 3×3 with stride 2 and is concatenated: twice the channels at little cost.</Trans>
      ),
    },
  } as const;
  return (
    <div className={styles['gallery']}>
      {figures.map(({ id, graph }) => {
        const isChosen = values['figure'] === id;
        return (
          <div key={id} className={styles['figure']} data-figure={id} data-chosen={isChosen}>
            <div>
              <Button
                look="quiet"
                isPressed={isChosen}
                onPress={() => {
                  choose({ figure: id });
                }}
              >
                {texts[id].name}
              </Button>
            </div>
            <p className={styles['figureText']}>{texts[id].what}</p>
            <BlockDiagram
              graph={graph}
              name={texts[id].name}
              {...(isChosen ? { selected: selected.id, traced } : {})}
              onSelect={(nodeId) => {
                choose({ figure: id });
                select(nodeId);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

type BenchProps = {
  readonly exploration: UnitExploration;
  readonly onTrace: (factor: Factor | undefined) => void;
};

function Bench({ exploration, onTrace }: BenchProps) {
  const { t } = useLingui();
  const { block, replaced, selected, select, values, view, look } = exploration;
  const figure = String(values['figure']);
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <KnobControls
          exploration={exploration}
          texts={{
            figure: { label: t`Unit`, choices: { a: '(a)', b: '(b)', c: '(c)' } },
            groups: { label: t`Groups g`, hint: t`Of the 1×1 convolutions of (b) and (c).` },
            channels: { label: t`Input channels c`, hint: t`Multiples of 4g, so that the bottleneck divides.` },
            resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
          }}
        />
        <CostPanel
          block={block}
          blockName={t`Unit (${figure})`}
          replaced={replaced}
          replacedName={t`ResNet's bottleneck`}
          onSelect={select}
        />
      </div>
      <div className={styles['column']}>
        <NodePanel
          block={block}
          node={selected}
          figure={view.figure}
          onFigure={(of) => {
            look({ figure: of });
          }}
          onTrace={onTrace}
        />
        <ConventionPanel />
      </div>
    </div>
  );
}
