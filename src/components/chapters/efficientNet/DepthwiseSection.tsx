import { Trans, useLingui } from '@lingui/react/macro';
import { inputOf } from '../../../nets/graph';
import { efficientNetLite0 } from '../../../nets/models/efficientNetLite0';
import { builtGraph } from '../../../nets/models/model';
import { convFlavour, hasTrait } from '../../../nets/op';
import { costOf, type LayerCost } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { percentText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { efficientNetLesson } from './lesson';
import styles from './ScalingSection.module.css';

type Kind = 'pointwise' | 'depthwise5' | 'depthwise3' | 'first' | 'classifier';

/** A depthwise 5x5 costs little: where the network's multiply-adds are. */
export function DepthwiseSection() {
  const { i18n, t } = useLingui();
  const names: Readonly<Record<Kind, string>> = {
    pointwise: t`1×1`,
    depthwise5: t`5×5 depthwise`,
    depthwise3: t`3×3 depthwise`,
    first: t`First layer`,
    classifier: t`Classifier`,
  };
  const shares = sharesOf(costOf(builtGraph(efficientNetLite0)), kindOf).toSorted((a, b) => b.macs - a.macs);
  const large = shares.find(({ group }) => group === 'depthwise5');
  const share = percentText(large?.macsShare ?? 0, i18n.locale);
  return (
    <Section id="kernels" title={t`What a 5×5 kernel costs when it is depthwise`}>
      <GuessBars of={efficientNetLesson.predictions.p1} />
      <AfterGuess of={efficientNetLesson.predictions.p1}>
        <Prose>
          <p>
            <Trans>
              Nine of the sixteen depthwise convolutions are 5×5. Together they do {share} of the multiply-adds: each
              output takes 25 products, while a 1×1 convolution takes one per input channel, up to 1,152.
            </Trans>
          </p>
        </Prose>

        <div className={styles.macs}>
          <ComparisonBars
            title={t`Nearly all multiply-adds are in the 1×1 convolutions`}
            name={t`Share of MACs`}
            fileName="efficientnet-lite0-shares"
            format={(value) => percentText(value, i18n.locale)}
            bars={shares.map(({ group, macsShare }) => ({
              id: `lite0-${group}`,
              label: names[group],
              value: macsShare,
              tone: 'subject',
            }))}
          />
        </div>
      </AfterGuess>
    </Section>
  );
}

function kindOf({ node }: LayerCost): Kind | undefined {
  if (!hasTrait(node.op, 'isWeightLayer')) return undefined;
  if (node.op.kind !== 'conv') return 'classifier';
  const flavour = convFlavour(node.op, inputOf(node).shape.channels);
  if (flavour === 'pointwise') return 'pointwise';
  if (flavour !== 'depthwise') return 'first';
  return node.op.kernel[0] === 5 ? 'depthwise5' : 'depthwise3';
}
