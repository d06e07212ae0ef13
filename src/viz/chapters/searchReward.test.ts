import { expect, test } from 'vitest';
import { rewardExponents, rewardFactor } from './searchReward';

test('on target the reward is the accuracy itself', () => {
  for (const w of Object.values(rewardExponents)) expect(rewardFactor(1, w)).toBe(1);
});

test('twice the latency must buy 5 % more accuracy in MnasNet and 11 % in the small network to be worth it', () => {
  expect(1 / rewardFactor(2, rewardExponents.mnasNet)).toBeCloseTo(1.05, 2);
  expect(1 / rewardFactor(2, rewardExponents.small)).toBeCloseTo(1.11, 2);
});
