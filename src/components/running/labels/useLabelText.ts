import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

/**
 * The name of a class in the language of the interface, or null where it has none but the English one: all everyday
 * classes have a Chinese name, and most of ImageNet's thousand. They are downloaded when they are needed first, and
 * until then, or where that fails, the English names stand alone.
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
