/** Line icons on a 20 x 20 grid, in the colour and weight of the text beside them. Always used with text or under an accessible name. */
const paths = {
  camera: 'M3 6.5h3l1.4-2h5.2l1.4 2h3v9H3zM10 8.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  photo: 'M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M13 7.2h.01',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  copy: 'M7 7h9v10H7zM4 13V3h9',
  download: 'M10 3v10M6 9.5l4 4 4-4M3.5 17h13',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  reset: 'M4 10a6 6 0 1 0 2-4.5M4 3v3.5h3.5',
  chevronDown: 'M5 8l5 5 5-5',
  chevronUp: 'M5 12l5-5 5 5',
  chevronRight: 'M8 5l5 5-5 5',
  chevronLeft: 'M12 5l-5 5 5 5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4',
  moon: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z',
  system: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 3v14M10 6.5h5.8M10 10h6.8M10 13.5h5.8',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.3h.01',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  repeat: 'M4 8.5V7h11M12.5 4L15.5 7l-3 3M16 11.5V13H5M7.5 16L4.5 13l3-3',
  pause: 'M6.5 4v12M13.5 4v12',
  play: 'M6 3.5l10 6.5-10 6.5z',
  stop: 'M5 5h10v10H5z',
  fill: 'M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5',
  shrink: 'M8 3v5H3M17 8h-5V3M12 17v-5h5M3 12h5v5',
  share: 'M10 13V3M6 6l4-4 4 4M4 11v6h12v-6',
  embed: 'M6.5 6L2.5 10l4 4M13.5 6l4 4-4 4M11.5 4l-3 12',
  settings: 'M3 5h2.2M8.8 5H17M3 10h8.2M14.8 10H17M3 15h3.2M9.8 15H17M7 3.2v3.6M13 8.2v3.6M8 13.2v3.6',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon, hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1.15em"
      height="1.15em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
