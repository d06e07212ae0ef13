import { Trans, useLingui } from '@lingui/react/macro';
import type { Design, RowKind } from '../../nets/design/design';
import { fieldsOf, rowKinds } from '../../nets/design/design';
import { withRow, withRowAfter, withRowMoved, withoutRow } from '../../nets/design/edits';
import { limits, rowWith } from '../../nets/design/fieldValues';
import { shapeLabel } from '../../viz/diagram/shapeLabel';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import { FieldControl } from './FieldControl';
import styles from './RowPanel.module.css';
import type { Designing } from './useDesign';
import { useSteady } from './useSteady';
import { useRowWords } from './useRowWords';

type RowPanelProps = {
  readonly designing: Designing;
  /** Counted from 0. */
  readonly index: number;
  readonly onChoose: (row: number) => void;
};

/** The chosen row: what it repeats, its values, and what can be done with it. */
export function RowPanel({ designing: { built, change }, index, onChoose }: RowPanelProps) {
  const { t } = useLingui();
  const words = useRowWords();
  const { design, inputs } = built;
  const [row, input] = [design.rows[index], inputs[index]];
  const chooseKind = useSteady((kind: RowKind) => {
    if (row !== undefined) change(withRow(design, index, { ...row, kind }), `${String(index)} kind`);
  });
  if (row === undefined || input === undefined) return null;
  const number = index + 1;
  const last = design.rows.length - 1;
  const shape = shapeLabel(input);
  const edit = (wanted: Design, of: string, chosen = index): void => {
    change(wanted, of);
    onChoose(chosen);
  };
  return (
    <>
      <header className={styles.head}>
        <h2 data-screen-title>
          <Trans>Row {number}</Trans>
        </h2>
        <p className={styles.reads}>{t`Reads ${shape}`}</p>
        <span className={styles.actions} data-more>
          <IconButton
            icon="chevronUp"
            label={t`Move up`}
            isDisabled={index === 0}
            onPress={() => {
              edit(withRowMoved(design, index, index - 1), 'move', index - 1);
            }}
          />
          <IconButton
            icon="chevronDown"
            label={t`Move down`}
            isDisabled={index === last}
            onPress={() => {
              edit(withRowMoved(design, index, index + 1), 'move', index + 1);
            }}
          />
          <IconButton
            icon="copy"
            label={t`Duplicate`}
            isDisabled={design.rows.length >= limits.rows}
            onPress={() => {
              edit(withRowAfter(design, index, { ...row, stride: 1 }), 'add', index + 1);
            }}
          />
          <IconButton
            icon="close"
            label={t`Remove`}
            isDisabled={last === 0}
            onPress={() => {
              edit(withoutRow(design, index), 'remove', Math.min(index, last - 1));
            }}
          />
        </span>
      </header>
      <Select
        label={t`Block`}
        options={rowKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={row.kind}
        onChange={chooseKind}
      />
      {fieldsOf[row.kind].map((field) => (
        <FieldControl
          key={field}
          row={row}
          field={field}
          input={input}
          onChoose={(value) => {
            change(withRow(design, index, rowWith(row, field, value)), `${String(index)} ${field}`);
          }}
        />
      ))}
    </>
  );
}
