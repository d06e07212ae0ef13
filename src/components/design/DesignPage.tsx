import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import { crossings } from '../../nets/design/budgets';
import { withRowAfter, withRowMoved } from '../../nets/design/edits';
import { limits } from '../../nets/design/fieldValues';
import { rowOf } from '../../nets/design/design';
import { rowOrigins } from '../../nets/design/rowOrigins';
import type { StartDesign } from '../../nets/design/startDesigns';
import { starts } from '../../nets/design/starts';
import { tableRows } from '../../nets/design/tableRows';
import { networkParts, type PartCost } from '../../nets/readings/networkParts';
import { NetworkStrip } from '../explain/network/NetworkStrip';
import { useCostNames } from '../explain/network/useCostNames';
import { oneOf, wholeNumber } from '../ui/address/parsers';
import { useAddress } from '../ui/address/useAddress';
import { Button } from '../ui/Button';
import { figurePlace } from '../ui/placeLink';
import { ChoiceControl } from '../ui/ChoiceControl';
import { exactNumberText } from '../ui/numberText';
import { Select } from '../ui/Select';
import { BudgetCards } from './BudgetCards';
import { DesignFiles } from './DesignFiles';
import { LostNotice, MovedNotice } from './DesignNotices';
import styles from './DesignPage.module.css';
import { HeadPanel, ImagePanel } from './EndPanel';
import { RowPanel } from './RowPanel';
import { RowTable } from './RowTable';
import { useBudgets } from './useBudgets';
import { useDesign, type Designing } from './useDesign';
import { useRowWords } from './useRowWords';
import { useSteady } from './useSteady';
import { useUndoKeys } from './useUndoKeys';

const costs = ['params', 'macs', 'memoryAccess'] as const satisfies readonly PartCost[];
const parsers = {
  row: wholeNumber(0, limits.rows + 1).withDefault(1),
  bars: oneOf(costs).withDefault('macs'),
};

/** A network of one's own: rows to edit, the picture and the costs that follow, and budgets to keep. */
export function DesignPage() {
  const { t } = useLingui();
  const designing = useDesign();
  useUndoKeys(designing);
  const { built, counted, start, startCounted, change } = designing;
  const { design } = built;
  const [{ row, bars }, setView] = useAddress(parsers);
  const [budgets, setBudget] = useBudgets();
  const names = useCostNames();
  const words = useRowWords();
  const panel = useRef<HTMLElement>(null);
  const head = design.rows.length + 1;
  const chosen = Math.min(row, head);
  const parts = useMemo(() => networkParts(counted.cost.layers), [counted]);
  const rows = useMemo(
    () => tableRows(built, counted.cost, start.design, startCounted.cost),
    [built, counted, start, startCounted],
  );
  const crossed = useMemo(
    () =>
      crossings(
        { ...counted, rows: design.rows.length },
        { ...startCounted, rows: start.design.rows.length },
        rowOrigins(design.rows, start.design.rows),
        budgets,
      ),
    [counted, startCounted, design, start, budgets],
  );
  const choose = (number: number): void => void setView({ row: number });
  const nameOf = (number: number): string => {
    const kind = design.rows[number - 1]?.kind;
    return kind === undefined ? t`Head` : t`row ${number}, ${words.kinds[kind]}`;
  };
  return (
    <article className={styles.page}>
      <DesignHead designing={designing} />
      <BudgetCards
        cost={counted.cost}
        start={{ name: start.name, cost: startCounted.cost }}
        budgets={budgets}
        crossings={crossed}
        onBudget={setBudget}
        nameOf={nameOf}
        onChoose={choose}
      />
      <LostNotice designing={designing} />
      <div className={styles.bench}>
        <div className={styles.main}>
          <NetworkStrip
            name={t`Design`}
            fileName="design"
            parts={parts}
            cost={bars}
            selected={pathOf(chosen, head)}
            onSelect={(path) => {
              choose(numberOf(path, head));
            }}
          />
          <MovedNotice designing={designing} />
          <div className={styles.heading}>
            <h2>{t`Rows`}</h2>
            <ChoiceControl
              label={t`Cost shown`}
              labelled="hidden"
              options={costs.map((cost) => ({ value: cost, label: names[cost] }))}
              value={bars}
              onChange={(cost) => void setView({ bars: cost })}
            />
            <Button
              icon="plus"
              isDisabled={design.rows.length >= limits.rows}
              onPress={() => {
                change(withRowAfter(design, design.rows.length - 1, rowOf('invertedResidual')), 'add');
                choose(head);
              }}
            >
              <Trans>Add a row</Trans>
            </Button>
          </div>
          <RowTable
            rows={rows}
            cost={bars}
            chosen={chosen}
            fileName="design-rows"
            onChoose={(number) => {
              choose(number);
              panel.current?.scrollIntoView({ block: 'nearest' });
            }}
            onMove={(number, by) => {
              change(withRowMoved(design, number - 1, number - 1 + by), 'move');
              choose(Math.min(Math.max(number + by, 1), head - 1));
            }}
          />
        </div>
        <section
          ref={panel}
          id={figurePlace('design-row')}
          className={styles.panel}
          aria-label={t`Chosen row`}
          data-screen="figure"
        >
          {chosen === 0 ? (
            <ImagePanel designing={designing} />
          ) : chosen === head ? (
            <HeadPanel designing={designing} />
          ) : (
            <RowPanel
              designing={designing}
              index={chosen - 1}
              onChoose={(index) => {
                choose(index + 1);
              }}
            />
          )}
        </section>
      </div>
    </article>
  );
}

/** What the design starts from, the way back and forth, and what can be taken away. */
function DesignHead({ designing }: { readonly designing: Designing }) {
  const { t } = useLingui();
  const { start, undo, redo, reset } = designing;
  const chooseStart = useSteady(designing.chooseStart);
  return (
    <header className={styles.head} data-opening>
      <div className={styles.title} data-opening-words>
        <h1>{t`Design`}</h1>
        <p className={styles.lede}>
          <Trans>Change the rows of a network, and see at once what they cost.</Trans>
        </p>
      </div>
      <div className={styles.tools} data-more>
        <Select
          label={t`Started from`}
          options={starts.map(({ id, name, published }) => ({
            value: id,
            label: name,
            group: published === undefined ? t`Networks of the course` : t`Larger relatives`,
          }))}
          value={start.id}
          onChange={chooseStart}
        />
        <Button isDisabled={undo === undefined} onPress={() => undo?.()}>
          <Trans>Undo</Trans>
        </Button>
        <Button isDisabled={redo === undefined} onPress={() => redo?.()}>
          <Trans>Redo</Trans>
        </Button>
        <Button icon="reset" isDisabled={reset === undefined} onPress={() => reset?.()}>
          <Trans>Reset</Trans>
        </Button>
        <DesignFiles designing={designing} />
      </div>
      {start.published === undefined ? null : <Published start={start.name} {...start.published} />}
    </header>
  );
}

/** What the source of a start prints, beside the counts of its rows. */
function Published({
  start,
  paramsMillions,
  macsMillions,
  source,
  note,
}: { readonly start: string } & NonNullable<StartDesign['published']>) {
  const { i18n } = useLingui();
  const [params, macs] = [paramsMillions, macsMillions].map((millions) => exactNumberText(millions, i18n.locale));
  const [title, reason] = [source.title, note].map((words) => i18n._(words));
  return (
    <p className={styles.published}>
      <Trans>
        Published for {start}: {params} M params and {macs} M multiply-adds (<a href={source.url}>{title}</a>; {reason}
        ).
      </Trans>
    </p>
  );
}

/** The path of a line in the picture: the image has none. */
function pathOf(number: number, head: number): string {
  return number === head ? 'classifier' : `stage${String(number)}`;
}

/** The line that a part of the picture belongs to. */
function numberOf(path: string, head: number): number {
  const [, number] = /^stage(\d+)/.exec(path) ?? [];
  return number === undefined ? head : Number(number);
}
