import { Trans, useLingui } from '@lingui/react/macro';
import type { Choice } from '../../../nets/parameter';
import { useNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';

const ratioFormat = { maximumFractionDigits: 3 } as const;

/** The paper's squeeze ratio and share of 3x3 filters at the chosen widths, and whether the bottleneck narrows at all. */
export function SqueezeRatio({ values }: { readonly values: Choice }) {
  const { t } = useLingui();
  const text = useNumberText(ratioFormat);
  const [squeeze, expand1x1, expand3x3] = [
    Number(values['squeeze']),
    Number(values['expand1x1']),
    Number(values['expand3x3']),
  ];
  const expanded = expand1x1 + expand3x3;
  return (
    <Readouts>
      <Readout
        label={t`Squeeze ratio`}
        value={<span data-figure="squeeze-ratio">{text(squeeze / expanded)}</span>}
        note={
          squeeze < expanded ? (
            <Trans>
              a bottleneck: {squeeze} &lt; {expanded}
            </Trans>
          ) : (
            <Trans>
              no bottleneck: {squeeze} ≥ {expanded}
            </Trans>
          )
        }
      />
      <Readout label={t`Share of 3×3 filters`} value={text(expand3x3 / expanded)} />
    </Readouts>
  );
}
