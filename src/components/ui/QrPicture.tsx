import { useLingui } from '@lingui/react/macro';
import encodeQR from 'qr';
import styles from './QrPicture.module.css';

/** What the largest code holds at the lowest correction, in bytes of UTF-8. */
const maxBytes = 2953;

/** Beyond this many modules a side, a phone reads the code only from near. */
const denseModules = 89;

type QrPictureProps = {
  readonly text: string;
  /** What it leads to; `link` if undefined. */
  readonly name?: string;
};

/** Always black on white, with the quiet zone that scanners need. A text that no code holds is told instead. */
export function QrPicture({ text, name }: QrPictureProps) {
  const { t } = useLingui();
  const drawing = qrDrawing(text);
  if (drawing === null) {
    return <p className={styles.says}>{t`This link is too long for a QR code: copy it, or save it as a file.`}</p>;
  }
  const { size, path } = drawing;
  return (
    <div className={styles.root}>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={name ?? t`QR code of the link`}
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      {size > denseModules ? (
        <p className={styles.says}>{t`A long link makes a fine code: hold the phone close, or enlarge it.`}</p>
      ) : null}
    </div>
  );
}

/** A code as a path of unit squares, or null for a text that is longer than the largest code holds. */
function qrDrawing(text: string): { readonly size: number; readonly path: string } | null {
  if (new TextEncoder().encode(text).length > maxBytes) return null;
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 3 });
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: modules.length, path };
}
