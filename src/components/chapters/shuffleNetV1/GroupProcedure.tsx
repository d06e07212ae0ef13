import { Trans, useLingui } from '@lingui/react/macro';
import { groupProcedure, groupStages, type GroupStage } from '../../../nets/explorables/groupProcedure';
import { groupSteps, type GroupSteps } from '../../../viz/chapters/groupSteps';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import { filesOf } from '../../explain/exploration/filesOf';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { useExploration } from '../../explain/exploration/useExploration';
import { Workbench } from '../../explain/page/Workbench';
import { Figure } from '../../ui/Figure';
import { exactNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Sized } from '../../ui/Sized';
import styles from './GroupProcedure.module.css';

/** A grouped convolution as a procedure of four steps, with every channel and every kernel drawn. */
export function GroupProcedure() {
  const { i18n, t } = useLingui();
  const exploration = useExploration(groupProcedure);
  const { values, block, replaced } = exploration;
  const [inChannels, outChannels, groups] = [values['inChannels'], values['outChannels'], values['groups']].map(Number);
  const setting = { inChannels: inChannels ?? 0, outChannels: outChannels ?? 0, groups: groups ?? 1 };
  const stage = groupStages.find((known) => known === values['step']) ?? 'concatenate';
  const exact = (value: number) => exactNumberText(value, i18n.locale);
  const [weights, dense] = [exact(block.cost.params), exact(replaced?.cost.params ?? 0)];
  return (
    <Workbench
      stage={
        <Figure
          title={t`Split, filter, convolve, concatenate`}
          files={filesOf(exploration)}
          onReset={exploration.reset}
          caption={<StageText stage={stage} {...setting} />}
        >
          <Sized>{(width) => <Picture setting={setting} stage={stage} width={width} />}</Sized>
        </Figure>
      }
      side={
        <>
          <KnobControls
            exploration={exploration}
            texts={{
              step: {
                label: t`Step`,
                choices: {
                  split: t`1 Split`,
                  banks: t`2 Filters`,
                  convolve: t`3 Convolve`,
                  concatenate: t`4 Concatenate`,
                },
              },
              groups: { label: t`Groups g`, hint: t`As many as channels in and out: depthwise.` },
              inChannels: { label: t`Input channels` },
              outChannels: { label: t`Output channels` },
              kernel: { label: t`Kernel size k` },
            }}
          />
          <Readouts>
            <Readout
              label={t`Weights`}
              value={<span data-figure="procedure-weights">{weights}</span>}
              note={setting.groups === 1 ? t`the convolution without groups` : t`of ${dense} without groups`}
            />
          </Readouts>
        </>
      }
    />
  );
}

type Setting = Parameters<typeof groupSteps>[0];

function StageText({ stage, inChannels, outChannels, groups }: Setting & { readonly stage: GroupStage }) {
  const [read, written] = [inChannels / groups, outChannels / groups];
  switch (stage) {
    case 'split':
      return (
        <Trans>
          Split the {inChannels} input channels into g = {groups} parts of {read}.
        </Trans>
      );
    case 'banks':
      return (
        <Trans>
          Give each part a bank of filters of its own: {written} filters (rows), each with a kernel for every one of its{' '}
          {read} channels (columns).
        </Trans>
      );
    case 'convolve':
      return (
        <Trans>
          Convolve each part with its own bank. A filter gives one output channel, so each part gives {written}; no part
          sees another.
        </Trans>
      );
    case 'concatenate':
      return (
        <Trans>
          Concatenate the {groups} results: {outChannels} output channels, still in the order of the groups.
        </Trans>
      );
  }
}

type PictureProps = { readonly setting: Setting; readonly stage: GroupStage; readonly width: number };

function Picture({ setting, stage, width }: PictureProps) {
  const { t } = useLingui();
  const drawing = groupSteps(setting, stage, width, width < 420 ? 60 : 84);
  const { inChannels, outChannels, groups } = setting;
  const names: Readonly<Record<GroupStage, string>> = {
    split: t`${inChannels} input channels in ${groups} parts`,
    banks: t`${inChannels} input channels in ${groups} parts, and a bank of filters for each part`,
    convolve: t`Each of ${groups} parts of the input goes through its own bank of filters to its own part of ${outChannels} output channels`,
    concatenate: t`The outputs of ${groups} banks, concatenated to ${outChannels} channels`,
  };
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={names[stage]}
    >
      {drawing.wires.map(({ group, path }) => (
        <path key={group} className={`${styles.wire} ${groupClass(group)}`} d={path} />
      ))}
      <Channels channels={drawing.input} side={drawing.channel} />
      <Banks drawing={drawing} />
      <Channels channels={drawing.output} side={drawing.channel} />
      <g className={styles.label}>
        <text y={drawing.rows.input}>{t({ message: 'input', context: 'row of a picture' })}</text>
        <text y={drawing.rows.banks}>{drawing.banks.length > 0 ? t`filters` : ''}</text>
        <text y={drawing.rows.output}>{drawing.output.length > 0 ? t`output` : ''}</text>
      </g>
    </svg>
  );
}

function Channels({ channels, side }: { readonly channels: GroupSteps['input']; readonly side: number }) {
  return channels.map(({ channel, group, x, y }) => (
    <g
      key={channel}
      className={`${styles.channel} ${groupClass(group)}`}
      style={{ translate: `${String(x)}px ${String(y)}px` }}
    >
      <rect className={styles.box} x={1} y={1} width={side - 2} height={side - 2} rx={3} />
      <text className={styles.letter} x={side / 2} y={side / 2} fontSize={Math.min(15, side * 0.62)}>
        {groupLetter(group)}
      </text>
    </g>
  ));
}

/** Every kernel of every filter as a square. */
function Banks({ drawing: { banks, kernel } }: { readonly drawing: GroupSteps }) {
  return banks.map(({ group, x, y, columns, rows }) => (
    <g key={group} className={groupClass(group)} data-kernels={columns * rows}>
      {Array.from({ length: columns * rows }, (_, at) => (
        <rect
          key={at}
          className={styles.kernel}
          x={x + (at % columns) * kernel + 0.75}
          y={y + Math.floor(at / columns) * kernel + 0.75}
          width={kernel - 1.5}
          height={kernel - 1.5}
        />
      ))}
    </g>
  ));
}
