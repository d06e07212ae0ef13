/** Beyond this nobody writes by hand, and no answer is as large. */
const maxPower = 200;

/**
 * The value of a product, sum, quotient or power as it is typed into a field: `9x64x112^2`, `(96+64)x128`, `2^20`. `x` is
 * times; `number` reads what stands between the signs. Null where it is no arithmetic, or means two things: `1/2/3`.
 */
export function arithmeticValue(text: string, number: (text: string) => number | null): number | null {
  const tokens =
    text
      .match(/[()x/^+-]|(?:[^()x/^+-]|(?<=\de)[+-](?=\d))+/g)
      ?.map((token) => token.trim())
      .filter((token) => token !== '') ?? [];
  let at = 0;
  const takes = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !signs.includes(token)) return undefined;
    at += 1;
    return token;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = takes('+', '-'); sign !== undefined; sign = takes('+', '-'))
      value += sign === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    let quotients = 0;
    for (let sign = takes('x', '/'); sign !== undefined; sign = takes('x', '/')) {
      if (sign === '/') quotients += 1;
      // What follows a quotient may belong below it or not.
      else if (quotients > 0) return Number.NaN;
      if (quotients > 1) return Number.NaN;
      value = sign === 'x' ? value * power() : value / power();
    }
    return value;
  };
  const power = (): number => {
    const base = single();
    if (takes('^') === undefined) return base;
    const sign = takes('-') === undefined ? 1 : -1;
    const exponent = sign * single();
    return Math.abs(exponent) > maxPower || tokens[at] === '^' ? Number.NaN : base ** exponent;
  };
  const single = (): number => {
    if (takes('(') !== undefined) {
      const value = sum();
      return takes(')') === undefined ? Number.NaN : value;
    }
    const value = number(tokens[at] ?? '');
    at += 1;
    return value ?? Number.NaN;
  };
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
}
