import { Trans, useLingui } from '@lingui/react/macro';
import type { NamedNetwork } from '../../nets/models/networkName';
import type { PublishedFigure } from '../../nets/papers/publishedFigure';
import { publishedFor } from '../../nets/papers/publishedFor';
import { numberFormat } from '../ui/numberText';
import { SourceLink } from '../explain/page/SourceLink';
import styles from './PublishedFigures.module.css';

/** The figures that papers and model pages print for exactly these options, with their sources. */
export function PublishedFigures({ network }: { readonly network: NamedNetwork }) {
  const { t } = useLingui();
  const figures = publishedFor(network);
  return (
    <section className={styles.root}>
      <h2>{t`Published`}</h2>
      {figures.length === 0 ? (
        <p className={styles.note}>
          <Trans>No source in this app prints figures for exactly these options.</Trans>
        </p>
      ) : (
        <ul className={styles.figures}>
          {figures.map((figure) => (
            <PublishedEntry key={figure.sources.map(({ title }) => title).join()} figure={figure} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PublishedEntry({ figure }: { readonly figure: PublishedFigure }) {
  const { i18n, t } = useLingui();
  const number = numberFormat(i18n.locale, { maximumSignificantDigits: 9 });
  const { paramsMillions, macsMillions, top1, top5 } = figure;
  const parts = [
    paramsMillions === undefined ? undefined : t`${number.format(paramsMillions)} M params`,
    macsMillions === undefined ? undefined : t`${number.format(macsMillions)} M multiply-adds`,
    top1 === undefined ? undefined : t`top-1 ${number.format(top1)}%`,
    top5 === undefined ? undefined : t`top-5 ${number.format(top5)}%`,
  ];
  return (
    <li>
      {parts.filter((part) => part !== undefined).join(', ')}
      <span className={styles.note}>
        {figure.sources.map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
        {figure.note === undefined ? null : <span>{i18n._(figure.note)}</span>}
      </span>
    </li>
  );
}
