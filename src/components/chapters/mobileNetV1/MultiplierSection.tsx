import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV1Paper, slimMobileNetV1 } from '../../../nets/papers/mobileNetV1';
import type { MultiplierCell } from '../../../viz/chapters/multiplierMap';
import { multiplierMapOf } from '../../../viz/chapters/multiplierMap';
import { Figure } from '../../ui/Figure';
import { percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { SourceLink } from '../../explain/page/SourceLink';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Formula } from '../../explain/cost/Formula';
import { Workbench } from '../../explain/page/Workbench';
import { KnobControls } from '../../explain/exploration/KnobControls';
import type { Exploration } from '../../explain/exploration/useExploration';
import { EveryLayerLink } from '../../explain/network/EveryLayerLink';
import { CostMap } from './CostMap';

const widths = [1, 0.75, 0.5, 0.25];
const resolutions = [224, 192, 160, 128];

type MultiplierSectionProps = { readonly family: Exploration<'width' | 'resolution'> };

/** The two multipliers of the network, as a map of what each pair costs. */
export function MultiplierSection({ family }: MultiplierSectionProps) {
  const { t } = useLingui();
  const cells = useMemo(
    () => multiplierMapOf(mobileNetV1, widths, resolutions, [mobileNetV1Paper, slimMobileNetV1]),
    [],
  );
  const [width, resolution] = [Number(family.values['width']), Number(family.values['resolution'])];
  const chosen = cells.flat().find((cell) => cell.width === width && cell.resolution === resolution);
  return (
    <Section id="multipliers" title={t`Two knobs make a family`}>
      <Prose>
        <p>
          <Trans>
            The width multiplier α scales the channels of every layer; the resolution multiplier ρ scales the image and
            with it every map. A pointwise layer costs input channels × output channels × pixels, so each knob acts
            squared. α also shrinks the weights; ρ leaves them unchanged.
          </Trans>
        </p>
      </Prose>
      <Workbench
        stage={
          <Figure
            title={t`Sixteen networks: MACs and published top-1`}
            caption={<MapCaption />}
            files={{ name: 'mobilenet-v1-multipliers', numbers: () => recordRows(cells.flat().map(cellRecord)) }}
            onReset={family.reset}
          >
            <CostMap
              cells={cells}
              width={width}
              resolution={resolution}
              onChoose={(cell) => {
                family.choose({ width: cell.width, resolution: cell.resolution });
              }}
            />
          </Figure>
        }
        side={
          <>
            <KnobControls
              exploration={family}
              texts={{
                width: { label: t`Width multiplier α`, hint: t`The paper trains 1, 0.75, 0.5 and 0.25.` },
                resolution: {
                  label: t`Image`,
                  unit: 'px',
                  hint: t`ρ is this over 224. The paper trains 224, 192, 160 and 128.`,
                },
              }}
            />
            <ChosenNetwork family={family} chosen={chosen} whole={cells[0]?.[0]?.macs ?? 1} />
          </>
        }
      />
      <Prose>
        <p>
          <Trans>
            The rule is not exact: the depthwise layers and the first layer scale with α, not with its square, and the
            classifier does not depend on ρ. So a thin network costs a little more than α²ρ² says.
          </Trans>
        </p>
      </Prose>
      <EveryLayerLink model={mobileNetV1} family={family} />
    </Section>
  );
}

function cellRecord({ width, resolution, macs, params, ruleOfThumb, top1 }: MultiplierCell) {
  const published = { 'top-1 %': top1?.percent ?? '', source: top1 === undefined ? '' : top1.source.title };
  return { width, resolution, params, MACs: macs, 'rule of thumb': ruleOfThumb, ...published };
}

function MapCaption() {
  return (
    <Trans>
      Each cell is a network of its own, built and counted here. Top-1 as the paper prints it (Tables 6, 7 and 9); with
      a star from a later training, <SourceLink source={slimMobileNetV1} />. Arrow keys move between cells.
    </Trans>
  );
}

type ChosenNetworkProps = MultiplierSectionProps & {
  readonly chosen: MultiplierCell | undefined;
  /** MACs at width 1 and 224 px. */
  readonly whole: number;
};

function ChosenNetwork({ family, chosen, whole }: ChosenNetworkProps) {
  const { i18n, t } = useLingui();
  const { cost } = family.block;
  const [width, resolution] = [Number(family.values['width']), Number(family.values['resolution'])];
  const ruleOfThumb = (width * (resolution / 224)) ** 2;
  const percent = (fraction: number) => percentText(fraction, i18n.locale);
  const [rule, counted] = [percent(ruleOfThumb), percent(cost.macs / whole)];
  return (
    <Readouts>
      <Readout label={t`MACs`} value={<Quantity value={cost.macs} />} note={t`${counted} of the full network`} />
      <Readout label={t`Params`} value={<Quantity value={cost.params} />} />
      <Readout
        label={<Formula tex="\alpha^2 \rho^2" />}
        value={rule}
        note={t`the rule of thumb; counted: ${counted}`}
      />
      <Readout
        label={t`Top-1, published`}
        value={chosen?.top1 === undefined ? '–' : percentText(chosen.top1.percent / 100, i18n.locale)}
        note={chosen?.top1 === undefined ? t`not a network that was published` : i18n._(chosen.top1.source.title)}
      />
    </Readouts>
  );
}
