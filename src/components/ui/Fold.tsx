import { Suspense, useState, type ReactNode } from 'react';

type FoldProps = {
  readonly className: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
};

/** A collapsible part of a page. It renders only when open, so a lazy component inside downloads then. */
export function Fold({ className, summary, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={className}
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {isOpen ? <Suspense fallback={null}>{children}</Suspense> : null}
    </details>
  );
}
