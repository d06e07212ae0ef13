import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { ExplorePage, Prose, References, Section } from '../../explain/page/ExplorePage';
import { KeptTools } from '../../running/measuring/KeptTools';
import { Experiment } from './Experiment';
import { ExperimentControls } from './ExperimentControls';
import { useExperiments } from './useExperiments';

const paper = {
  title: 'Ma, Zhang, Zheng, Sun: ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design',
  url: shuffleNetV2.paper.url,
  detail: 'ECCV 2018',
};

/** ShuffleNet V2's four experiments, run on this device after a guess and compared with the paper's tables. */
export function GuidelinesPage() {
  const { t } = useLingui();
  const experiments = useExperiments();
  return (
    <ExplorePage
      title={t`Four guidelines, run here`}
      lede={
        <Trans>
          The ShuffleNet V2 paper measures blocks with the same number of multiply-adds that differ up to fourfold in
          speed, and gives four rules for it. Guess, then let this device answer. It may disagree with the paper: that
          is a result too.
        </Trans>
      }
    >
      <Section id="method" title={t`What is run`}>
        <Prose>
          <p>
            <Trans>
              Each experiment runs small networks of equal multiply-adds, with random weights, one image at a time.
              Every round runs all of them, forwards and backwards in turn, several times in a row where one run is too
              short for the clock. The time is that of the whole network with the app’s own kernels, as on the live
              page, and with the commands that the browser needs for them. Why the rules should hold is in the chapter{' '}
              <Link to="/shufflenet-v2">ShuffleNet V2</Link>.
            </Trans>
          </p>
        </Prose>
        <ExperimentControls choices={experiments.choices} device={experiments.device} isBusy={experiments.isBusy} />
        {experiments.isBusy ? null : <KeptTools kept={experiments.kept} />}
      </Section>
      <Section id="g1" title={t`G1: equal widths`}>
        <Prose>
          <p>
            <Trans>
              Two 1×1 convolutions a block, there and back between c₁ and c₂ channels. The product c₁c₂ stays, the ratio
              changes.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g1" experiments={experiments} />
      </Section>
      <Section id="g2" title={t`G2: groups`}>
        <Prose>
          <p>
            <Trans>
              One grouped 1×1 convolution a block; with more groups it gets more channels, so that the multiply-adds
              stay. Where the paper prints 180 channels in 8 groups, which do not divide, 184 are taken. How groups are
              computed matters here: on WebGPU one dispatch of the app’s own kernel does all of them, on WebAssembly
              every group is a call of its own, on memory that lies by groups.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g2" experiments={experiments} />
      </Section>
      <Section id="g3" title={t`G3: fragments`}>
        <Prose>
          <p>
            <Trans>
              The work of one 1×1 convolution, split into two or four, one after another or side by side. Small pieces
              leave a wide processor waiting; a narrow one hardly notices.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g3" experiments={experiments} />
      </Section>
      <Section id="g4" title={t`G4: element-wise operations`}>
        <Prose>
          <p>
            <Trans>
              A ResNet bottleneck with its ReLUs and its shortcut taken out. They cost no multiply-adds, but they move
              memory. A ReLU that is computed together with the convolution before it, as here wherever that is
              possible, moves none of its own; on WebGPU the shortcut is added in the same dispatch too.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g4" experiments={experiments} />
      </Section>
      <References items={[paper]} />
    </ExplorePage>
  );
}
