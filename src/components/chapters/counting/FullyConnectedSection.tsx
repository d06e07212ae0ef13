import { Trans, useLingui } from '@lingui/react/macro';
import { fullyConnectedLayer } from '../../../nets/explorables/fullyConnectedLayer';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { costOf } from '../../../nets/readings/cost';
import { exactNumberText, percentText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';

/** Where the params of older networks are: in a layer that connects a whole map to every feature. */
export function FullyConnectedSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(fullyConnectedLayer);
  const dense = percentText(denseShare, i18n.locale, 0);
  const all = exactNumberText(alexNetCost.params, i18n.locale);
  return (
    <Section
      id="fully-connected-many-params-few-multiply-adds"
      title={t`Fully connected: many params, few multiply-adds`}
    >
      <Prose>
        <p>
          <Trans>
            A fully connected layer uses every weight exactly once, so it has as many multiply-adds as weights; a
            convolution uses each weight again at every pixel. That is why convolutions hold most of a network’s
            multiply-adds, and fully connected layers can hold most of its params: {dense} of AlexNet’s {all} are in its
            three such layers. Light networks average each channel over the map first, and connect one number per
            channel instead of the whole map.
          </Trans>
        </p>
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`A fully connected layer`}
        blockName={t`On the whole map`}
        replacedName={t`After averaging`}
        knobs={{
          resolution: { label: t`Map`, unit: 'px', hint: t`height and width` },
          inChannels: { label: t`Channels of the map` },
          outFeatures: { label: t`Features that go out` },
        }}
      />
      <TryThis
        prompts={[
          {
            id: 'fc6',
            text: <Trans>AlexNet’s fc6: a 6×6×256 map to 4,096 features. One layer, 37.7 million weights.</Trans>,
            set: () => {
              exploration.choose({ resolution: 6, inChannels: 256, outFeatures: 4096 });
            },
          },
          {
            id: 'classifier',
            text: (
              <Trans>
                MobileNetV2’s classifier: 7×7×1280 to 1,000 classes. What would it weigh without the average?
              </Trans>
            ),
            set: () => {
              exploration.choose({ resolution: 7, inChannels: 1280, outFeatures: 1000 });
            },
          },
        ]}
      />
    </Section>
  );
}

const alexNetCost = costOf(builtGraph(alexNet));
const denseShare =
  alexNetCost.layers.reduce((sum, { node, params }) => sum + (node.op.kind === 'fullyConnected' ? params : 0), 0) /
  alexNetCost.params;
