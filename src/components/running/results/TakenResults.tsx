import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { networkTitle } from '../../../nets/models/networkName';
import { CopyGivenLink } from '../../ui/CopyGivenLink';
import { DownloadButton } from '../../ui/DownloadButton';
import { millisecondsText } from '../../ui/numberText';
import { QrPicture } from '../../ui/QrPicture';
import { Select } from '../../ui/Select';
import { csvFile, jsonFile } from '../../ui/textFiles';
import { countedOf, type LabResult } from '../../../lab/results/labResult';
import { resultRows, resultsJson } from '../../../lab/results/resultFiles';
import { resultLink } from '../../../lab/results/resultCode';
import styles from './TakeHome.module.css';
import { PageLink } from '../../ui/PageLink';

/** Results as files, and one of them as a link and a QR code. */
export function TakenResults({ results }: { readonly results: readonly LabResult[] }) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState(0);
  const [nickname, setNickname] = useState('');
  const named = nickname.trim() === '' ? results : results.map((each) => ({ ...each, nickname: nickname.trim() }));
  const result = named[chosen] ?? named[0];
  if (result === undefined) return null;
  const link = resultLink(result, window.location.href.replace(/[?#].*$/s, ''));
  const time = millisecondsText(result.figures.inferenceMs, i18n.locale);
  return (
    <div className={styles.taken}>
      <div className={styles.files}>
        <DownloadButton label="JSON" fileName="lab-results.json" make={() => jsonFile(resultsJson(named))} />
        <DownloadButton label="CSV" fileName="lab-results.csv" make={() => csvFile(resultRows(named))} />
      </div>
      {results.length > 1 ? (
        <Select
          label={t`Which result the link carries`}
          options={results.map((candidate, position) => ({ value: String(position), label: titleOf(candidate) }))}
          value={String(chosen)}
          onChange={(position) => {
            setChosen(Number(position));
          }}
        />
      ) : null}
      <p className={styles.text}>
        {titleOf(result)}: {t`${time} ms inference`}
      </p>
      <TextField className={styles.link} value={nickname} onChange={setNickname} maxLength={40} autoComplete="off">
        <Label>{t`Nickname, if you like: it tells equal devices apart`}</Label>
        <Input />
      </TextField>
      <TextField className={styles.link} value={link} isReadOnly>
        <Label>{t`Link to this result`}</Label>
        <Input
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </TextField>
      <CopyGivenLink link={link} />
      <QrPicture text={link} />
      <p className={styles.text}>
        <Trans>
          Another person’s <PageLink to="/collect">Collect page</PageLink> scans it with a webcam, or takes the link or
          the JSON file. Nothing is sent anywhere.
        </Trans>
      </p>
    </div>
  );
}

/** `MobileNet V2, 96 px, WebGPU` */
function titleOf(result: LabResult): string {
  const counted = countedOf(result);
  if (!counted.ok) return result.network;
  const { model, choice } = counted.value.network;
  return `${networkTitle({ model, choice })}, ${String(choice['resolution'])} px, ${result.backend}`;
}
