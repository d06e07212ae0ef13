import { Trans, useLingui } from '@lingui/react/macro';
import type { FrameSource } from '../../../run/frames/frameSource';
import { Message } from '../../ui/Message';
import { useDismissal } from '../../ui/useDismissal';
import type { LeftFiles } from './useGivenFiles';
import { Sentences } from '../../ui/Sentences';

type PictureNotesProps = { readonly source: FrameSource | null; readonly leftFiles: LeftFiles | null };

/** What is to be known of the picture that shows: that parts are missing, or that other files were given with it. */
export function PictureNotes({ source, leftFiles }: PictureNotesProps) {
  return (
    <>
      <DamagedNote source={source?.isDamaged === true ? source : null} />
      <LeftNote leftFiles={leftFiles} />
    </>
  );
}

/** @param source null unless it is damaged */
function DamagedNote({ source }: { readonly source: FrameSource | null }) {
  const { t } = useLingui();
  const { isShown, dismiss } = useDismissal(source);
  if (source === null || !isShown) return null;
  const { name } = source;
  return (
    <Message tone="warning" title={t`${name} is damaged or incomplete.`} onDismiss={dismiss}>
      <Trans>The readable part is shown; the network sees the same gaps.</Trans>
    </Message>
  );
}

function LeftNote({ leftFiles }: Pick<PictureNotesProps, 'leftFiles'>) {
  const { t, i18n } = useLingui();
  const { isShown, dismiss } = useDismissal(leftFiles);
  if (leftFiles === null || !isShown) return null;
  const { picture, left, weights } = leftFiles;
  const list = new Intl.ListFormat(i18n.locale);
  const [shown, others] = [picture?.name ?? '', list.format(left.map(({ name }) => name))];
  const weightNames = list.format(weights.map(({ name }) => name));
  return (
    <Message tone="warning" title={t`Some files were not used.`} onDismiss={dismiss}>
      <Sentences>
        {left.length === 0 ? null : (
          <Trans>
            Only one picture shows at a time: {shown}. Not used: {others}.
          </Trans>
        )}
        {weights.length === 0 ? null : (
          <Trans>{weightNames}: open weights on the Live page; the network can then be chosen here.</Trans>
        )}
      </Sentences>
    </Message>
  );
}
