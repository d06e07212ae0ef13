import type { Explorable } from '../../nets/explorables/explorable';
import { useExploration } from '../explain/exploration/useExploration';
import { CountedGraph } from './CountedGraph';

type CountedBlockProps = { readonly explorable: Explorable; readonly isAnswered: boolean };

/** The chapter's block at the values of the address. */
export function CountedBlock({ explorable, isAnswered }: CountedBlockProps) {
  const { block } = useExploration(explorable);
  return <CountedGraph block={block} isAnswered={isAnswered} />;
}
