import { useLingui } from '@lingui/react/macro';
import { fireModule } from '../../../nets/explorables/fireModule';
import { costOf } from '../../../nets/readings/cost';
import { passPart } from '../../../viz/chapters/passPart';
import { Opening } from '../../explain/page/Opening';
import { useRatioText } from '../../explain/cost/useRatioText';
import { ribbonFoot, RibbonDrawing } from '../../explain/diagram/RibbonDrawing';
import { exactNumberText } from '../../ui/numberText';
import styles from './SqueezeNetOpening.module.css';

/** Fire2 of SqueezeNet 1.0: channels in, squeezed, and expanded by 1x1 and 3x3 filters. */
const channels = [[96], [16], [64, 64]];
const { block, replaced = block } = fireModule.at({});
const [fire, one3x3] = [costOf(block).params, costOf(replaced).params];
/** Px: of the module, from there to the bars, and from bar to bar. */
const [ribbonHeight, toBars, barStep] = [216, 26, 34];

/** A Fire module squeezes and expands, and its params are a fraction of those of one 3x3 convolution. */
export function SqueezeNetOpening() {
  const { t } = useLingui();
  const ratioText = useRatioText();
  const fewer = ratioText(fire, one3x3);
  return (
    <Opening title={t`Squeeze, then expand: ${fewer} params`} durationMs={3200}>
      {(progress, width) => <FirePicture progress={progress} width={width} />}
    </Opening>
  );
}

type FirePictureProps = { readonly progress: number; readonly width: number };

function FirePicture({ progress, width }: FirePictureProps) {
  const { i18n, t } = useLingui();
  const [squeezed, expanded, grown] = [
    passPart(progress, 0.08, 0.42),
    passPart(progress, 0.42, 0.76),
    passPart(progress, 0.76, 1),
  ];
  const layers = [
    { id: 'squeeze', from: [0, 0], to: [1, 0], tone: 'pointwise', words: ['1×1', t`squeeze`], share: squeezed },
    { id: 'expand1x1', from: [1, 0], to: [2, 0], tone: 'pointwise', words: ['1×1', t`expand`], share: expanded },
    { id: 'expand3x3', from: [1, 0], to: [2, 1], tone: 'standard', words: ['3×3', t`expand`], share: expanded },
  ] as const;
  const rows = [
    { id: 'replaced', name: t`one 3×3`, params: one3x3 },
    { id: 'fire', name: t`Fire`, params: fire },
  ];
  const barX = 72;
  const perParam = (width - barX - 76) / one3x3;
  const barsY = ribbonHeight + ribbonFoot + toBars;
  const height = barsY + rows.length * barStep;
  const [few, many] = [fire, one3x3].map((params) => exactNumberText(params, i18n.locale));
  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`A Fire module squeezes 96 channels to 16 and expands them to 64 and 64: ${few} params, and ${many} for one 3×3 convolution of the same output.`}
    >
      <RibbonDrawing channels={channels} layers={layers} width={width} height={ribbonHeight} />
      {rows.map(({ id, name, params }, row) => (
        <g key={id} transform={`translate(0 ${barsY + row * barStep})`}>
          <text y={14}>{name}</text>
          <rect className={styles.bar} x={barX} y={2} width={perParam * grown * params} height={14} />
          <text className={styles.value} x={barX + perParam * grown * params + 8} y={14}>
            {exactNumberText(Math.round(params * grown), i18n.locale)}
          </text>
        </g>
      ))}
    </svg>
  );
}
