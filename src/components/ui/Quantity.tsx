import { useLingui } from '@lingui/react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { exactNumberText, shortNumberText } from './numberText';
import styles from './Quantity.module.css';

type QuantityProps = {
  readonly value: number;
  /** What is counted, already in the page's language: `MACs`. */
  readonly unit?: string;
  /** `plain` shows the exact value to the mouse only: in a table every number would be a tab stop. */
  readonly stops?: 'tab' | 'plain';
};

/** A short number, `301 M`, that shows all its digits on hover or focus; a ratio, which has no last digit, is short only. */
export function Quantity({ value, unit, stops = 'tab' }: QuantityProps) {
  const { i18n } = useLingui();
  const short = shortNumberText(value, i18n.locale);
  const exact = exactNumberText(value, i18n.locale);
  const suffix = unit === undefined ? '' : ` ${unit}`;
  if (short === exact || !Number.isInteger(value)) return <span className={styles.quantity}>{short + suffix}</span>;
  if (stops === 'plain') {
    return (
      <span className={styles.quantity} title={exact + suffix}>
        {short + suffix}
      </span>
    );
  }
  return (
    <TooltipTrigger delay={150} closeDelay={0}>
      <Focusable>
        <span role="button" className={styles.exact} aria-label={exact + suffix}>
          {short + suffix}
        </span>
      </Focusable>
      <Tooltip className={styles.tooltip} offset={6}>
        {exact + suffix}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Formats a number of a table column. */
export function quantity(value: number) {
  return <Quantity value={value} stops="plain" />;
}
