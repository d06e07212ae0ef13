import { Trans, useLingui } from '@lingui/react/macro';
import { browserName } from '../../../lab/results/browserName';
import { backendName } from '../../../run/device/backendName';
import type { DeviceReport } from '../../../run/device/executor';
import { useAdapterText } from '../network/useAdapterText';
import { Message } from '../../ui/Message';
import { dateText, listText } from '../../ui/numberText';
import styles from './Measuring.module.css';

type ResultOriginProps = {
  /** ISO 8601. */
  readonly date: string;
  /** As it calls itself. */
  readonly browser: string;
  readonly devices: readonly DeviceReport[];
  /** What was measured, and how: `5 rounds`. */
  readonly settings: readonly string[];
  /** What is chosen now, where that is something else. */
  readonly chosen: readonly string[] | null;
};

/** When, on what and under which settings a result was measured, and whether something else is chosen since. */
export function ResultOrigin({ date, browser, devices, settings, chosen }: ResultOriginProps) {
  const { i18n } = useLingui();
  const adapterText = useAdapterText();
  const measured = dateText(date, i18n.locale);
  const here = browserName(browser);
  const places = listText(
    devices.map(({ backend, adapter }) => `${backendName(backend)} (${adapterText(adapter)})`),
    i18n.locale,
  );
  const taken = listText(settings, i18n.locale);
  return (
    <>
      {chosen === null ? null : <OtherSettings taken={taken} wanted={listText(chosen, i18n.locale)} />}
      <p className={styles.origin} data-origin={chosen === null ? 'current' : 'older'}>
        <Trans>
          Measured {measured}: {taken}. On {places}, in {here}.
        </Trans>
      </p>
    </>
  );
}

function OtherSettings({ taken, wanted }: { readonly taken: string; readonly wanted: string }) {
  return (
    <Message tone="warning" title={<Trans>These results were measured with other settings.</Trans>}>
      <Trans>
        Measured: {taken}. Chosen now, not measured yet: {wanted}.
      </Trans>
    </Message>
  );
}
