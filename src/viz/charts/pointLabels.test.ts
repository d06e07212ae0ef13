import { describe, expect, test } from 'vitest';
import { pointLabelsOf, type LabelledPoint } from './pointLabels';

const options = { width: 300, fontSize: 13, radius: 7 };

describe('labels of points', () => {
  test('are right of a point at the left, and left of one at the right', () => {
    const [left, right] = pointLabelsOf([point(20, 50), point(280, 120)], options);
    expect(left).toMatchObject({ anchor: 'start', x: 32, y: 55 });
    expect(right).toMatchObject({ anchor: 'end', x: 268, y: 125 });
  });

  test('of nearly coincident points go to different lines or sides', () => {
    const labels = pointLabelsOf([point(100, 50), point(103, 52), point(101, 55)], options);
    expect(labels).not.toContain(null);
    expect(new Set(labels.map((label) => `${String(label?.anchor)} ${String(label?.y)}`)).size).toBe(3);
  });

  test('do not cover another point', () => {
    const [label] = pointLabelsOf([point(100, 50), point(140, 50, '')], options);
    expect(label).not.toMatchObject({ anchor: 'start', y: 55 });
  });

  test('of quiet points give way, even to one further down', () => {
    const [quiet, other] = pointLabelsOf(
      [{ ...point(100, 40, 'ten letter'), isQuiet: true }, point(200, 46, 'ten letter')],
      options,
    );
    expect(other).toMatchObject({ anchor: 'end', y: 51 });
    expect(quiet).toMatchObject({ anchor: 'end' });
  });

  test('move above a point that has too little room on both sides', () => {
    const [label] = pointLabelsOf([point(130, 80, 'as long as most of the plot')], { ...options, width: 250 });
    expect(label?.y).toBeLessThan(80);
  });

  test('are left out where there is no room for them', () => {
    const crowd = Array.from({ length: 40 }, () => point(150, 80));
    const labels = pointLabelsOf(crowd, options);
    expect(labels.filter((label) => label === null).length).toBeGreaterThan(20);
    expect(
      pointLabelsOf([point(150, 80, 'a name that is longer than the whole plot is wide, by far')], options),
    ).toEqual([null]);
  });

  test('Chinese letters take twice the room', () => {
    const [latin] = pointLabelsOf([point(100, 50, 'abcdefghijklmn')], { ...options, width: 160 });
    const [chinese] = pointLabelsOf([point(100, 50, '轻量卷积神经网络分组卷积通道')], { ...options, width: 160 });
    expect(latin).not.toBeNull();
    expect(chinese).toBeNull();
  });
});

function point(px: number, py: number, label = 'network'): LabelledPoint {
  return { px, py, label };
}
