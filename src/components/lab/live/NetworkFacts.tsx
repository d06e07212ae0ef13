import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { costOf } from '../../../nets/readings/cost';
import { classNamingOf } from '../../../run/checkpoint/classNames';
import type { Manifest } from '../../../run/weights/manifest';
import type { Runnable } from '../../../lab/networks/runnable';
import { Term } from '../../explain/glossary/Term';
import { exactNumberText, percentText, shortNumberText } from '../../ui/numberText';
import styles from './NetworkLine.module.css';

/** One line about the network that runs: what it tells apart, how often it is right, and what a picture costs. */
export function NetworkFacts({ runnable }: { readonly runnable: Runnable }) {
  const { i18n } = useLingui();
  const { model, choice } = runnable.network;
  const graph = useMemo(() => model.build(choice), [model, choice]);
  const about = useAbout()(runnable);
  const macs = graph.ok ? shortNumberText(costOf(graph.value).macs, i18n.locale) : null;
  return (
    <p className={styles.facts}>
      {macs === null ? (
        about
      ) : (
        <Trans>
          {about} {macs} <Term of="macs">multiply-adds</Term> per image.
        </Trans>
      )}
    </p>
  );
}

function useAbout(): (runnable: Runnable) => string {
  const { t, i18n } = useLingui();
  return ({ network: { choice }, manifest }) => {
    if (manifest === null) return t`Random weights: only the latency means something.`;
    const count = Number(choice['classes'] ?? 1000);
    const classes = exactNumberText(count, i18n.locale);
    const share = shareOf(manifest);
    if (share === null) return t`${classes} classes; accuracy not measured.`;
    const right = percentText(share, i18n.locale);
    const [own, here] = [manifest.resolution, Number(choice['resolution'])];
    if (own !== here) return t`${classes} classes; ${right} correct at ${own} px, here running at ${here} px.`;
    return classNamingOf(count) === 'everyday'
      ? t`${classes} everyday objects; ${right} correct on unseen photos.`
      : t`${classes} classes; ${right} correct on ImageNet.`;
  };
}

/** How often the likeliest label is right, as measured here or as published; null where nobody says. */
function shareOf({ accuracy, publishedTop1 }: Manifest): number | null {
  if (accuracy !== null) return accuracy.top1;
  return publishedTop1 === undefined ? null : publishedTop1 / 100;
}
