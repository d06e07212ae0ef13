/** A typed number in ASCII and lower case, with the signs and words of other notations in one form. */
export function plainText(text: string): string {
  return (
    text
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g, (raised) => `^${raised}`)
      // A half behind a whole number is added to it.
      .replace(/(\d*)\s*([¼½¾⅐-⅞])/g, (_, whole: string, part: string) => `(${whole === '' ? '' : `${whole}+`}${part})`)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/^(\s*)[–−﹣]/, '$1-')
      .replace(/[−﹣]/g, '-')
      .replace(/[，、]/g, ',')
      .replace(/[’'_]/g, ' ')
      .replace(/\*\*/g, '^')
      .replace(/[×✕·⋅*]/g, 'x')
      .replace(/[÷⁄]/g, '/')
      .replace(/萬/g, '万')
      .replace(/億/g, '亿')
      .replace(/\s+/g, ' ')
      .replace(
        /^[ =]*(?:~|≈|≃|≅|about|around|roughly|approximately|approx\.?|ca\.|circa|大约是?|大概是?|约等于|约为|约)\s*/,
        '',
      )
      .replace(/^[ =]+/, '')
      .replace(/^百分之\s*(.+)$/, '$1%')
      .replace(/\s*(?:percent|per cent|pct\.?)(?=[ .。]*$)/, '%')
      .replace(/(?<=[^\s\d])\s*[.。!]$|[。!]$/, '')
      .trim()
  );
}
