import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { messageFaults } from './messageFaults.ts';

/**
 * Compares the catalogues with the messages in the source. A translation whose {values} or <tags> differ from the
 * source's always fails, and so does a text with a typewriter's characters or with a word of `unwantedWords`. One that is missing or left over only warns, so that a page can be written before it is
 * translated; with CI set it fails too.
 */
const config = getConfig();
const inCi = process.env['CI'] !== undefined;
let count = 0;
let gaps = 0;
let errors = 0;

for (const catalog of await getCatalogs(config)) {
  const extracted = await catalog.collect();
  if (extracted === undefined) throw new Error('checkMessages: the messages could not be read from the source');
  const source = new Map(Object.entries(extracted).map(([id, { message }]) => [id, message ?? id]));
  count += source.size;
  for (const locale of config.locales) {
    const file = catalog.getFilename(locale);
    const faults = messageFaults(source, new Map(Object.entries(await catalog.read(locale))));
    for (const text of faults.untranslated) console.error(`${file}: not translated: ${text}`);
    for (const text of faults.stale) console.error(`${file}: no longer in the source: ${text}`);
    for (const text of faults.mismatched) console.error(`${file}: other {values} or <tags> than the source: ${text}`);
    for (const text of faults.misset) console.error(`${file}: want “ ” ’ × − … and no space before %: ${text}`);
    for (const text of faults.unwanted) console.error(`${file}: want ${text}`);
    gaps += faults.untranslated.length + faults.stale.length;
    errors += faults.mismatched.length + faults.misset.length + faults.unwanted.length;
  }
}

if (gaps + errors === 0) {
  console.log(`checkMessages: ${count} messages, complete in ${config.locales.join(' and ')}`);
} else {
  const verdict = inCi || errors > 0 ? 'fails' : 'warns; CI fails';
  console.error(
    `checkMessages: ${verdict}: ${gaps} missing or left over, ${errors} that do not match or are set wrongly`,
  );
  console.error("Run 'npm run messages', then translate what is empty in src/locales");
}
if (errors > 0 || (inCi && gaps > 0)) process.exitCode = 1;
