import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { preprocessCSS, resolveConfig, type Plugin, type ResolvedConfig } from 'vite';

/** Where the types are written; tsconfig.json overlays this folder on the repository's root. */
const folder = 'generated';

/** Declares the classes of every CSS module, so that a misspelled class is a type error. */
export async function writeCssTypes(): Promise<void> {
  const config = await resolveConfig({ configFile: false }, 'serve');
  const sheets = filesUnder('src').filter((file) => file.endsWith('.module.css'));
  await Promise.all(sheets.map((sheet) => writeTypesOf(sheet, config)));
  const current = new Set(sheets.map(typesFileOf));
  for (const file of filesUnder(folder)) if (file.endsWith('.d.ts') && !current.has(file)) rmSync(file);
}

/** Rewrites the types of a CSS module that changes while the development server runs. */
export function cssTypes(): Plugin {
  return {
    name: 'css-types',
    apply: 'serve',
    async hotUpdate({ file, server }) {
      if (file.endsWith('.module.css')) await writeTypesOf(relative('.', file), server.config);
    },
  };
}

/** Writes only what differs: other checks may be reading. */
async function writeTypesOf(sheet: string, config: ResolvedConfig): Promise<void> {
  const { modules = {} } = await preprocessCSS(readFileSync(sheet, 'utf8'), sheet, config);
  const classes = Object.keys(modules).sort();
  const members = classes.map((name) => `  readonly ${name}: string;\n`).join('');
  const types = `declare const styles: {\n${members}};\nexport default styles;\n`;
  const file = typesFileOf(sheet);
  if (existsSync(file) && readFileSync(file, 'utf8') === types) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, types);
}

function typesFileOf(sheet: string): string {
  return `${folder}/${sheet}.d.ts`;
}

function filesUnder(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`);
}
