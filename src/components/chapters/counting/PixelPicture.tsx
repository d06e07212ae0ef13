import { useLayoutEffect, useRef } from 'react';

type PixelPictureProps = {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. Keep the same array while the picture is the same. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly className?: string | undefined;
  readonly style?: React.CSSProperties;
};

/** Pixels as squares; what it shows is said beside it. */
export function PixelPicture({ width, height, data, className, style }: PixelPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  }, [data, width, height]);
  return <canvas ref={canvas} className={className} style={style} width={width} height={height} aria-hidden="true" />;
}
