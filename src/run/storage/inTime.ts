/** What a browser's store answers within milliseconds; one that is broken may not answer at all. */
const patienceMs = 4000;

/** What `answer` resolves to; `otherwise` where it rejects or takes longer than `limitMs`. Never rejects. */
export async function inTime<T, Otherwise>(
  answer: () => Promise<T>,
  otherwise: Otherwise,
  limitMs = patienceMs,
): Promise<T | Otherwise> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs);
  });
  try {
    return await Promise.race([answer(), late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
