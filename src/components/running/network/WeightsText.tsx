import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { publishedFor } from '../../../nets/papers/publishedFor';
import { costOf } from '../../../nets/readings/cost';
import type { Accuracy } from '../../../run/weights/manifest';
import { exactNumberText, percentText, shortNumberText } from '../../ui/numberText';
import { SourceLink } from '../../explain/page/SourceLink';
import styles from './WeightsText.module.css';
import type { Runnable } from '../../../lab/networks/runnable';

/** The cost of the chosen network and the accuracy of its weights, or a note that it has none. */
export function WeightsText({ chosen }: { readonly chosen: Runnable }) {
  const resolution = Number(chosen.network.choice['resolution']);
  if (chosen.manifest === null) {
    return (
      <>
        <p className={styles.text}>
          <Trans>It runs on random weights: the device has the same work, but the names would mean nothing.</Trans>
        </p>
        <CostText chosen={chosen} />
      </>
    );
  }
  const { accuracy, source, license, resolution: ownResolution } = chosen.manifest;
  return (
    <>
      <p className={styles.text}>
        {accuracy === null ? (
          <PublishedAccuracy chosen={chosen} resolution={resolution} />
        ) : (
          <AccuracyText accuracy={accuracy} resolution={resolution} ownResolution={ownResolution} />
        )}
      </p>
      <CostText chosen={chosen} />
      <details className={styles.source}>
        <summary>
          <Trans>Where the weights come from</Trans>
        </summary>
        <p lang="en">{source}</p>
        {accuracy === null ? null : <p lang="en">{accuracy.set}</p>}
        <p lang="en">{license}</p>
      </details>
    </>
  );
}

/** Params, multiply-adds and memory access of the graph that runs. */
function CostText({ chosen }: { readonly chosen: Runnable }) {
  const { i18n } = useLingui();
  const { model, choice } = chosen.network;
  const graph = useMemo(() => model.build(choice), [model, choice]);
  if (!graph.ok) return null;
  const cost = costOf(graph.value);
  const [params, macs, memoryAccess] = [cost.params, cost.macs, cost.memoryAccess].map((figure) =>
    shortNumberText(figure, i18n.locale),
  );
  return (
    <p className={styles.text}>
      <Trans>
        {params} params, {macs} multiply-adds and {memoryAccess} elements of memory access a picture.
      </Trans>
    </p>
  );
}

/** The accuracy that the publisher of these weights reports; it was not measured here. */
function PublishedAccuracy({ chosen, resolution }: { readonly chosen: Runnable; readonly resolution: number }) {
  const { i18n } = useLingui();
  const published = chosen.manifest?.publishedTop1;
  if (published === undefined) {
    return (
      <Trans>
        It reads {resolution} × {resolution} pixels. Nobody has measured how often it is right.
      </Trans>
    );
  }
  const top1 = percentText(published / 100, i18n.locale);
  const source = publishedFor(chosen.network).find((figure) => figure.top1 === published)?.sources[0];
  if (source === undefined) {
    return (
      <Trans>
        It reads {resolution} × {resolution} pixels. It was published as right on {top1} of ImageNet’s validation
        images.
      </Trans>
    );
  }
  return (
    <Trans>
      It reads {resolution} × {resolution} pixels. It was published as right on {top1} of ImageNet’s validation images:{' '}
      <SourceLink source={source} />.
    </Trans>
  );
}

function AccuracyText({
  accuracy,
  resolution,
  ownResolution,
}: {
  readonly accuracy: Accuracy;
  readonly resolution: number;
  readonly ownResolution: number;
}) {
  const { i18n } = useLingui();
  const images = exactNumberText(accuracy.images, i18n.locale);
  const top1 = percentText(accuracy.top1, i18n.locale);
  const top5 = percentText(accuracy.top5, i18n.locale);
  return (
    <>
      <Trans>
        It reads {resolution} × {resolution} pixels.
      </Trans>{' '}
      {resolution === ownResolution ? (
        <Trans>
          Of {images} pictures it had never seen, it named <strong>{top1}</strong> right; for <strong>{top5}</strong>{' '}
          the right name was among its five best.
        </Trans>
      ) : (
        <Trans>
          It was trained for {ownResolution} × {ownResolution}, where it named <strong>{top1}</strong> of {images}{' '}
          pictures right, and <strong>{top5}</strong> within its five best.
        </Trans>
      )}
    </>
  );
}
