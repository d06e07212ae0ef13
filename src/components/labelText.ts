import chinese from './labels.zh.json';

const chineseNames: ReadonlyMap<string, string> = new Map(Object.entries(chinese));

/**
 * The name of a class in a language, or null where it has none but the English one: all everyday classes have a
 * Chinese name, and most of ImageNet's thousand.
 */
export function labelText(label: string, locale: string): string | null {
  return locale === 'zh' ? (chineseNames.get(label) ?? null) : null;
}
