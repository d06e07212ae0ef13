/** One output of a classifier. */
type Likely = { readonly index: number; readonly logit: number; readonly probability: number };

/** The outputs with the largest logits, largest first, with what softmax over all of them gives each. */
export function likeliestOf(logits: ArrayLike<number>, count: number): readonly Likely[] {
  const values = Float32Array.from(logits);
  const largest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = values.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return Array.from(values, (logit, index) => ({ index, logit, probability: Math.exp(logit - largest) / sum }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, count);
}
