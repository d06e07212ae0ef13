import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

/**
 * Fails when the catalogues differ from the messages in the source, when a language lacks a translation, or when a
 * translation leaves out or adds a value or a tag.
 * `npm run messages` mends the first; a translator mends the second.
 */
const config = getConfig();
const faults: string[] = [];
let count = 0;
for (const catalog of await getCatalogs(config)) {
  const extracted = await catalog.collect();
  if (extracted === undefined) throw new Error('checkMessages: the messages could not be read from the source');
  const wanted = Object.entries(extracted);
  count += wanted.length;
  const texts = new Map(wanted.map(([id, message]) => [id, message.message ?? id]));
  for (const locale of config.locales) {
    const catalogue = await catalog.read(locale);
    const file = catalog.getFilename(locale);
    for (const [id, text] of texts) {
      const entry = catalogue[id];
      if (entry === undefined) faults.push(`${file}: not extracted: ${text}`);
      else if (locale !== config.sourceLocale && entry.translation === '') {
        faults.push(`${file}: not translated: ${text}`);
      } else if (placeholders(entry.translation) !== placeholders(text)) {
        faults.push(`${file}: other {values} or <tags> than the source has: ${text}`);
      }
    }
    for (const [id, entry] of Object.entries(catalogue)) {
      if (!texts.has(id)) faults.push(`${file}: no longer in the source: ${entry.message ?? id}`);
    }
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`checkMessages: ${faults.length} faults; run 'npm run messages', then translate what is empty`);
  process.exitCode = 1;
} else {
  console.log(`checkMessages: ${count} messages, complete in ${config.locales.join(' and ')}`);
}

/** The values and tags of a message in alphabetical order. Plurals count by their value alone: languages differ in forms. */
function placeholders(message: string): string {
  const isPlural = /\{\s*\w+\s*,/.test(message);
  const found = message.match(isPlural ? /\{\s*\w+\s*(?=,)/g : /\{\s*\w+\s*\}|<\/?\d+\/?>/g) ?? [];
  return found
    .map((part) => part.replaceAll(/\s/g, ''))
    .sort()
    .join(' ');
}
