import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { publishedFor } from '../../../nets/papers/publishedFor';
import { costOf } from '../../../nets/readings/cost';
import type { Accuracy } from '../../../run/weights/manifest';
import { exactNumberText, percentText, shortNumberText } from '../../ui/numberText';
import { SourceLink } from '../../explain/page/SourceLink';
import { Sentences } from '../../ui/Sentences';
import styles from './WeightsText.module.css';
import type { Runnable } from '../../../lab/networks/runnable';

/** The cost of the chosen network and the accuracy of its weights, or a note that it has none. */
export function WeightsText({ chosen }: { readonly chosen: Runnable }) {
  const resolution = Number(chosen.network.choice['resolution']);
  if (chosen.manifest === null) {
    return (
      <>
        <p className={styles.text}>
          <Trans>It runs on random weights: the work is the same, but its labels would mean nothing.</Trans>
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
        {params} params; per image, {macs} multiply-adds and {memoryAccess} elements of memory access.
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
        It reads {resolution} × {resolution} pixels. Its accuracy has not been measured.
      </Trans>
    );
  }
  const top1 = percentText(published / 100, i18n.locale);
  const source = publishedFor(chosen.network).find((figure) => figure.top1 === published)?.sources[0];
  if (source === undefined) {
    return (
      <Trans>
        It reads {resolution} × {resolution} pixels. Published top-1 accuracy on ImageNet’s validation images: {top1}.
      </Trans>
    );
  }
  return (
    <Trans>
      It reads {resolution} × {resolution} pixels. Published top-1 accuracy on ImageNet’s validation images: {top1} (
      <SourceLink source={source} />
      ).
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
    <Sentences>
      <Trans>
        It reads {resolution} × {resolution} pixels.
      </Trans>
      {resolution === ownResolution ? (
        <Trans>
          On {images} unseen pictures, its top-1 accuracy is <strong>{top1}</strong> and its top-5 accuracy{' '}
          <strong>{top5}</strong>.
        </Trans>
      ) : (
        <Trans>
          It was trained for {ownResolution} × {ownResolution}; at that size, top-1 accuracy on {images} unseen pictures
          is <strong>{top1}</strong> and top-5 accuracy <strong>{top5}</strong>.
        </Trans>
      )}
    </Sentences>
  );
}
