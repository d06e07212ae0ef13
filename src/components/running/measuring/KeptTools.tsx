import { Plural, Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import type { KeptResults } from '../../../lab/measured/keptResults';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import styles from './Measuring.module.css';

/** Clears the kept results of a page, and brings them back; says where the browser keeps none. */
export function KeptTools({ kept }: { readonly kept: Omit<KeptResults<unknown>, 'add'> }) {
  const root = useRef<HTMLDivElement>(null);
  const [count, clearedCount] = [kept.results.length, kept.cleared.length];
  // The pressed button is gone with what it did.
  const focusNext = () => requestAnimationFrame(() => root.current?.querySelector('button')?.focus());
  return (
    <div ref={root} className={styles.kept}>
      {kept.isStored || count === 0 ? null : (
        <Message tone="warning" title={<Trans>This browser does not keep these results.</Trans>}>
          <Trans>They are lost when you leave or reload this page: save them as a file first.</Trans>
        </Message>
      )}
      {clearedCount === 0 ? null : (
        <Message
          tone="note"
          actions={
            <Button
              icon="reset"
              onPress={() => {
                kept.undo();
                focusNext();
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          }
        >
          <Plural value={clearedCount} one="# result was cleared." other="# results were cleared." />
        </Message>
      )}
      {count === 0 ? null : (
        <div>
          <Button
            look="quiet"
            icon="close"
            onPress={() => {
              kept.clear();
              focusNext();
            }}
          >
            <Plural value={count} one="Clear the result kept here" other="Clear the # results kept here" />
          </Button>
        </div>
      )}
    </div>
  );
}
