import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import styles from './Changes.module.css';

/** Reasons often given for the unit's parts, and the paper's own. */
export function ChangesClaim() {
  const { t } = useLingui();
  const sources = <SourceLink source={shuffleNetV2Paper} place={t`section 3`} />;
  return (
    <div className={styles.claims}>
      <Claim id="shufflenet-v2/c8" claim={<Trans>The channel split follows G1.</Trans>} sources={sources}>
        <Trans>
          The paper splits for G3: one branch stays an identity. G1 is met by the other branch, whose three convolutions
          have as many output as input channels.
        </Trans>
      </Claim>
      <Claim
        id="shufflenet-v2/c9"
        claim={<Trans>The shuffle moved behind the concatenation because of G3.</Trans>}
        sources={sources}
      >
        <Trans>
          Because of G4: there it can merge with the concatenation and the next split. G3 has no part in it.
        </Trans>
      </Claim>
      <Claim
        id="shufflenet-v2/c10"
        claim={<Trans>The downsampling unit doubles the channels.</Trans>}
        sources={sources}
      >
        <Trans>
          So the paper says, and so it is between the stages. But the first one enters with 24 channels and gives 48,
          116, 176 or 244. The paper does not say how its branches share them: in torchvision each has half, in the
          authors’ code the shortcut keeps the incoming 24.
        </Trans>
      </Claim>
    </div>
  );
}
