import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { efficientNetLite0 } from '../../../nets/models/efficientNetLite0';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { mobileNetV3 } from '../../../nets/models/mobileNetV3';
import { costOf, countedGraph } from '../../../nets/readings/cost';
import { outlineOf } from '../../../nets/readings/outline';
import { sharesOf } from '../../../nets/readings/shares';
import { costRows } from '../../../nets/readings/spreadsheet';
import { subgraphOf } from '../../../nets/subgraph';
import { efficientNetLiteRelease } from '../../../nets/papers/efficientNetLite0';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { Figure } from '../../ui/Figure';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { Switch } from '../../ui/Switch';
import { exactNumberText, percentText } from '../../ui/numberText';
import { BlockDiagram } from '../../explain/diagram/BlockDiagram';
import { CostTable } from '../../explain/cost/CostTable';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { ExplorePage, Prose, Section, SideBySide } from '../../explain/page/ExplorePage';
import { PublishedTable } from '../../explain/network/PublishedTable';
import { NetworkOutline } from '../../explain/network/NetworkOutline';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { besideV2, efficientNetLesson, gateShare as gatesOf, liteBlocks } from './lesson';
import { DepthwiseSection } from './DepthwiseSection';
import { EfficientNetOpening } from './EfficientNetOpening';
import { ScalingSection } from './ScalingSection';
import { PageLink } from '../../ui/PageLink';

/** The block shown first: its 5x5 kernel is one that MobileNet V2 never has. */
const firstShown = 'stage3.block1';

const dataParsers = { data: oneOf(['on']) };
const dataKeys = { data: 'network.data' };

/** EfficientNet-Lite0: V2's block arranged by search, grown by one rule, and without what some chips cannot run. */
export function EfficientNetPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title="EfficientNet-Lite0"
      origin={t`Google, 2019–2020`}
      opening={<EfficientNetOpening />}
      lesson={efficientNetLesson}
      references={[
        { title: 'EfficientNet, arXiv:1905.11946', url: efficientNetLite0.paper.url },
        { title: 'MnasNet, arXiv:1807.11626', url: relatedPapers.mnasNet },
        efficientNetLiteRelease,
        mobileNetV2Paper,
      ]}
      lede={
        <Trans>
          MobileNet V2’s block once more: a search arranges it, one rule makes it larger, and for small devices the
          parts that they run badly are removed. <PageLink to="/live">Live</PageLink> starts with this network.
        </Trans>
      }
    >
      <BlockSection />
      <DepthwiseSection />
      <ScalingSection />
      <LiteSection />
      <NetworkSection />
    </ExplorePage>
  );
}

function BlockSection() {
  const { i18n, t } = useLingui();
  return (
    <Section id="blocks" title={t`The same block, other numbers`}>
      <Prose>
        <p>
          <Trans>
            Every block is an <PageLink to="/mobilenet-v2">inverted residual</PageLink>: a 1×1 expands to six times the
            width (the first block has none), a depthwise convolution filters, and a linear 1×1 projects to few
            channels. Where the shapes agree, a shortcut adds the input.
          </Trans>
        </p>
        <p>
          <Trans>
            What differs from MobileNet V2 is the numbers. A search in the space of MnasNet chose repeats, widths and
            kernel sizes for accuracy at about 400 M multiply-adds; three of its seven stages got 5×5 kernels.
          </Trans>
        </p>
      </Prose>
      <GuessNumber
        of={efficientNetLesson.predictions.p4}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Blocks`}
            tone="plain"
            format={(value) => exactNumberText(value, i18n.locale)}
            isOpen={isOpen}
            guess={guess}
            bars={[
              { id: 'blocks', label: t`all blocks`, value: liteBlocks().length },
              {
                id: 'shortcuts',
                label: t`with a shortcut`,
                value: efficientNetLesson.predictions.p4.answer(),
                isAsked: true,
              },
            ]}
          />
        )}
      />
      <Claim
        id="efficientnet-lite0/c1"
        claim={<Trans>Lite0 is a pruned B0.</Trans>}
        sources={<SourceLink source={efficientNetLiteRelease} />}
      >
        <Trans>Nothing was cut by importance. Lite0 has B0’s size without squeeze-and-excite and with ReLU6.</Trans>
      </Claim>
    </Section>
  );
}

function LiteSection() {
  const { i18n, t } = useLingui();
  const [work, weights] = [gateShare?.macsShare ?? 0, gateShare?.paramsShare ?? 0].map((share) =>
    percentText(share, i18n.locale),
  );
  return (
    <Section id="lite" title={t`What Lite removes, and why`}>
      <GuessChoice
        of={efficientNetLesson.predictions.p3}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`The gates of MobileNet V3-Large`}
            tone="plain"
            format={(value) => percentText(value / 100, i18n.locale)}
            isOpen={isOpen}
            guess={undefined}
            bars={[
              { id: 'whole', label: t`MobileNet V3-Large`, value: 100 },
              {
                id: 'macs',
                label: t`its gates, of the multiply-adds`,
                value: gatesOf('macs'),
                isAsked: true,
                isChosen: guess === 'macs',
              },
              { id: 'params', label: t`its gates, of the params`, value: gatesOf('params'), isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={efficientNetLesson.predictions.p3}>
        <Prose>
          <ul>
            <li>
              <Trans>
                <strong>Squeeze-and-excite</strong> is gone, because some accelerators of phones do not support it well.
                Multiply-adds are not the reason: in <PageLink to="/mobilenet-v3">MobileNet V3-Large</PageLink> its
                gates are {work} of the multiply-adds and {weights} of the params.
              </Trans>
            </li>
            <li>
              <Trans>
                <strong>ReLU6 replaces swish</strong>, because 8-bit arithmetic needs values with a known bound.
                Quantised to 8 bits after training, Lite0 loses 0.7 points of top-1: 75.1% becomes 74.4%.
              </Trans>
            </li>
            <li>
              <Trans>
                <strong>First layer and head stay as they are</strong> in larger Lites: at the largest maps and the most
                channels, growing them would cost most.
              </Trans>
            </li>
          </ul>
        </Prose>
      </AfterGuess>
      <Claim
        id="efficientnet-lite0/c2"
        claim={<Trans>Squeeze-and-excite was removed to save multiply-adds.</Trans>}
        sources={<SourceLink source={efficientNetLiteRelease} />}
      >
        <Trans>It has hardly any. The release says that some mobile accelerators do not support it well.</Trans>
      </Claim>
    </Section>
  );
}

/** What squeeze-and-excite costs where it is kept: in MobileNet V3-Large. */
const [gateShare] = sharesOf(costOf(builtGraph(mobileNetV3)), ({ node }) =>
  node.id.includes('.squeezeExcite.') ? 'gates' : undefined,
);

function NetworkSection() {
  const { t } = useLingui();
  const [chosen, setBlock] = useQueryState('at', parseAsString.withDefault(firstShown));
  const [{ data }, chooseData] = useAddress(dataParsers, dataKeys);
  const showData = (isOn: boolean) => void chooseData({ data: isOn ? 'on' : null });
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
            actions={<Switch label={t`With data`} isOn={data !== null} onChange={showData} />}
            caption={t`Choose another block in the table.`}
            files={{ name: `efficientnet-lite0.${chosen}`, numbers: () => costRows(costOf(part)) }}
          >
            <BlockDiagram graph={part} name={`EfficientNet-Lite0 ${chosen}`} />
          </Figure>
        )}
      </SideBySide>
      {data === null ? null : <BlockData of={exhibits.efficientNet} path={part === undefined ? firstShown : chosen} />}
      <MovedGuess />
      <AfterGuess of={efficientNetLesson.predictions.p5}>
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
                The graph has 385 M multiply-adds; the release prints 407 M and does not say what else it counts, so do
                not compare that number with others.
              </Trans>
            }
          />
        </SideBySide>
      </AfterGuess>
      <Claim
        id="efficientnet-lite0/c3"
        isTrue
        claim={
          <Trans>MobileNet V3-Large is as accurate as Lite0 with little more than half of the multiply-adds.</Trans>
        }
        sources={<SourceLink source={mobileNetV3Paper} />}
      >
        <Trans>
          217 M against 385 M, for 75.2% and 75.1%. But its gates and h-swish do not run well on every chip.
        </Trans>
      </Claim>
    </Section>
  );
}

/** More work than V2: how much more to move? */
function MovedGuess() {
  const { i18n, t } = useLingui();
  const { lite, v2 } = besideV2();
  return (
    <GuessNumber
      of={efficientNetLesson.predictions.p5}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Memory access`}
          tone="memory"
          format={(value) => exactNumberText(value, i18n.locale)}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : guess * v2.memoryAccess}
          bars={[
            { id: 'moved-v2', label: 'MobileNet V2', value: v2.memoryAccess },
            { id: 'moved-lite', label: 'Lite0', value: lite.memoryAccess, isAsked: true },
          ]}
        />
      )}
    />
  );
}
