import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV1Paper, slimMobileNetV1 } from '../../../nets/papers/mobileNetV1';
import type { MultiplierCell } from '../../../viz/chapters/multiplierMap';
import { multiplierMapOf } from '../../../viz/chapters/multiplierMap';
import { Figure } from '../../ui/Figure';
import { exactNumberText, percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import { Readout, Readouts } from '../../ui/Readout';
import { SourceLink } from '../../explain/page/SourceLink';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { Claim } from '../../explain/page/Claim';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Formula } from '../../explain/cost/Formula';
import { Workbench } from '../../explain/page/Workbench';
import { KnobControls } from '../../explain/exploration/KnobControls';
import type { Exploration } from '../../explain/exploration/useExploration';
import { EveryLayerLink } from '../../explain/network/EveryLayerLink';
import { mobileNetV1Lesson, networkCost } from './lesson';
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
            with it every map. One design so becomes a family of networks, from large and accurate to small and quick.
          </Trans>
        </p>
      </Prose>
      <MultiplierGuesses />
      <AfterGuess of={mobileNetV1Lesson.predictions.p4}>
        <Prose>
          <p>
            <Trans>
              A pointwise layer costs input channels × output channels × pixels, so each knob acts squared on the
              multiply-adds. α also shrinks the weights; ρ leaves them unchanged. The rule is not exact: the depthwise
              layers and the first layer scale with α, not with its square, and the classifier does not depend on ρ.
            </Trans>
          </p>
        </Prose>
        <Claim
          id="mobilenet-v1/c3"
          isTrue
          claim={<Trans>A network at α = 0.5 costs a little more than a quarter.</Trans>}
          sources={<SourceLink source={mobileNetV1Paper} place={t`Table 6`} />}
        >
          <Trans>
            The 1×1 layers shrink to a quarter; the depthwise layers, the first layer and the classifier only to a half.
            The paper’s table prints 149 M of 569 M multiply-adds.
          </Trans>
        </Claim>
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
        <EveryLayerLink model={mobileNetV1} family={family} />
      </AfterGuess>
    </Section>
  );
}

/** What each multiplier does, asked before the map shows it. */
function MultiplierGuesses() {
  const { i18n, t } = useLingui();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [whole, small, narrow] = [networkCost({}), networkCost({ resolution: 160 }), networkCost({ width: 0.5 })];
  const meant = { half: (whole.params * 160 ** 2) / 224 ** 2, sides: (whole.params * 160) / 224, same: undefined };
  return (
    <>
      <GuessChoice
        of={mobileNetV1Lesson.predictions.p3}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Params`}
            tone="params"
            format={exact}
            bars={[
              { id: '224', label: '224×224', value: whole.params },
              { id: '160', label: '160×160', value: small.params, isAsked: true },
            ]}
            isOpen={isOpen}
            isAbout
            guess={guess === undefined ? undefined : meant[guess]}
          />
        )}
      />
      <GuessNumber
        of={mobileNetV1Lesson.predictions.p4}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={exact}
            bars={[
              { id: 'whole', label: 'α = 1', value: whole.macs },
              { id: 'narrow', label: 'α = 0.5', value: narrow.macs, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : (whole.macs * guess) / 100}
          />
        )}
      />
    </>
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
