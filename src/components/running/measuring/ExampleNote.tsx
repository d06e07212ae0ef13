import { Trans, useLingui } from '@lingui/react/macro';
import { browserName } from '../../../lab/results/browserName';
import { backendName } from '../../../run/device/backendName';
import type { DeviceReport } from '../../../run/device/executor';
import { useAdapterText } from '../network/useAdapterText';
import { Message } from '../../ui/Message';
import { dateText, listText } from '../../ui/numberText';

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

/** Over a stored example: that it is one, where it was measured, and that the reader's own result replaces it. */
export function ExampleNote({ processor, device, date, browser, settings }: ExampleNoteProps) {
  const { i18n } = useLingui();
  const adapterText = useAdapterText();
  const measured = dateText(date, i18n.locale);
  const place = `${backendName(device.backend)} (${adapterText(device.adapter)})`;
  const here = browserName(browser);
  const taken = listText(settings, i18n.locale);
  return (
    <div data-origin="example">
      <Message tone="note" title={<Trans>This is an example, not your device.</Trans>}>
        <Trans>
          Measured {measured} on another computer: {processor}, {place}, {here}; {taken}. Yours replaces it.
        </Trans>
      </Message>
    </div>
  );
}
