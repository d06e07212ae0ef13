import { Trans, useLingui } from '@lingui/react/macro';
import { inceptionV3 } from '../../../nets/models/inceptionV3';
import { xception } from '../../../nets/models/xception';
import { keras } from '../../../nets/papers/releases';
import { ExplorePage, Prose, References, Section } from '../../explain/page/ExplorePage';
import { FlowSection } from './FlowSection';
import { OrderSection } from './OrderSection';
import { WalkSection } from './WalkSection';
import { YardstickSection } from './YardstickSection';

/** Chapter: from Inception to Xception, the order within a separable convolution, the flows, and the cost. */
export function XceptionPage() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`Xception`}
      lede={
        <Trans>
          A convolution looks at space and at channels at once. Xception asks what happens when the two are taken apart
          completely, and walks there from an Inception module in four steps.
        </Trans>
      }
    >
      <Section id="hypothesis" title={t`The hypothesis`}>
        <Prose>
          <p>
            <Trans>
              A standard filter spans height, width and channels, and learns spatial and cross-channel correlations
              together. An Inception module already separates them a little: 1×1 convolutions mix channels into a few
              smaller spaces, and 3×3 convolutions then look around within each. Xception is the bet that they can be
              separated entirely.
            </Trans>
          </p>
        </Prose>
      </Section>
      <WalkSection />
      <OrderSection />
      <FlowSection />
      <YardstickSection />
      <References
        items={[
          {
            title: 'Xception: Deep Learning with Depthwise Separable Convolutions',
            url: xception.paper.url,
          },
          {
            title: 'Rethinking the Inception Architecture for Computer Vision',
            url: inceptionV3.paper.url,
          },
          { title: 'Keras Applications', url: keras.url },
        ]}
      />
    </ExplorePage>
  );
}
