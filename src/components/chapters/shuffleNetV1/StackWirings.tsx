import { Trans, useLingui } from '@lingui/react/macro';
import { stackWiring, wirings, type StackWiring, type Wiring } from '../../../viz/chapters/stackWirings';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import styles from './StackWirings.module.css';

type StackWiringsProps = { readonly groups: number; readonly channelsPerGroup: number };

/** The paper's figure 1: two grouped convolutions without exchange, with crossed wires, and with a shuffle. */
export function StackWirings({ groups, channelsPerGroup }: StackWiringsProps) {
  const { t } = useLingui();
  const titles: Readonly<Record<Wiring, string>> = {
    apart: t`(a) Group after group`,
    direct: t`(b) Read from every group`,
    shuffled: t`(c) Shuffle, then group`,
  };
  return (
    <div className={styles.card}>
      <Figure
        title={t`(b) is what is wanted, (c) is how it is done`}
        caption={
          <Trans>
            The paper’s figure 1, with the sliders’ g and n. In (b) the second convolution would have to read scattered
            channels; in (c) one shuffle puts them side by side, and both convolutions are ordinary grouped ones.
          </Trans>
        }
        files={{ name: 'grouped-stacks' }}
      >
        <div className={styles.panels}>
          {wirings.map((wiring) => (
            <div key={wiring} className={styles.panel} data-wiring={wiring}>
              <p className={styles.title}>{titles[wiring]}</p>
              <Sized>
                {(width) => (
                  <Picture
                    drawing={stackWiring({ groups, channelsPerGroup }, wiring, width)}
                    title={titles[wiring]}
                    channelsPerGroup={channelsPerGroup}
                  />
                )}
              </Sized>
            </div>
          ))}
        </div>
      </Figure>
    </div>
  );
}

type PictureProps = {
  readonly drawing: StackWiring;
  readonly title: string;
  readonly channelsPerGroup: number;
};

function Picture({ drawing, title, channelsPerGroup }: PictureProps) {
  const { t } = useLingui();
  const { width, height, box, rows, wires, readBy } = drawing;
  const read = new Set(readBy[0]?.map((channel) => Math.floor(channel / channelsPerGroup))).size;
  return (
    <>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t`${title}: each output reads channels of ${read} groups`}
      >
        {wires.map(({ group, path }, index) => (
          <path key={index} className={`${styles.wire} ${groupClass(group)}`} d={path} />
        ))}
        {rows.flat().map(({ group, x, y }, index) => (
          <g key={index} {...(group === undefined ? {} : { className: groupClass(group) })}>
            <rect
              className={group === undefined ? styles.mixed : styles.box}
              x={x}
              y={y}
              width={box.width}
              height={box.height}
              rx={2}
            />
            {group !== undefined && box.width >= 12 ? (
              <text className={styles.letter} x={x + box.width / 2} y={y + box.height / 2}>
                {groupLetter(group)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <p className={styles.reads}>
        {read === 1 ? t`Each output reads one group.` : t`Each output reads ${read} groups.`}
      </p>
    </>
  );
}
