/** The app's logo: a thin layer between two wide ones. Decorative, next to the name. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 28" width="1.5em" height="1.5em" aria-hidden="true" focusable="false">
      <rect x="2" y="4" width="24" height="5" rx="1" fill="var(--op-standard)" />
      <rect x="10" y="11.5" width="8" height="5" rx="1" fill="var(--op-depthwise)" />
      <rect x="2" y="19" width="24" height="5" rx="1" fill="var(--op-standard)" />
    </svg>
  );
}
