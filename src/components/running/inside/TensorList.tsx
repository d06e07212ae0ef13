import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Part } from '../../../nets/readings/parts';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { Icon } from '../../ui/Icon';
import styles from './TensorList.module.css';

type TensorListProps = {
  readonly parts: readonly Part[];
  /** Id of the chosen node. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

/** The tensors of a network by its parts, of which one is open at a time. */
export function TensorList({ parts, chosen, onChoose }: TensorListProps) {
  const { t } = useLingui();
  const partOf = (id: string) => parts.find(({ nodes }) => nodes.some((node) => node.id === id))?.name ?? null;
  const [opened, setOpened] = useState({ part: partOf(chosen), chosen });
  // A tensor that was picked in the diagram opens its part.
  const open = opened.chosen === chosen ? opened.part : partOf(chosen);
  return (
    <ul className={styles.parts} aria-label={t`Tensors by part of the network`}>
      {parts.map(({ name, lastName, nodes }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.part}
            aria-expanded={open === name}
            data-current={partOf(chosen) === name}
            onClick={() => setOpened({ part: open === name ? null : name, chosen })}
          >
            <Icon name={open === name ? 'chevronDown' : 'chevronRight'} />
            <span translate="no">{name === lastName ? name : `${name} … ${lastName}`}</span>
            <span className={styles.shape}>
              {shapeLabel(nodes.at(-1)?.shape ?? { height: 0, width: 0, channels: 0 })}
            </span>
          </button>
          {open === name ? (
            <ul className={styles.tensors}>
              {nodes.map(({ id, shape }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.tensor}
                    aria-pressed={id === chosen}
                    onClick={() => {
                      setOpened({ part: name, chosen: id });
                      onChoose(id);
                    }}
                  >
                    <span translate="no">{shortId(id, name, lastName)}</span>
                    <span className={styles.shape}>{shapeLabel(shape)}</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** An id below the heading of its part, which need not be said again. */
function shortId(id: string, name: string, lastName: string): string {
  return name === lastName && id.startsWith(`${name}.`) ? id.slice(name.length + 1) : id;
}
