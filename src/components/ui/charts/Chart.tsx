import type { ChartPoint } from '../../../viz/charts/paths';
import { Sized } from '../Sized';
import styles from './Chart.module.css';
import { MarkCards, type CardMark, type MarkCardsProps } from './MarkCards';
import { Plot, type PlotProps } from './Plot';
import { marginOf, scalesIn } from './PlotArea';

export type ChartMark = ChartPoint & Pick<CardMark, 'id' | 'card'>;

type ChartProps = Omit<PlotProps, 'width'> & {
  /** The marks that show a card when a pointer or the keyboard comes to them, in the units of the axes. */
  readonly cards?: Omit<MarkCardsProps, 'marks' | 'width' | 'height'> & { readonly marks: readonly ChartMark[] };
};

/** A chart as wide as its place: two axes, and the axis marks and data marks it holds. */
export function Chart({ cards, ...plot }: ChartProps) {
  return (
    <Sized>
      {(width) =>
        cards === undefined ? (
          <Plot {...plot} width={width} />
        ) : (
          <div className={styles.place}>
            <Plot {...plot} width={width} />
            <MarkCards {...cards} {...sizeOf(plot, width)} marks={placed(cards.marks, plot, width)} />
          </div>
        )
      }
    </Sized>
  );
}

function sizeOf({ margin, height }: Omit<PlotProps, 'width'>, width: number) {
  const { top, bottom } = marginOf(margin);
  return { width, height: top + height + bottom };
}

/** The marks at their px in the picture. */
function placed(marks: readonly ChartMark[], plot: Omit<PlotProps, 'width'>, width: number): readonly CardMark[] {
  const { left, top } = marginOf(plot.margin);
  const { x, y } = scalesIn({ ...plot, width });
  return marks.map((mark) => ({ id: mark.id, card: mark.card, px: left + x.at(mark.x), py: top + y.at(mark.y) }));
}
