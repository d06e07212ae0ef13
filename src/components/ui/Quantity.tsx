import { useLingui } from '@lingui/react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { exactNumberText, shortNumberText } from './numberText';
import styles from './Quantity.module.css';

type QuantityProps = {
  readonly value: number;
  /** What is counted, already in the page's language: `MACs`. */
  readonly unit?: string;
  /** `plain` shows the exact value only to the mouse: for tables, where every number would be a tab stop. */
  readonly stops?: 'tab' | 'plain';
};

/** A number short enough to compare, `301 M`, whose every digit shows when it is pointed at or focused. */
export function Quantity({ value, unit, stops = 'tab' }: QuantityProps) {
  const { i18n } = useLingui();
  const short = shortNumberText(value, i18n.locale);
  const exact = exactNumberText(value, i18n.locale);
  const behind = unit === undefined ? '' : ` ${unit}`;
  if (short === exact) return <span className={styles.quantity}>{short + behind}</span>;
  if (stops === 'plain') {
    return (
      <span className={styles.quantity} title={exact + behind}>
        {short + behind}
      </span>
    );
  }
  return (
    <TooltipTrigger delay={150} closeDelay={0}>
      <Focusable>
        <span role="button" className={styles.exact} aria-label={exact + behind}>
          {short + behind}
        </span>
      </Focusable>
      <Tooltip className={styles.tooltip} offset={6}>
        {exact + behind}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A number in a column of quantities. */
export function quantity(value: number) {
  return <Quantity value={value} stops="plain" />;
}
