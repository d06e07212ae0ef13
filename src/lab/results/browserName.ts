/** Name of a browser and its system from the user agent: `Chrome 156, Linux`. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(({ pattern }) => pattern.test(userAgent));
  const version = browser?.pattern.exec(userAgent)?.[1];
  const system = systems.find(({ pattern }) => pattern.test(userAgent))?.name;
  return [browser === undefined ? 'browser' : `${browser.name} ${version ?? ''}`, ...(system ?? [])].join(', ');
}

/** In order: user agents of the earlier ones contain the names of the later ones. */
const browsers = [
  { name: 'Edge', pattern: /Edg\/(\d+)/ },
  { name: 'Firefox', pattern: /Firefox\/(\d+)/ },
  { name: 'Chrome', pattern: /(?:Chrome|CriOS)\/(\d+)/ },
  { name: 'Safari', pattern: /Version\/([\d.]+).*Safari/ },
] as const;

const systems = [
  { name: ['Android'], pattern: /Android/ },
  { name: ['iOS'], pattern: /iPhone|iPad/ },
  { name: ['Windows'], pattern: /Windows/ },
  { name: ['macOS'], pattern: /Mac OS X/ },
  { name: ['ChromeOS'], pattern: /CrOS/ },
  { name: ['Linux'], pattern: /Linux/ },
] as const;
