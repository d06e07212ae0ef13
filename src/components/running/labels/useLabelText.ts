import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

/**
 * Translates the name of a class into the language of the page, or returns null where only the English name exists. All
 * everyday classes and most of ImageNet's have Chinese names, which are downloaded on first use; until then, and if that
 * fails, every translation is null.
 */
export function useLabelText(): (label: string) => string | null {
  const { i18n } = useLingui();
  const isChinese = i18n.locale === 'zh';
  const [chinese, setChinese] = useState<ReadonlyMap<string, string>>(none);
  useEffect(() => {
    if (!isChinese) return;
    void chineseNames().then(setChinese);
  }, [isChinese]);
  return (label) => (isChinese ? (chinese.get(label) ?? null) : null);
}

const none: ReadonlyMap<string, string> = new Map();

async function chineseNames(): Promise<ReadonlyMap<string, string>> {
  return import('./labels.zh.json').then(
    (names) => new Map(Object.entries(names.default)),
    () => none,
  );
}
