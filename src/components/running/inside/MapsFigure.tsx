import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useMemo, useState } from 'react';
import type { Graph, Node } from '../../../nets/graph';
import { channelGroupsOf } from '../../../nets/readings/channelGroups';
import type { Activation } from '../../../run/device/executor';
import { mapSheetOf } from '../../../viz/maps/mapSheet';
import { groupColours, ramp, shadesOf, type Colouring } from '../../../viz/maps/ramp';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { FeatureSheet } from './FeatureSheet';
import styles from './LookInside.module.css';
import { MapMagnifier } from './MapMagnifier';

type MapsFigureProps = {
  readonly graph: Graph;
  readonly node: Node;
  /** Null until there is one. */
  readonly activation: Activation | null;
};

type ColourChoice = 'warm' | 'grey' | 'groups';

/** All feature maps of a tensor on one sheet, and one of them large: under the pointer, pressed, or chosen by its number. */
export function MapsFigure({ graph, node: { id, shape }, activation }: MapsFigureProps) {
  const { t } = useLingui();
  const [colour, setColour] = useState<ColourChoice>('warm');
  const [kept, keep] = useState(0);
  const [pointed, point] = useState<number | null>(null);
  const groups = useMemo(() => channelGroupsOf(graph).get(id) ?? [], [graph, id]);
  const isGrouped = groups.some((group) => group !== null);
  const { channels } = shape;
  const channel = pointed ?? kept;
  const colourOf = useCallback((index: number) => colouringOf(colour, groups[index] ?? null), [colour, groups]);
  const title = t`${id}: ${channels} feature maps`;
  return (
    <Figure
      title={title}
      actions={
        <ChoiceControl
          label={t`Colour`}
          labelled="hidden"
          options={[
            { value: 'warm', label: t`Warm` },
            { value: 'grey', label: t`Grey` },
            ...(isGrouped ? [{ value: 'groups' as const, label: t`By group` }] : []),
          ]}
          value={colour}
          onChange={setColour}
        />
      }
      caption={
        <Trans>
          One tile per channel, in channel order, each scaled from its own minimum to its own maximum. The tiles refresh
          about once a second, so the run hardly slows.
        </Trans>
      }
    >
      {activation === null ? (
        <Waiting />
      ) : (
        <div className={styles.maps}>
          <Sized>
            {(width) => (
              <Sheet
                {...{ activation, width, colourOf }}
                name={title}
                chosen={channel}
                onPoint={(at, isKept) => {
                  point(at);
                  if (isKept && at !== null) keep(at);
                }}
              />
            )}
          </Sized>
          <MapMagnifier activation={activation} channel={channel} colour={colourOf(channel)} onChannel={keep} />
        </div>
      )}
    </Figure>
  );
}

type SheetProps = Omit<React.ComponentProps<typeof FeatureSheet>, 'sheet'> & { readonly width: number };

function Sheet({ width, ...props }: SheetProps) {
  const [mapHeight, mapWidth, count] = props.activation.shape;
  const sheet = useMemo(
    () => mapSheetOf({ count, mapWidth, mapHeight, width, maxHeight: Math.max(360, 0.75 * width) }),
    [count, mapWidth, mapHeight, width],
  );
  return <FeatureSheet {...props} sheet={sheet} />;
}

/** Where a picture will be. */
export function Waiting() {
  return (
    <p className={styles.waiting}>
      <Trans>Waiting</Trans>
    </p>
  );
}

const [grey, groupShades] = [shadesOf(), groupColours.map(shadesOf)];

function colouringOf(choice: ColourChoice, group: number | null): Colouring {
  if (choice === 'warm') return ramp;
  return choice === 'grey' || group === null ? grey : (groupShades[group % groupShades.length] ?? grey);
}
