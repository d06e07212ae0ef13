import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, type ReactNode } from 'react';
import { late } from '../ui/late';
import styles from './Doors.module.css';
import { PageLink } from '../ui/PageLink';

// What was answered in this browser is read after the first paint.
const LearnWay = late(async () => (await import('./LearnWay')).LearnWay);

/** The three ways in: learn, run, teach. */
export function Doors() {
  const { t } = useLingui();
  return (
    <nav className={styles.doors} aria-label={t`Where to begin`}>
      <Door
        title={t`Learn`}
        way={
          <Suspense fallback={<Way to="/counting">{t`Begin with Counting`}</Way>}>
            <LearnWay />
          </Suspense>
        }
        art={<ShuffleArt />}
      >
        <Trans>Short chapters, a network each. Guess, see how far off you were, then turn the dials yourself.</Trans>
      </Door>
      <Door title={t`Run`} way={<Way to="/live">{t`Open the lab`}</Way>} art={<CameraArt />}>
        <Trans>Point your camera at something. The picture never leaves this device.</Trans>
      </Door>
      <Door title={t`Teach`} way={<Way to="/teach">{t`Plan a lesson`}</Way>} art={<BoardArt />}>
        <Trans>Plans, a screen for the wall, sheets for paper. What a class measures, you gather by QR code.</Trans>
      </Door>
    </nav>
  );
}

type DoorProps = {
  readonly title: string;
  /** The link: the card is one as a whole. */
  readonly way: ReactNode;
  readonly art: ReactNode;
  readonly children: ReactNode;
};

function Door({ title, way, art, children }: DoorProps) {
  return (
    <div className={styles.door}>
      <h2>{title}</h2>
      <p>{children}</p>
      <div className={styles.foot}>{way}</div>
      {art}
    </div>
  );
}

function Way({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <PageLink to={to} className={styles.go}>
      {children}
    </PageLink>
  );
}

function ShuffleArt() {
  const [top, bottom] = [
    [1, 1, 2, 2, 3],
    [1, 2, 1, 3, 2],
  ];
  return (
    <svg className={styles.art} viewBox="0 0 132 108" width={132} height={108} aria-hidden="true">
      <path
        className={styles.faint}
        d="M16 20V88M40 20C40 52 66 56 66 88M64 20C64 52 40 56 40 88M88 20C88 52 112 56 112 88M112 20C112 52 88 56 88 88"
      />
      {[top, bottom].map((row, at) =>
        row.map((group, place) => (
          <rect
            key={`${at} ${place}`}
            x={6 + 24 * place}
            y={8 + 78 * at}
            width={20}
            height={14}
            rx={2}
            data-group={group}
          />
        )),
      )}
    </svg>
  );
}

function CameraArt() {
  return (
    <svg className={styles.art} viewBox="0 0 88 76" width={88} height={76} aria-hidden="true">
      <path
        className={styles.faint}
        d="M2 18V6a4 4 0 0 1 4-4h12M70 2h12a4 4 0 0 1 4 4v12M86 44v12a4 4 0 0 1-4 4H70M18 60H6a4 4 0 0 1-4-4V44"
      />
      <path d="M26 24h30v14a12 12 0 0 1-12 12h-6a12 12 0 0 1-12-12zM56 28h6a6 6 0 0 1 0 14h-7" />
      <path d="M3 71h60" strokeWidth={6} strokeLinecap="round" />
    </svg>
  );
}

function BoardArt() {
  return (
    <svg className={styles.art} viewBox="0 0 88 76" width={88} height={76} aria-hidden="true">
      <path
        className={styles.faint}
        d="M6 4h76a4 4 0 0 1 4 4v42a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4zM44 54v10M28 72l16-9 16 9"
      />
      <path d="M14 42l14-14 12 8 22-22" />
      <path d="M66 34h10v10H66zM69 37h4v4h-4z" strokeWidth={1.6} />
    </svg>
  );
}
