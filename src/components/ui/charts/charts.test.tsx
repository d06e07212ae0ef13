import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axisFromZero, bandLength, countAxis, linearAxis, logAxis } from '../../../viz/charts/axis';
import { curvePoints } from '../../../viz/charts/paths';
import { Chart } from './Chart';
import { Clip } from './Clip';
import { Dots } from './Dots';
import { NamedDots } from './NamedDots';
import { Line } from './Line';
import { RowNames } from './RowNames';
import { RuleX, RuleY } from './Rule';
import { StackedBars } from './StackedBars';
import { StackedColumns } from './StackedColumns';
import { XAxis } from './XAxis';
import { YAxis } from './YAxis';

/** The colours of a drawing without the style sheets of the page. */
const style = `<style>text{font:12px sans-serif;dominant-baseline:central}line{stroke:silver}path,rect,circle{fill-opacity:.4;stroke:black}</style>`;

/** The charts below as examples of every mark; one file each, rounded, an element a line, to be looked at as pictures. */
const charts: Readonly<Record<string, ReactNode>> = {
  namedDots: (
    <Chart name="Accuracy against cost" x={logAxis([1e6, 1e9])} y={linearAxis([50, 80], 6)} height={200}>
      <YAxis text={String} title="Top-1" unit="%" />
      <XAxis text={(value) => `${value / 1e6} M`} title="MACs" />
      <Dots points={[{ id: 'a', x: 5e6, y: 55 }]} radius={4} />
      <NamedDots
        radius={7}
        points={[
          { id: 'b', x: 4e7, y: 62, label: 'small', series: 1 },
          { id: 'c', x: 6e8, y: 75, label: 'large' },
        ]}
        names={[{ id: 'd', x: 2e8, y: 70, label: 'a family', isQuiet: true }]}
      />
    </Chart>
  ),
  lines: (
    <Chart name="A parabola" x={linearAxis([-2, 2], 4)} y={axisFromZero(3.6, 4)} height={160} margin={{ left: 40 }}>
      <YAxis text={String} title="y = x²" hasLine={(value) => value !== 0} />
      <XAxis text={String} title="x" hasLine={() => false} />
      <RuleY y={0} />
      <RuleX x={1} />
      <Clip>
        <Line points={curvePoints((x) => x * x, [-2.2, 2.2], 12)} />
      </Clip>
    </Chart>
  ),
  stackedColumns: (
    <Chart name="Parts of three frames" x={countAxis(3)} y={axisFromZero(9, 4)} height={120}>
      <YAxis text={String} title="ms" />
      <XAxis text={String} title="Frames" />
      <StackedColumns
        columns={[
          { wait: 2, work: 5 },
          { wait: 1, work: 8 },
          { wait: 2, work: 4 },
        ]}
        parts={['wait', 'work']}
      />
    </Chart>
  ),
  stackedBars: rowsChart(
    [28, 10],
    <StackedBars
      rows={[
        {
          id: 'first',
          parts: [
            { kind: 'read', value: 60 },
            { kind: 'write', value: 40 },
          ],
          isMarked: true,
        },
        {
          id: 'second',
          parts: [
            { kind: 'read', value: 30 },
            { kind: 'write', value: 2 },
          ],
        },
      ]}
      kinds={[
        { kind: 'read', name: 'read', tone: 'pointwise' },
        { kind: 'write', name: 'written', tone: 'depthwise' },
      ]}
    />,
    100,
  ),
};

function rowsChart([size, gap]: readonly [number, number], bars: ReactNode, max: number): ReactNode {
  const lines = { kind: 'band', count: 2, size, gap } as const;
  return (
    <Chart
      name="Two rows"
      x={{ kind: 'linear', domain: [0, max], ticks: [] }}
      y={lines}
      height={bandLength(lines)}
      margin={{ left: 80, right: 64, top: 0, bottom: 0 }}
    >
      <RowNames
        rows={[
          { id: 'first', label: 'first', isMarked: true },
          { id: 'second', label: 'second' },
        ]}
      />
      {bars}
    </Chart>
  );
}

test.each(Object.entries(charts))('the picture of %s is the golden one', async (name, chart) => {
  await expect(svgOf(chart)).toMatchFileSnapshot(`golden/${name}.svg`);
});

test('a mark outside of a chart says what it lacks', () => {
  expect(() => renderToStaticMarkup(<RuleX x={0} />)).toThrow('usePlot: a mark has no scales');
});

function svgOf(chart: ReactNode): string {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  const page = renderToStaticMarkup(<I18nProvider i18n={i18n}>{chart}</I18nProvider>);
  const svg = /<svg(.*)<\/svg>/s.exec(page)?.[0] ?? '';
  return `${svg}\n`
    .replace('>', `>${style}`)
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(/_([A-Za-z]+)_[0-9a-f]+/g, '$1')
    .replaceAll(/_R_\w+_/g, 'id')
    .replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replaceAll(/(<(?:line|path|rect|circle)[^>]*)><\/\w+>/g, '$1/>')
    .replaceAll('><', '>\n<');
}
