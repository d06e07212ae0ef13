import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { stridedConvolution } from '../../../nets/explorables/stridedConvolution';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { WindowStops } from './WindowStops';

/** A window computes at each position, and has one position for every pixel of the output map. */
export function OutputMapSection() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(stridedConvolution);
  const { graph, cost } = exploration.block;
  const { height, width } = graph.output.shape;
  const perStop = cost.macs / (height * width);
  const wrong = perStop * graph.input.shape.height * graph.input.shape.width;
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [right, misread, factor] = [exact(cost.macs), exact(wrong), fixedText(wrong / cost.macs, i18n.locale, 2)];
  return (
    <Section id="output-map" title={t`The output map counts`}>
      <Prose>
        <p>
          <Trans>
            The window does its multiply-adds where it stops, and it stops once for every pixel of the output map. With
            stride 2 it stops at a quarter of the places, so height and width in the formula are those of the output.
          </Trans>
        </p>
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`Where the window stops`}
        blockName={t`Convolution`}
        replacedName={t`At stride 1`}
        knobs={{
          stride: { label: t`Stride` },
          kernel: { label: t`Window k` },
          resolution: { label: t`Input map`, unit: 'px', hint: t`height and width` },
          padding: { label: t`Padding`, choices: { symmetric: t`(k − 1) / 2 around`, valid: t`none` } },
        }}
        picture={<WindowStops node={graph.output} />}
      />
      <TryThis
        prompts={[
          {
            id: 'stride-four',
            text: <Trans>Stride 4 on a 16×16 map: the window stops at a sixteenth of the places.</Trans>,
            set: () => {
              exploration.choose({ stride: 4, kernel: 3, resolution: 16, padding: 'symmetric' });
            },
          },
          {
            id: 'no-padding',
            text: <Trans>No padding: a 7×7 window has room for only four stops on an 8×8 map.</Trans>,
            set: () => {
              exploration.choose({ stride: 1, kernel: 7, resolution: 8, padding: 'valid' });
            },
          },
        ]}
      />
      <Claim
        claim={<Trans>MACs = k² · c_in · c_out · H · W, with H and W of the input.</Trans>}
        sources={<SourceLink source={mobileNetV1Paper} place={t`section 3.1`} />}
      >
        <p>
          <Trans>
            With the sliders as they are, the output map gives {right} MACs and the input map {misread}: {factor} times
            as many. A first layer with stride 2 is where this mistake is usually made.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}
