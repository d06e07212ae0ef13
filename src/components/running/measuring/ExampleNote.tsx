import { Trans, useLingui } from '@lingui/react/macro';
import { browserName } from '../../../lab/results/browserName';
import { backendName } from '../../../run/device/backendName';
import type { DeviceReport } from '../../../run/device/executor';
import { useAdapterText } from '../network/useAdapterText';
import { dateText, keptTogether, listText } from '../../ui/numberText';
import { Sentences } from '../../ui/Sentences';
import styles from './Measuring.module.css';

type ExampleNoteProps = {
  /** `AMD EPYC, 2 cores, 25 GB` */
  readonly processor: string;
  readonly device: DeviceReport;
  /** ISO 8601. */
  readonly date: string;
  /** As it calls itself. */
  readonly browser: string;
  /** What was measured, and how: `5 rounds`. */
  readonly settings: readonly string[];
};

/** Beside the button that measures: that what shows is an example, where it was measured, and that the reader's own result replaces it. */
export function ExampleNote({ processor: named, device, date, browser, settings }: ExampleNoteProps) {
  const { i18n } = useLingui();
  const adapterText = useAdapterText();
  const measured = dateText(date, i18n.locale);
  const place = `${backendName(device.backend)} (${adapterText(device.adapter)})`;
  const here = browserName(browser);
  const taken = listText(settings, i18n.locale);
  const processor = keptTogether(useProcessorText()(named));
  return (
    <p className={styles.example} data-origin="example" role="status">
      <Sentences>
        <strong>
          <Trans>This is an example, not your device.</Trans>
        </strong>
        <Trans>
          Measured {measured} on another computer: {processor}, {place}, {here}; {taken}. Yours replaces it.
        </Trans>
      </Sentences>
    </p>
  );
}

/** A processor in the page's language. */
function useProcessorText(): (named: string) => string {
  const { t, i18n } = useLingui();
  return (named) => {
    const parts = named.split(', ').map((part) => {
      const cores = /^(\d+) cores$/.exec(part)?.[1];
      return cores === undefined ? part : t`${cores} cores`;
    });
    return listText(parts, i18n.locale);
  };
}
