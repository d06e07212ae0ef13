import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { brokenChoices, forgetText } from '../../browserStorage';
import { localeKey } from '../../i18n/initialLocale';
import { benchShelf } from '../../lab/bench/benchShelf';
import { experimentShelf } from '../../lab/guidelines/experimentShelf';
import { layersShelf } from '../../lab/layers/layersShelf';
import { forgetFaults, readShelf } from '../../lab/measured/shelf';
import { findBroken, type Broken } from '../../run/kept/brokenKept';
import { appWeightsUrl } from '../../run/weights/appWeightsUrl';
import { refreshKeptNetworks } from '../running/checkpoints/keptNetworksStore';
import { Button } from '../ui/Button';
import { Message } from '../ui/Message';
import { Spoken } from '../ui/Spoken';
import styles from './BrokenKept.module.css';

type Entry = Omit<Broken, 'kind'> & { readonly kind: Broken['kind'] | 'measured' | 'theme' | 'language' };

/** Names what this browser keeps and the app cannot use, each with a button to forget it. Usually renders nothing. */
export function BrokenKept() {
  const { t } = useLingui();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    let isGone = false;
    void findBroken(appWeightsUrl()).then((found) => {
      if (!isGone) setEntries([...choiceEntries(), ...brokenMeasured(), ...found]);
    });
    return () => {
      isGone = true;
    };
  }, []);
  if (entries.length === 0) return null;
  const forget = (entry: Entry) => {
    void (entry.forget?.() ?? Promise.resolve()).then(() => {
      setEntries((before) => before.filter((other) => other !== entry));
      // The pressed button is gone with its entry.
      requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
      return refreshKeptNetworks();
    });
  };
  return (
    <div className={styles.root}>
      <Message tone="warning" title={t`Some of what this browser keeps for the app cannot be used.`}>
        <p>
          <Trans>
            Everything else works. What is forgotten is fetched, measured or chosen again when it is needed.
          </Trans>
        </p>
        <ul ref={list} className={styles.entries}>
          {entries.map((entry, index) => (
            <li key={index} className={styles.entry}>
              <span className={styles.what}>
                <EntryText entry={entry} /> <span className={styles.detail}>{entry.detail}</span>
              </span>
              <Button
                look="quiet"
                icon="close"
                onPress={() => {
                  forget(entry);
                }}
              >
                {entry.forget === null ? (
                  <Trans>Dismiss</Trans>
                ) : (
                  <Trans>
                    Forget <Spoken>{entry.name}</Spoken>
                  </Trans>
                )}
              </Button>
            </li>
          ))}
        </ul>
      </Message>
    </div>
  );
}

function EntryText({ entry: { kind, name } }: { readonly entry: Entry }) {
  switch (kind) {
    case 'network':
      return <Trans>The network {name} is broken.</Trans>;
    case 'halfNetwork':
      return <Trans>The network {name} was kept only in part, and is removed.</Trans>;
    case 'copy':
      return <Trans>The copy of {name} for use without a network is broken.</Trans>;
    case 'download':
      return <Trans>The unfinished download {name} is broken.</Trans>;
    case 'kernels':
      return <Trans>The stored times of kernels are broken.</Trans>;
    case 'measured':
      return <MeasuredText page={name} />;
    case 'theme':
      return <Trans>The stored choice of light or dark cannot be read.</Trans>;
    case 'language':
      return <Trans>The stored choice of language cannot be read.</Trans>;
  }
}

/** Kept results of the pages that measure. */
function brokenMeasured(): readonly Entry[] {
  const found = [
    { name: 'layers', faults: readShelf(layersShelf).faults, forget: () => forgetFaults(layersShelf) },
    { name: 'bench', faults: readShelf(benchShelf).faults, forget: () => forgetFaults(benchShelf) },
    { name: 'guidelines', faults: readShelf(experimentShelf).faults, forget: () => forgetFaults(experimentShelf) },
  ];
  return found.flatMap(({ name, faults, forget }) => {
    const [detail] = faults;
    if (detail === undefined) return [];
    return [{ kind: 'measured' as const, name, detail, forget: () => Promise.resolve().then(forget) }];
  });
}

function MeasuredText({ page }: { readonly page: string }) {
  if (page === 'layers') return <Trans>Of the results kept by Layers, one or more cannot be read.</Trans>;
  if (page === 'bench') return <Trans>Of the results kept by Benchmark, one or more cannot be read.</Trans>;
  return <Trans>Of the results kept by Guidelines, one or more cannot be read.</Trans>;
}

function choiceEntries(): readonly Entry[] {
  return brokenChoices().map(({ key, text }) => ({
    kind: key === localeKey ? 'language' : 'theme',
    name: key,
    detail: JSON.stringify(text.slice(0, 40)),
    forget: () => {
      forgetText(key);
      return Promise.resolve();
    },
  }));
}
