import { Trans, useLingui } from '@lingui/react/macro';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { AnswerFault } from '../../../course/readAnswer';
import { exactNumberText } from '../../ui/numberText';
import styles from './TypedNumber.module.css';

type TypedNumberProps = {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Called by Enter. */
  readonly onSubmit: () => void;
  /** What stands behind the field: `×`, `%`, `MiB`. */
  readonly unit?: string | undefined;
  /** Why the text is not taken, told below the field. */
  readonly fault: AnswerFault | undefined;
};

/** A field for a number in any usual notation. What is not understood is told, and counts as nothing. */
export function TypedNumber({ label, text, onChange, onSubmit, unit, fault }: TypedNumberProps) {
  return (
    <TextField
      className={styles.root}
      value={text}
      onChange={onChange}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label className={styles.label}>{label}</Label>
      <span className={styles.field}>
        <Input
          className={styles.input}
          inputMode="text"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
          }}
        />
        {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
      </span>
      <FieldError className={styles.error}>
        {fault === undefined ? null : <FaultText fault={fault} text={text.trim()} />}
      </FieldError>
    </TextField>
  );
}

function FaultText({ fault, text }: { readonly fault: AnswerFault; readonly text: string }) {
  const { i18n } = useLingui();
  switch (fault.kind) {
    case 'empty':
      return <Trans>Type a number first, in any notation: 1.5M, 1,500,000, 1.5e6.</Trans>;
    case 'unread':
      return <Trans>Not read as a number: “{text}”. Try 1.5M, 1,500,000 or 1.5e6.</Trans>;
    case 'negative':
      return <Trans>It cannot be negative: type a number from 0 up.</Trans>;
    case 'overAll':
      return <Trans>A share is at most 100%: type a number from 0 to 100.</Trans>;
    case 'overMost': {
      const most = exactNumberText(Number(fault.most.toPrecision(6)), i18n.locale);
      return <Trans>More than there could be: type a number from 0 to {most}.</Trans>;
    }
    case 'share': {
      const percent = exactNumberText(fault.percent, i18n.locale);
      return (
        <Trans>
          Do you mean {percent}%? Then type {percent}; otherwise type {text}%, with the sign.
        </Trans>
      );
    }
    case 'percentAsTimes': {
      const value = exactNumberText(Number(fault.value.toPrecision(12)), i18n.locale);
      return (
        <Trans>
          A factor is asked for. If you mean {value}×, type {value}.
        </Trans>
      );
    }
    case 'fractionAsTimes': {
      const value = exactNumberText(Number(fault.value.toPrecision(6)), i18n.locale);
      const fewer = exactNumberText(Number(fault.fewer.toPrecision(6)), i18n.locale);
      return (
        <Trans>
          Type {fewer} if the question asks how many times fewer, and {value} if it asks how many times as many.
        </Trans>
      );
    }
    case 'percentAsCount':
      return <Trans>A number is asked for, not a percentage.</Trans>;
    case 'sizeAsCount':
      return <Trans>A number is asked for, not a size in bytes.</Trans>;
    case 'either': {
      const [first, second] = fault.readings.map((value) => exactNumberText(value, i18n.locale));
      return (
        <Trans>
          “{text}” can mean {first} or {second}: type the one that you mean.
        </Trans>
      );
    }
    case 'otherUnit': {
      const { unit } = fault;
      const value = exactNumberText(Number(fault.value.toPrecision(6)), i18n.locale);
      return (
        <Trans>
          The answer is asked for in {unit}: “{text}” would be {value} {unit}. Type the number of {unit}.
        </Trans>
      );
    }
    case 'prefixAsUnit': {
      const { unit } = fault;
      return (
        <Trans>
          The answer is asked for in {unit}, and “{text}” can mean several things: type the number of {unit}.
        </Trans>
      );
    }
  }
}
