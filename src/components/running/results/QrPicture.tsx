import { useLingui } from '@lingui/react/macro';
import encodeQR from 'qr';
import styles from './TakeHome.module.css';

/** Always black on white, with the quiet zone that scanners need. */
export function QrPicture({ text }: { readonly text: string }) {
  const { t } = useLingui();
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 3 });
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t`QR code of the link`}
    >
      <rect width={modules.length} height={modules.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
