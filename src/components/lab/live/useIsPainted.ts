import { useEffect, useState } from 'react';

/** False until the component has been painted once. Deferring work until then keeps the first paint fast. */
export function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // The browser paints after the frame's callbacks; a timeout runs after that.
      timer = setTimeout(() => {
        setIsPainted(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
