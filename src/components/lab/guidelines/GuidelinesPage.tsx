import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { ExplorePage, Prose, References, Section } from '../../explain/page/ExplorePage';
import { KeptTools } from '../../running/measuring/KeptTools';
import { Experiment } from './Experiment';
import { ExperimentControls } from './ExperimentControls';
import styles from './Guidelines.module.css';
import { useExperiments } from './useExperiments';
import { PageLink } from '../../ui/PageLink';

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
          The ShuffleNet V2 paper times blocks with equal multiply-adds, finds up to fourfold differences in speed, and
          draws four rules from them. Guess, then let this device answer. If it disagrees with the paper, that is a
          result too.
        </Trans>
      }
    >
      <div className={styles.settings}>
        <ExperimentControls choices={experiments.choices} device={experiments.device} isBusy={experiments.isBusy} />
        {experiments.isBusy ? null : <KeptTools kept={experiments.kept} />}
      </div>
      <Section id="g1" title={t`G1: equal widths`}>
        <Prose>
          <p>
            <Trans>
              Two 1×1 convolutions per block, from c₁ to c₂ channels and back. The product c₁c₂ stays the same; the
              ratio changes.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g1" experiments={experiments} />
      </Section>
      <Section id="g2" title={t`G2: groups`}>
        <Prose>
          <p>
            <Trans>
              One grouped 1×1 convolution per block; more groups get more channels, so that the multiply-adds stay
              equal. How groups are computed matters here: on WebGPU one dispatch of the app’s own kernel computes all
              of them; on WebAssembly each group is a call of its own, on memory laid out by group.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g2" experiments={experiments} />
      </Section>
      <Section id="g3" title={t`G3: fragments`}>
        <Prose>
          <p>
            <Trans>
              The work of one 1×1 convolution, split into two or four, in series or in parallel. Small pieces leave a
              highly parallel processor idle; a less parallel one hardly notices.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g3" experiments={experiments} />
      </Section>
      <Section id="g4" title={t`G4: element-wise operations`}>
        <Prose>
          <p>
            <Trans>
              A ResNet bottleneck with its ReLUs and its shortcut removed. They cost no multiply-adds, but they move
              memory. A ReLU computed together with the convolution before it, as here wherever possible, moves none of
              its own; on WebGPU the shortcut is added in the same dispatch too.
            </Trans>
          </p>
        </Prose>
        <Experiment guideline="g4" experiments={experiments} />
      </Section>
      <Section id="method" title={t`How it is measured`}>
        <Prose>
          <p>
            <Trans>
              Each experiment runs small networks with equal multiply-adds and random weights, one image at a time. Each
              round runs all of them, in alternating order, several times in a row where one run is too short for the
              clock. The time is that of the whole network with the app’s own kernels, as on Live, including the
              commands that the browser needs for them. The chapter{' '}
              <PageLink to="/shufflenet-v2">ShuffleNet V2</PageLink> explains why the rules should hold.
            </Trans>
          </p>
        </Prose>
      </Section>
      <References items={[paper]} />
    </ExplorePage>
  );
}
