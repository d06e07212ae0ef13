import { Trans, useLingui } from '@lingui/react/macro';
import type { Pixel, Term } from '../../../nets/arithmetic/pixel';
import { fixedText } from '../../ui/numberText';
import { KernelPicture } from './KernelPicture';
import styles from './Products.module.css';

type ProductsProps = {
  readonly pixel: Pixel;
  readonly kernel: readonly [height: number, width: number];
  /** Products beyond are pale. */
  readonly upTo: number;
  /** Names an input channel, where it has a name. */
  readonly nameOf?: (channel: number) => string;
  /** The side of a cell, px. */
  readonly cell?: number;
};

/** More channels than these are listed by what they add. */
const inFull = 3;
const listed = 12;

/** What one value is computed from: the values under the kernel, the weights, and their products. */
export function Products({ pixel, kernel, upTo, nameOf, cell }: ProductsProps) {
  const area = kernel[0] * kernel[1];
  const channels = channelsOf(pixel);
  const isFull = channels.length <= inFull && area <= 25;
  return isFull ? (
    <InFull channels={channels} kernel={kernel} upTo={upTo} nameOf={nameOf} wishedCell={cell} />
  ) : (
    <ByChannel channels={channels} area={area} upTo={upTo} />
  );
}

type Channel = { readonly channel: number; readonly first: number; readonly terms: readonly Term[] };

function InFull({
  channels,
  kernel,
  upTo,
  nameOf,
  wishedCell,
}: {
  readonly channels: readonly Channel[];
  readonly kernel: readonly [number, number];
  readonly upTo: number;
  readonly nameOf: ProductsProps['nameOf'];
  readonly wishedCell: number | undefined;
}) {
  const { t, i18n } = useLingui();
  const all = channels.flatMap(({ terms }) => terms);
  const limitOf = (of: (term: Term) => number): number =>
    all.reduce((most, term) => Math.max(most, Math.abs(of(term))), 0);
  const rows = [
    { name: t`values`, of: (term: Term) => term.value },
    { name: t`× weights`, of: (term: Term) => term.weight },
    { name: t`= products`, of: (term: Term) => term.value * term.weight },
  ];
  const isOne = channels.length === 1 && wishedCell === undefined;
  const cell = wishedCell ?? (kernel[1] > 3 ? 40 : isOne ? 60 : 52);
  const pictures = rows.map(({ name, of }, row) =>
    channels.map(({ channel, first, terms }) => (
      <KernelPicture
        key={`${name} ${String(channel)}`}
        values={terms.map(of)}
        size={kernel}
        limit={limitOf(of)}
        label={`${name}: ${terms.map((term) => fixedText(of(term), i18n.locale, 3)).join(' ')}`}
        cell={cell}
        cellHeight={isOne ? 40 : 26}
        upTo={row === 2 ? upTo - first : Infinity}
        {...(row === 1 ? {} : { outside: terms.map(({ isPadding }) => isPadding) })}
      />
    )),
  );
  // Of one channel, the three stand beside each other, as they are multiplied.
  if (isOne) {
    return (
      <div className={styles.one}>
        {rows.map(({ name }, row) => (
          <div key={name}>
            <span className={styles.channel}>{name}</span>
            {pictures[row]}
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.scroller} role="group" aria-label={t`Products by input channel`} tabIndex={0}>
      <div className={styles.full} style={{ gridTemplateColumns: `auto repeat(${String(channels.length)}, auto)` }}>
        <span />
        {channels.map(({ channel }) => (
          <span key={channel} className={styles.channel}>
            {nameOf === undefined ? <Trans>channel {channel}</Trans> : nameOf(channel)}
          </span>
        ))}
        {rows.map(({ name }, row) => [
          <span key={name} className={styles.name}>
            {name}
          </span>,
          pictures[row],
        ])}
      </div>
    </div>
  );
}

function ByChannel({
  channels,
  area,
  upTo,
}: {
  readonly channels: readonly Channel[];
  readonly area: number;
  readonly upTo: number;
}) {
  const { t, i18n } = useLingui();
  const addedBy = (terms: readonly Term[]): number => terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
  const ranked = [...channels].sort((a, b) => Math.abs(addedBy(b.terms)) - Math.abs(addedBy(a.terms)));
  const shown = ranked.slice(0, listed).sort((a, b) => a.first - b.first);
  const others = ranked.slice(listed);
  const text = (value: number): string => fixedText(value, i18n.locale, 3);
  return (
    <table className={styles.list} aria-label={t`Products by input channel`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>input channel</Trans>
          </th>
          {area === 1 ? (
            <>
              <th scope="col">
                <Trans>value</Trans>
              </th>
              <th scope="col">
                <Trans>× weight</Trans>
              </th>
            </>
          ) : null}
          <th scope="col">{area === 1 ? <Trans>= product</Trans> : <Trans>sum of its {area} products</Trans>}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ channel, first, terms }) => (
          <tr key={channel} data-pale={first >= upTo}>
            <th scope="row">{channel}</th>
            {area === 1 ? (
              <>
                <td>{text(terms[0]?.value ?? 0)}</td>
                <td>{text(terms[0]?.weight ?? 0)}</td>
              </>
            ) : null}
            <td>{text(addedBy(terms))}</td>
          </tr>
        ))}
        {others.length === 0 ? null : (
          <tr>
            <th scope="row" colSpan={area === 1 ? 3 : 1}>
              <Trans>{others.length} more channels</Trans>
            </th>
            <td>{text(others.reduce((sum, { terms }) => sum + addedBy(terms), 0))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The terms of each input channel, which follow each other. */
function channelsOf({ terms }: Pixel): readonly Channel[] {
  const channels: { channel: number; first: number; terms: Term[] }[] = [];
  for (const [at, term] of terms.entries()) {
    const last = channels.at(-1);
    if (last?.channel === term.channel) last.terms.push(term);
    else channels.push({ channel: term.channel, first: at, terms: [term] });
  }
  return channels;
}
