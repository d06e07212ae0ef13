import { Trans, useLingui } from '@lingui/react/macro';
import type { NamedNetwork } from '../../nets/models/networkName';
import type { PublishedFigure } from '../../nets/papers/publishedFigure';
import { publishedFor } from '../../nets/papers/publishedFor';
import { listText, numberFormat, percentText } from '../ui/numberText';
import { SourceLink } from '../explain/page/SourceLink';
import styles from './PublishedFigures.module.css';

/** The figures that papers and model pages print for exactly these options, with their sources. */
export function PublishedFigures({ network }: { readonly network: NamedNetwork }) {
  const { t } = useLingui();
  const figures = publishedFor(network);
  return (
    <section className={styles.root}>
      <h2>{t`As published`}</h2>
      {figures.length === 0 ? (
        <p className={styles.note}>
          <Trans>No published figures for exactly these options.</Trans>
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
  const counted = (millions: number): string => printedText(millions, i18n.locale);
  const percent = (value: number): string => percentText(value / 100, i18n.locale);
  const { paramsMillions, macsMillions, top1, top5, sources, note } = figure;
  const accuracies = [
    top1 === undefined ? [] : t`${percent(top1)} top-1`,
    top5 === undefined ? [] : t`${percent(top5)} top-5`,
  ].flat();
  const costs = [
    paramsMillions === undefined ? [] : t`${counted(paramsMillions)} params`,
    macsMillions === undefined ? [] : t`${counted(macsMillions)} multiply-adds`,
  ].flat();
  return (
    <li>
      {accuracies.length === 0 ? null : <b>{listText(accuracies, i18n.locale)}</b>}
      <span className={styles.costs}>{listText(costs, i18n.locale)}</span>
      <span className={styles.sources}>
        {sources.map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
      </span>
      {note === undefined ? null : <span className={styles.note}>{i18n._(note)}</span>}
    </li>
  );
}

/** A number of millions as it is printed, to at most three significant digits: `3.4 M`, `3.50 M`, `15.5 G`. */
function printedText(millions: number, locale: string): string {
  const digits = Math.min(3, String(millions).replace(/\D|^0/g, '').length);
  const number = numberFormat(locale, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });
  return millions >= 1000 ? `${number.format(millions / 1000)} G` : `${number.format(millions)} M`;
}
