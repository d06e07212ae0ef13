import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { efficientNetLite0 } from '../../../nets/models/efficientNetLite0';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { costOf, countedGraph } from '../../../nets/readings/cost';
import { outlineOf } from '../../../nets/readings/outline';
import { costRows } from '../../../nets/readings/spreadsheet';
import { subgraphOf } from '../../../nets/subgraph';
import { efficientNetLiteRelease } from '../../../nets/papers/efficientNetLite0';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { Figure } from '../../ui/Figure';
import { BlockDiagram } from '../../explain/diagram/BlockDiagram';
import { CostTable } from '../../explain/cost/CostTable';
import { ExplorePage, Prose, References, Section, SideBySide } from '../../explain/page/ExplorePage';
import { PublishedTable } from '../../explain/network/PublishedTable';
import { NetworkOutline } from '../../explain/network/NetworkOutline';

/** The block shown first: its 5x5 window is one that MobileNet V2 never has. */
const firstShown = 'stage3.block1';

/** EfficientNet-Lite0 in half a page: what came next, and why the lab starts with it. */
export function EfficientNetPage() {
  return (
    <ExplorePage
      title="EfficientNet-Lite0"
      lede={
        <Trans>
          What came after. MobileNet V2’s block stayed; a search arranged it anew, a rule says how to make it larger,
          and for small devices a part was taken out again. The <Link to="/">lab</Link> starts with this network.
        </Trans>
      }
    >
      <ChangesSection />
      <NetworkSection />
      <References
        items={[
          { title: 'EfficientNet, arXiv:1905.11946', url: efficientNetLite0.paper.url },
          { title: 'MnasNet, arXiv:1807.11626', url: relatedPapers.mnasNet },
          efficientNetLiteRelease,
          mobileNetV2Paper,
        ]}
      />
    </ExplorePage>
  );
}

function ChangesSection() {
  const { t } = useLingui();
  return (
    <Section id="blocks" title={t`The same block, arranged anew`}>
      <Prose>
        <p>
          <Trans>
            Every block here is an <Link to="/mobilenet-v2">inverted residual</Link>: a 1×1 expands to six times the
            width (the first block has none), then comes a depthwise convolution, then a 1×1 down without an activation;
            there is a shortcut where shapes agree. What differs from MobileNet V2 came in three steps.
          </Trans>
        </p>
        <ol>
          <li>
            <Trans>
              <strong>A search</strong> (2019, in the space of MnasNet) chose repeats, widths and windows for accuracy
              at about 400 M multiply-adds. Three of its seven stages got 5×5 depthwise windows, which cost little,
              since a depthwise convolution is the small part of a block.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>One rule for growing</strong>: depth, width and resolution together, by 1.2, 1.1 and 1.15 to the
              same power. Multiply-adds grow with depth, and with the square of width and of resolution, so each power
              about doubles them: 1.2 · 1.1² · 1.15² ≈ 1.9. B0 is the power 0, and Lite0 is B0’s size.
            </Trans>
          </li>
          <li>
            <Trans>
              <strong>Lite</strong> (2020): squeeze-and-excite is gone, because some phones’ accelerators do not support
              it, and ReLU6 stands for swish, because 8-bit arithmetic needs values with a bound.{' '}
              <Link to="/mobilenet-v3">MobileNet V3</Link> had added both, swish in a cheaper form. In larger Lites,
              first layer and head stay as they are.
            </Trans>
          </li>
        </ol>
      </Prose>
    </Section>
  );
}

function NetworkSection() {
  const { t } = useLingui();
  const [chosen, setBlock] = useQueryState('at', parseAsString.withDefault(firstShown));
  const lite = useMemo(() => countedGraph(builtGraph(efficientNetLite0)), []);
  const v2 = useMemo(() => countedGraph(builtGraph(mobileNetV2)), []);
  const outline = useMemo(() => outlineOf(lite.cost), [lite]);
  const part = subgraphOf(lite.graph, chosen) ?? subgraphOf(lite.graph, firstShown);
  return (
    <Section id="network" title={t`The whole network`}>
      <SideBySide>
        <NetworkOutline entries={outline} selected={chosen} onSelect={(id) => void setBlock(id)} />
        {part === undefined ? null : (
          <Figure
            title={chosen}
            caption={t`Choose another part by its name in the table.`}
            files={{ name: `efficientnet-lite0.${chosen}`, numbers: () => costRows(costOf(part)) }}
          >
            <BlockDiagram graph={part} name={`EfficientNet-Lite0 ${chosen}`} />
          </Figure>
        )}
      </SideBySide>
      <SideBySide>
        <CostTable block={lite} blockName="Lite0" replaced={v2} replacedName="V2" />
        <PublishedTable
          caption={t`As published, at 224 px`}
          fileName="efficientnet-lite0-published"
          rows={[
            { name: 'V2 1.0', net: 'mobilenet-v2', options: { width: 1 }, source: mobileNetV2Paper },
            { name: 'V2 1.4', net: 'mobilenet-v2', options: { width: 1.4 }, source: mobileNetV2Paper },
            { name: 'Lite0', net: 'efficientnet-lite0', options: {}, source: efficientNetLiteRelease },
          ]}
          note={
            <Trans>
              The structure has 385 M multiply-adds; the release prints 407 M and does not say what else it counts.
            </Trans>
          }
        />
      </SideBySide>
    </Section>
  );
}
