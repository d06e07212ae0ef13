import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { Sized } from '../../ui/Sized';
import styles from './Opening.module.css';
import { useOnePass } from './useOnePass';

type OpeningProps = {
  /** What the picture shows, as a finding. */
  readonly title: string;
  /** Length of the pass, under 4000. */
  readonly durationMs: number;
  /** One `<svg role="img">`, drawn for a share of the pass, 0 to 1, and a width in px. Its height follows from the width alone. */
  readonly children: (progress: number, widthPx: number) => ReactNode;
};

/**
 * The picture that opens a chapter. It moves once when the page opens, along the data's own path, and again on request; where
 * motion is reduced, and on paper, its end shows at once.
 */
export function Opening({ title, durationMs, children }: OpeningProps) {
  const { progress, play } = useOnePass(durationMs);
  return (
    <figure>
      <div className={styles.head}>
        <span className={styles.title} data-screen-title>
          {title}
        </span>
        {play === undefined ? null : (
          <Button look="quiet" icon="reset" onPress={play}>
            <Trans>Play again</Trans>
          </Button>
        )}
      </div>
      <Sized>{(widthPx) => children(progress, widthPx)}</Sized>
    </figure>
  );
}
