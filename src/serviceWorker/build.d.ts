/** Written in by the build (tools/hosting/serviceWorker.ts). */
declare const BUILD: {
  /** Another for every change to any kept file. */
  readonly version: string;
  /** Addresses relative to the scope; those in `assets/` are named after their content. */
  readonly files: readonly string[];
  /** The script that the page of this version starts with. */
  readonly entry: string;
  /** What the host's responses should have, and many hosts do not send. */
  readonly headers: Readonly<Record<string, string>>;
};
