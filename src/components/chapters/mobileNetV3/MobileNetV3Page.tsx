import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV3Family } from '../../../nets/explorables/mobileNetFamilies';
import { mobileNetV3FirstVersion, mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { slimMobileNets } from '../../../nets/papers/releases';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { useExploration } from '../../explain/exploration/useExploration';
import { GateOpening } from './GateOpening';
import { GatesSection } from './GatesSection';
import { HardSwishSection } from './HardSwishSection';
import { mobileNetV3Lesson } from './lesson';
import { NetworkSection } from './NetworkSection';
import { SearchSection } from './SearchSection';
import { SqueezeSection } from './SqueezeSection';
import { StemSection } from './StemSection';
import { TailSection } from './TailSection';

/** MobileNet V3: what it adds to V2's block, what it cuts at both ends, and the searches that set the widths. */
export function MobileNetV3Page() {
  const { t } = useLingui();
  const family = useExploration(mobileNetV3Family);
  return (
    <ExplorePage
      title="MobileNet V3"
      origin={t`Google, 2019`}
      opening={<GateOpening />}
      lesson={mobileNetV3Lesson}
      references={[
        { ...mobileNetV3Paper, detail: t`sections 4 and 5; Tables 1 to 3; figures 4 to 6` },
        { ...mobileNetV3FirstVersion, detail: t`its earlier numbers for the tail and the first layer` },
        {
          title: 'Squeeze-and-Excitation Networks, arXiv:1709.01507',
          url: relatedPapers.squeezeAndExcitation,
        },
        { title: 'Searching for Activation Functions, arXiv:1710.05941', url: relatedPapers.swish },
        { title: 'MnasNet, arXiv:1807.11626', url: relatedPapers.mnasNet },
        { title: 'NetAdapt, arXiv:1804.03230', url: relatedPapers.netAdapt },
        { ...slimMobileNets, detail: t`params and accuracies of the released networks` },
      ]}
      lede={
        <Trans>
          Found by search, finished by hand. The block is V2’s, but it learns to re-weight its channels and has a new
          activation. Two searches that measure time on a phone set the widths, and the authors trimmed the two
          expensive ends.
        </Trans>
      }
    >
      <SqueezeSection family={family} />
      <GatesSection />
      <HardSwishSection family={family} />
      <TailSection />
      <StemSection />
      <SearchSection family={family} />
      <NetworkSection family={family} />
    </ExplorePage>
  );
}
