import { blockSizes, type BlockCard, type Wiring } from './blockLayout';

/** The channels of its input that a channel comes from. */
export function channelsWired(wiring: Wiring, from: number, to: number, channel: number): readonly number[] {
  const all = Array.from({ length: from }, (_, at) => at);
  switch (wiring.kind) {
    case 'all':
      return all;
    case 'own':
      return [Math.min(Math.floor((channel * from) / to), from - 1)];
    case 'groups': {
      const group = Math.floor((channel * wiring.groups) / to);
      return all.filter((read) => Math.floor((read * wiring.groups) / from) === group);
    }
    case 'shuffle': {
      const perGroup = to / wiring.groups;
      return [(channel % wiring.groups) * perGroup + Math.floor(channel / wiring.groups)];
    }
  }
}

/** A line from each row of tiles that has a channel which one channel comes from, to the row of that. */
export function litWires(
  { card: from, channels }: { readonly card: BlockCard; readonly channels: number },
  to: { readonly card: BlockCard; readonly channels: number },
  wiring: Wiring,
  channel: number,
): string {
  const read = channelsWired(wiring, channels, to.channels, channel);
  const rows = [...new Set(read.map((each) => Math.floor(each / from.columns)))];
  const [x1, x2] = [from.x + from.width + 2, to.card.x - 2];
  const middle = ((x1 + x2) / 2).toFixed(1);
  const end = middleOfRow(to.card, to.channels, Math.floor(channel / to.card.columns)).toFixed(1);
  return rows
    .map((row) => {
      const y = middleOfRow(from, channels, row).toFixed(1);
      return `M${x1.toFixed(1)} ${y}C${middle} ${y} ${middle} ${end} ${x2.toFixed(1)} ${end}`;
    })
    .join('');
}

function middleOfRow(card: BlockCard, channels: number, row: number): number {
  const rows = Math.ceil(channels / card.columns);
  return card.y + blockSizes.head + ((row + 0.5) / rows) * (card.height - blockSizes.head);
}
