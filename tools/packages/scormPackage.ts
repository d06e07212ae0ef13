import { readFileSync } from 'node:fs';
import { build } from 'vite';

/** A chapter as an item of the package: `/squeezenet`. */
export type ScormItem = { readonly path: string; readonly title: string };

/**
 * The files of a SCORM 1.2 package: the manifest, a page for each chapter that shows it in a frame and reports its questions,
 * and the app.
 * @param app the files of the app, by their address in its folder
 */
export function scormPackage(
  items: readonly ScormItem[],
  app: Readonly<Record<string, Uint8Array>>,
  script: string,
): Readonly<Record<string, Uint8Array>> {
  const pages = items.map((item) => [pageName(item), bytesOf(launchPage(item))] as const);
  const inApp = Object.entries(app).map(([path, bytes]) => [`app/${path}`, bytes] as const);
  const shared = [['launch.js', bytesOf(script)] as const, ['launch.css', bytesOf(launchStyle)] as const, ...inApp];
  const names = shared.map(([name]) => name);
  const manifest = ['imsmanifest.xml', bytesOf(manifestOf(items, names))] as const;
  return Object.fromEntries([manifest, ...pages, ...shared]);
}

/** The script of the launch pages, built as one file without imports. */
export async function launchScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      reportCompressedSize: false,
      lib: { entry: 'src/scorm/launch.ts', formats: ['iife'], name: 'launch', fileName: () => 'launch.js' },
    },
  });
  const [first] = Array.isArray(built) ? built : [];
  const [chunk] = first?.output ?? [];
  if (chunk === undefined) throw new Error('scormPackage: the build of the launch script made nothing');
  return chunk.code;
}

/** The chapters that are wanted, all where none is named, from the tables of pages and titles, which only the app can import. */
export function chapterItems(wanted: readonly string[]): readonly ScormItem[] {
  const table = readFileSync('src/components/app/pages.ts', 'utf8');
  const titles = readFileSync('src/course/pageTitles.ts', 'utf8');
  const title = (path: string): string => titles.split(`'${path}': msg\``)[1]?.split('`')[0] ?? path;
  const chapters = [...table.matchAll(/path: '(\/[a-z0-9-]+)',\s*title: [^\n]+\s*place: 'learn'/g)].map(
    ([, path = '']) => ({ path, title: title(path) }),
  );
  if (chapters.length === 0) throw new Error('scorm: found no chapter (wanted some in src/components/app/pages.ts)');
  const unknown = wanted.find((name) => !chapters.some(({ path }) => path === `/${name}`));
  if (unknown !== undefined) {
    const known = chapters.map(({ path }) => path.slice(1)).join(', ');
    throw new Error(`scorm: there is no chapter ${unknown} (wanted some of ${known})`);
  }
  return wanted.length === 0 ? chapters : chapters.filter(({ path }) => wanted.includes(path.slice(1)));
}

function pageName({ path }: ScormItem): string {
  return `${path.slice(1)}.html`;
}

function manifestOf(items: readonly ScormItem[], shared: readonly string[]): string {
  const id = ({ path }: ScormItem): string => path.slice(1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="featherweight" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="chapters">
    <organization identifier="chapters">
      <title>Featherweight</title>
${items
  .map(
    (item) => `      <item identifier="item-${id(item)}" identifierref="page-${id(item)}">
        <title>${escaped(item.title)}</title>
      </item>`,
  )
  .join('\n')}
    </organization>
  </organizations>
  <resources>
${items
  .map(
    (
      item,
    ) => `    <resource identifier="page-${id(item)}" type="webcontent" adlcp:scormtype="sco" href="${pageName(item)}">
      <file href="${pageName(item)}"/>
      <dependency identifierref="shared"/>
    </resource>`,
  )
  .join('\n')}
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">
${shared.map((name) => `      <file href="${escaped(name)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

function launchPage({ path, title }: ScormItem): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Featherweight</title>
<link rel="stylesheet" href="launch.css">
</head>
<body>
<p class="alone">No learning management system found: nothing is reported. <span lang="zh">没有找到学习管理系统，成绩不会上报。</span></p>
<iframe data-address="app/index.html?embed#${path}" title="${escaped(title)}" allow="camera; fullscreen; clipboard-write"></iframe>
<script src="launch.js"></script>
</body>
</html>
`;
}

const launchStyle = `html,
body {
  height: 100%;
  margin: 0;
}

body {
  display: flex;
  flex-direction: column;
}

iframe {
  flex: 1;
  border: 0;
}

.alone {
  display: none;
  margin: 0;
  padding: 8px 16px;
  background: #ffe9a3;
  color: #16191d;
  font: 15px/1.45 system-ui, sans-serif;
}

body[data-alone] > .alone {
  display: block;
}
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
