import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { classMapOf, type ClassMap } from '../../../nets/arithmetic/classMap';
import type { ClassLook, ClassRacer } from '../../../lab/race/lookAtClasses';
import type { Racing } from '../../../lab/race/racing';
import { runnableName, runnableTitle } from '../../../lab/networks/runnable';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { imageNetNormalisation } from '../../../run/frames/preprocess';
import { RunErrorMessage } from '../../running/faults/RunErrorMessage';
import { likeliestOf } from '../../running/inside/likeliestOf';
import { useLabelText } from '../../running/labels/useLabelText';
import { FramePicture } from '../../running/xray/FramePicture';
import { wholePercentText } from '../../ui/numberText';
import styles from './ClassMaps.module.css';
import { useClassLooks } from './useClassLooks';

type ClassMapsProps = {
  readonly session: RunSession;
  readonly status: SessionStatus;
  readonly racing: readonly Racing[];
  readonly isStill: boolean;
};

/** What feeds the chosen label of each network, over the frame that all of them see. */
export function ClassMaps({ session, status, racing, isStill }: ClassMapsProps) {
  const { t } = useLingui();
  const { racers, looks, fault } = useClassLooks(session, status, racing, isStill);
  // In an order that holds: pictures that change places cannot be compared.
  const inOrder = [...racing].sort((a, b) => runnableName(a.runnable).localeCompare(runnableName(b.runnable)));
  if (fault !== null) return <RunErrorMessage error={fault} />;
  return (
    <>
      <ul className={styles.maps} aria-label={t`Class maps`}>
        {inOrder.map(({ runnable, lane }) => {
          const network = lane?.report?.network;
          const [racer, look] = network === undefined ? [] : [racers.get(network), looks.get(network)];
          return (
            <li key={runnableName(runnable)}>
              <h3>{runnableTitle(runnable)}</h3>
              {racer !== undefined && look !== undefined ? (
                <OneMap
                  racer={racer}
                  look={look}
                  labels={lane?.report?.labels ?? null}
                  normalisation={lane?.report?.manifest ?? imageNetNormalisation}
                  title={runnableTitle(runnable)}
                />
              ) : (
                <p className={styles.empty}>
                  {racer === undefined && network !== undefined ? (
                    <Trans>This network flattens its last maps: its labels cannot be taken apart by place.</Trans>
                  ) : (
                    <Trans>Waiting</Trans>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>
        <Trans>
          Bright: what feeds the label. The sum over all places, plus a bias, is the label’s logit exactly; an
          activation between the last two layers, as in MobileNet V3, is replaced by the factor that it has on this
          frame. SqueezeNet has a map for each class, whose mean is the logit.
        </Trans>
      </p>
    </>
  );
}

type OneMapProps = {
  readonly racer: ClassRacer;
  readonly look: ClassLook;
  readonly labels: readonly string[] | null;
  readonly normalisation: Parameters<typeof FramePicture>[0]['normalisation'];
  readonly title: string;
};

function OneMap({ racer, look, labels, normalisation, title }: OneMapProps) {
  const { t, i18n } = useLingui();
  const labelText = useLabelText();
  // Null follows the first guess.
  const [chosen, choose] = useState<number | null>(null);
  const guesses = useMemo(() => likeliestOf(Float32Array.from(look.logits), 3), [look]);
  const shown = chosen ?? guesses[0]?.index ?? 0;
  const classMap = useMemo(() => classMapOf(racer.head, look.values, look.weights, shown), [racer, look, shown]);
  const nameOf = (index: number): string => {
    const label = labels?.[index] ?? t`output ${index}`;
    return labelText(label) ?? label;
  };
  const label = nameOf(shown);
  return (
    <>
      <FramePicture
        input={look.frame}
        normalisation={normalisation}
        classMap={classMap}
        label={t`${title}: what feeds ${label}`}
        point={null}
        onPoint={ignore}
      />
      <div className={styles.labels} role="group" aria-label={t`Labels of ${title}`}>
        {guesses.map(({ index, probability }) => (
          <button
            key={index}
            type="button"
            aria-pressed={shown === index}
            onClick={() => choose(chosen === index ? null : index)}
          >
            <span>{nameOf(index)}</span>
            <span>{wholePercentText(probability, i18n.locale)}</span>
          </button>
        ))}
      </div>
      <p className={styles.kind}>
        <KindText classMap={classMap} />
      </p>
    </>
  );
}

function KindText({ classMap: { kind, height, width } }: { readonly classMap: ClassMap }) {
  switch (kind) {
    case 'exact':
      return (
        <Trans>
          {height}×{width} places, exact
        </Trans>
      );
    case 'ownMap':
      return (
        <Trans>
          {height}×{width} places, the class’s own map
        </Trans>
      );
    case 'forThisFrame':
      return (
        <Trans>
          {height}×{width} places, exact for this frame
        </Trans>
      );
  }
}

function ignore(): void {
  // The picture alone; nothing follows the pointer.
}
