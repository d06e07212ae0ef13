import { Trans, useLingui } from '@lingui/react/macro';
import { useAnswersHidden } from '../explain/lesson/useAnswersHidden';
import { Button } from '../ui/Button';
import styles from './Notice.module.css';

/** Says that the address hides the answers, and shows them again on all pages. */
export function HiddenAnswers({ onShow }: { readonly onShow: () => void }) {
  const { t } = useLingui();
  const [, hide] = useAnswersHidden();
  return (
    <section className={styles.notice} aria-label={t`Answers`}>
      <div className={styles.inner}>
        <p>
          <Trans>This link hides the answers, in the whole course.</Trans>
        </p>
        <Button
          look="quiet"
          onPress={() => {
            hide(false);
            onShow();
          }}
        >
          <Trans>Show the answers</Trans>
        </Button>
      </div>
    </section>
  );
}
