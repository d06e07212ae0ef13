import { Trans, useLingui } from '@lingui/react/macro';
import { fullyConnectedLayer } from '../../../nets/explorables/fullyConnectedLayer';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { builtGraph } from '../../../nets/models/model';
import { float32Bytes } from '../../../nets/readings/compressedSize';
import { costOf } from '../../../nets/readings/cost';
import { bytesText, exactNumberText, percentText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { useIsOpen } from '../../explain/lesson/useGate';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { alexNetCost, denseShare } from './denseShare';
import { countingLesson } from './lesson';
import { ClassifierAnswer } from './PromptAnswers';

/** Of MobileNet V2, on the whole map. */
const classifier = { resolution: 7, inChannels: 1280, outFeatures: 1000 };

/** Where the params of older networks are: in a layer that connects a whole map to every feature. */
export function FullyConnectedSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(fullyConnectedLayer);
  const isOpen = useIsOpen(countingLesson.predictions.p3);
  const [dense, work] = [denseShare('params'), denseShare('macs')].map((share) => percentText(share, i18n.locale, 0));
  const all = exactNumberText(alexNetCost.params, i18n.locale);
  const [large, small] = [alexNetCost, costOf(builtGraph(mobileNetV1))].map((cost) =>
    bytesText(float32Bytes(cost.params), i18n.locale),
  );
  return (
    <Section id="fully-connected-many-params-few-multiply-adds" title={t`Fully connected: each weight is used once`}>
      <Prose>
        <p>
          <Trans>
            A convolution uses each weight again at every output pixel. A fully connected layer uses it once, so its
            multiply-adds equal its weights. That is why a network’s multiply-adds are mostly in its convolutions, while
            its params can be mostly in fully connected layers.
          </Trans>
        </p>
      </Prose>
      <GuessBars of={countingLesson.predictions.p3} />
      <Prose>
        {isOpen ? (
          <p>
            <Trans>
              {dense} of AlexNet’s {all} params are in its three fully connected layers, with {work} of its
              multiply-adds.
            </Trans>
          </p>
        ) : null}
        <p>
          <Trans>
            Light networks average each channel over the map first and connect one number per channel instead of the
            whole map.
          </Trans>
        </p>
        <p>
          <Trans>
            In float32 a param takes 4 bytes: {large} for AlexNet, {small} for MobileNet V1. In 8 bits it is a quarter.
          </Trans>
        </p>
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`Averaging the map first saves nearly all weights`}
        blockName={t`On the whole map`}
        replacedName={t`After averaging`}
        knobs={{
          resolution: { label: t`Map`, unit: 'px', hint: t`height and width` },
          inChannels: { label: t`Channels of the map` },
          outFeatures: { label: t`Output features` },
        }}
      />
      <TryThis
        prompts={[
          {
            id: 'fc6',
            text: (
              <Trans>AlexNet’s fc6: from a 6×6×256 map to 4,096 features, 37.7 million weights in one layer.</Trans>
            ),
            set: () => {
              exploration.choose({ resolution: 6, inChannels: 256, outFeatures: 4096 });
            },
          },
          {
            id: 'classifier',
            text: (
              <Trans>
                MobileNet V2’s classifier: from a 7×7×1280 map to 1,000 classes. How many weights would it need without
                the average?
              </Trans>
            ),
            answer: <ClassifierAnswer at={classifier} />,
            set: () => {
              exploration.choose(classifier);
            },
          },
        ]}
      />
    </Section>
  );
}
