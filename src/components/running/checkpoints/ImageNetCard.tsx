import { Trans } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { Model } from '../../../nets/models/model';
import { handPublished, officialWeights } from '../../../run/official/officialWeights';
import { Sentences } from '../../ui/Sentences';
import styles from './Checkpoints.module.css';
import { HandPublishedNote } from './HandPublishedNote';
import { JobStatus } from './JobStatus';
import { OfficialEntries } from './OfficialEntries';
import { OpenCheckpoint } from './OpenCheckpoint';
import { shippedWeights } from './shippedWeights';
import { useCheckpointJob } from './useCheckpointJob';
import { useKeepingAddress } from '../../ui/address/keptQuery';
import { PageLink } from '../../ui/PageLink';

/**
 * Offers ImageNet weights on the card of a network outside the lab. Once they are downloaded, the lab opens and runs
 * them.
 */
export function ImageNetCard({ model }: { readonly model: Model }) {
  const { id: net, name } = model;
  const navigate = useNavigate();
  const keeping = useKeepingAddress();
  const desk = useCheckpointJob((name) => void navigate(keeping(labAddress(name))));
  const entries = officialWeights.filter((entry) => entry.net === net && entry.name !== shippedWeights[net]);
  const byHand = handPublished.find((entry) => entry.net === net);
  const included = shippedWeights[net];
  if (entries.length === 0 && byHand === undefined && included === undefined) return null;
  const hasFailed = desk.job?.outcome?.ok === false;
  return (
    <section className={styles.card}>
      <h2>
        <Trans>ImageNet weights</Trans>
      </h2>
      {included === undefined ? null : (
        <p className={styles.note}>
          <Sentences>
            <Trans>Its weights come with the app.</Trans>
            <PageLink to={labAddress(included)}>
              <Trans>Run it on Live</Trans>
            </PageLink>
          </Sentences>
        </p>
      )}
      {entries.length === 0 ? null : (
        <p className={styles.note}>
          <Trans>
            Trained by the publishers on 1,000 classes. Once fetched, the network stays in this browser and runs on
            Live.
          </Trans>
        </p>
      )}
      {byHand === undefined ? null : <HandPublishedNote {...byHand} />}
      {hasFailed || byHand !== undefined ? <OpenCheckpoint desk={desk} /> : null}
      <JobStatus desk={desk} at="button" />
      {entries.length === 0 ? null : <OfficialEntries entries={entries} chosen={null} desk={desk} within={name} />}
    </section>
  );
}

function labAddress(name: string): string {
  return `/live?net=${name}`;
}
