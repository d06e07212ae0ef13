import { useId, type ReactNode } from 'react';
import { usePlot } from './plotScales';

/** Clips its marks to the plot. */
export function Clip({ children }: { readonly children: ReactNode }) {
  const { width, height } = usePlot();
  const id = useId();
  return (
    <>
      <clipPath id={id}>
        <rect width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  );
}
