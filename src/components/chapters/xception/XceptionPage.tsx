import { Trans, useLingui } from '@lingui/react/macro';
import { inceptionV3 } from '../../../nets/models/inceptionV3';
import { xception } from '../../../nets/models/xception';
import { keras } from '../../../nets/papers/releases';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { FlowSection } from './FlowSection';
import { xceptionLesson } from './lesson';
import { OrderSection } from './OrderSection';
import { SharedGuess } from './SharedGuess';
import { SharedKernelFigure } from './SharedKernelFigure';
import { WalkSection } from './WalkSection';
import { XceptionOpening } from './XceptionOpening';
import { YardstickSection } from './YardstickSection';

/** Chapter: from Inception to Xception, the order within a separable convolution, the flows, and the cost. */
export function XceptionPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`Xception`}
      origin={t`Chollet, Google, 2016`}
      opening={<XceptionOpening />}
      lesson={xceptionLesson}
      references={[
        { title: 'Xception: Deep Learning with Depthwise Separable Convolutions', url: xception.paper.url },
        { title: 'Rethinking the Inception Architecture for Computer Vision', url: inceptionV3.paper.url },
        { title: 'Keras Applications', url: keras.url },
      ]}
      lede={
        <Trans>
          A standard convolution handles space and channels at once. Xception asks what happens when the two are fully
          separated, and gets there from an Inception module in four steps.
        </Trans>
      }
    >
      <Section id="hypothesis" title={t`The hypothesis: space and channels apart`}>
        <Prose>
          <p>
            <Trans>
              A standard filter spans height, width and channels and learns spatial and cross-channel correlations
              together. An Inception module separates them in part: 1×1 convolutions map the channels into a few smaller
              spaces, and 3×3 convolutions then filter within each. Xception’s hypothesis is that they can be separated
              entirely.
            </Trans>
          </p>
          <p>
            <Trans>
              A standard 3×3 convolution has a kernel of its own for each pair of input and output channel. A separable
              one has one kernel for each input channel, and each output only scales it: with 8 outputs, 9 + 8 = 17
              weights per input channel instead of 9 · 8 = 72.
            </Trans>
          </p>
        </Prose>
        <SharedGuess />
        <AfterGuess of={xceptionLesson.predictions.p5}>
          <SharedKernelFigure />
          <Prose>
            <p>
              <Trans>
                So a separable convolution cannot take an edge and a blur from the same channel. It rarely has to: a 1×1
                before it can copy what is in one channel into two, and each copy has a kernel of its own. With hundreds
                of channels there is one to spare for each pattern, which is why filtering and mixing can be learned
                apart.
              </Trans>
            </p>
          </Prose>
        </AfterGuess>
      </Section>
      <WalkSection />
      <OrderSection />
      <FlowSection />
      <YardstickSection />
    </ExplorePage>
  );
}
