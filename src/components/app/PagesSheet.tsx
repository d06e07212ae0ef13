import type { Popup } from '../ui/PopupButton';
import { Sheet } from '../ui/Sheet';
import { PageList } from './PageList';
import type { Page } from './pages';

type PagesSheetProps = Popup & {
  readonly label: string;
  readonly pages: readonly Page[];
  readonly isNumbered: boolean;
};

/** The sheet of a menu of the bar: some of the pages. */
export function PagesSheet({ label, pages, isNumbered, ...popup }: PagesSheetProps) {
  return (
    <Sheet {...popup} label={label} placement="bottom start">
      <PageList
        pages={pages}
        isNumbered={isNumbered}
        onFollow={() => {
          popup.onOpenChange(false);
        }}
      />
    </Sheet>
  );
}
