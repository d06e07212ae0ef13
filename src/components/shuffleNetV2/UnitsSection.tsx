import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { shuffleUnits } from '../../nets/explorables/shuffleUnits';
import type { Factor } from '../../nets/readings/formula';
import { Button } from '../controls/Button';
import { Figure } from '../controls/Figure';
import { BlockDiagram } from '../explore/BlockDiagram';
import { ConventionPanel } from '../explore/ConventionPanel';
import { CostPanel } from '../explore/CostPanel';
import { Prose, Section } from '../explore/ExplorePage';
import { filesOf } from '../explore/filesOf';
import { KnobControls } from '../explore/KnobControls';
import { NodePanel } from '../explore/NodePanel';
import { TryThis } from '../explore/TryThis';
import type { Exploration } from '../explore/useExploration';
import { useExploration } from '../explore/useExploration';
import { useTrace } from '../explore/useTrace';
import { Changes } from './Changes';
import { ChangesMisstated } from './ChangesMisstated';
import styles from './UnitsSection.module.css';

type UnitsExploration = Exploration<keyof typeof shuffleUnits.knobs>;

/** Figure 3 of the paper from its graphs: the units of both versions side by side, and what changed at whose request. */
export function UnitsSection() {
  const { t } = useLingui();
  const exploration = useExploration(shuffleUnits);
  const { traced, trace } = useTrace(`${exploration.selected.id} ${exploration.view.figure}`);
  return (
    <Section title={t`The unit, before and after`}>
      <Prose>
        <p>
          <Trans>
            These are the paper's figures 3 (a) to (d): version 1 with stride 1 and 2, and what version 2 makes of them.
            A channel split takes the place of the groups, a concatenation that of the sum.
          </Trans>
        </p>
      </Prose>
      <Changes exploration={exploration} />
      <Figure title={t`The units of both versions`} files={filesOf(exploration)} onReset={exploration.reset}>
        <Gallery exploration={exploration} traced={traced} />
      </Figure>
      <Bench exploration={exploration} onTrace={trace} />
      <UnitPrompts exploration={exploration} />
      <ChangesMisstated />
    </Section>
  );
}

function UnitPrompts({ exploration }: { readonly exploration: UnitsExploration }) {
  const { choose } = exploration;
  return (
    <TryThis
      prompts={[
        {
          id: 'units-same',
          text: (
            <Trans>
              Version 2 at the width of version 1, 240 channels: its dense 1×1 convolutions cost more multiply-adds than
              grouped ones. That is why the network is narrower.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'c', channelsV2: 240, channelsV1: 240, groups: 3 });
          },
        },
        {
          id: 'units-eight',
          text: (
            <Trans>
              Against version 1 with eight groups and 384 channels: 0.72 times the multiply-adds, but 0.37 times the
              memory access.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'c', channelsV2: 116, groups: 8, channelsV1: 384, resolution: 28 });
          },
        },
        {
          id: 'units-down',
          text: (
            <Trans>
              Stride 2 in (d): nothing is split. Both branches read all channels, and their concatenation has twice as
              many.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'd', channelsV2: 116, resolution: 28 });
          },
        },
      ]}
    />
  );
}

type GalleryProps = { readonly exploration: UnitsExploration; readonly traced: Factor | undefined };

function Gallery({ exploration, traced }: GalleryProps) {
  const { t } = useLingui();
  const { explorable, values, selected, choose, select } = exploration;
  const figures = useMemo(
    () => (['a', 'b', 'c', 'd'] as const).map((id) => ({ id, graph: explorable.graph({ ...values, figure: id }) })),
    [explorable, values],
  );
  const names = {
    a: t`(a) V1, stride 1`,
    b: t`(b) V1, stride 2`,
    c: t`(c) V2, stride 1`,
    d: t`(d) V2, stride 2`,
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
                {names[id]}
              </Button>
            </div>
            <BlockDiagram
              graph={graph}
              name={names[id]}
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
  readonly exploration: UnitsExploration;
  readonly onTrace: (factor: Factor | undefined) => void;
};

function Bench({ exploration, onTrace }: BenchProps) {
  const { t } = useLingui();
  const { block, replaced, selected, select, values, view, look } = exploration;
  const figure = String(values['figure']);
  const replacedNames: Readonly<Record<string, string>> = { c: '(a)', d: '(b)' };
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <KnobControls
          exploration={exploration}
          texts={{
            figure: { label: t`Unit`, choices: { a: '(a)', b: '(b)', c: '(c)', d: '(d)' } },
            channelsV2: { label: t`Input channels, version 2`, hint: t`116 in stage 2 of the network 1×` },
            groups: { label: t`Groups of version 1` },
            channelsV1: { label: t`Input channels, version 1`, hint: t`240 in stage 2 of the network 1× with g = 3` },
            resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
          }}
        />
        <CostPanel
          block={block}
          blockName={t`Unit (${figure})`}
          replaced={replaced}
          replacedName={replacedNames[figure] ?? t`ResNet's bottleneck`}
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
