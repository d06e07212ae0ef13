import { Suspense, useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { late } from '../../ui/late';
import type { Panel as PanelComponent } from './Panel';

// What panels hold comes with the first press.
const Panel = late(async () => (await import('./Panel')).Panel);

type PanelButtonProps = Pick<ComponentProps<typeof PanelComponent>, 'label' | 'placement' | 'children'> & {
  readonly className: string;
  /** What the button shows. */
  readonly button: ReactNode;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** A button that opens a panel and closes it again. */
export function PanelButton({ className, button, isOpen, onOpenChange, ...panel }: PanelButtonProps) {
  const [element, setElement] = useState<HTMLButtonElement | null>(null);
  const trigger = useMemo(() => ({ current: element }), [element]);
  return (
    <>
      <Button
        ref={setElement}
        className={className}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => {
          onOpenChange(!isOpen);
        }}
      >
        {button}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <Panel
            {...panel}
            trigger={trigger}
            onClose={() => {
              onOpenChange(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
