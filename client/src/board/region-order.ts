import type { ElectionPack } from '@yavka/shared/pack/pack';

/** By what the regions may be ordered, besides the difference to an earlier vote, which goes by that vote's id. */
export const regionOrders = ['turnout', 'commission', 'name', 'increase', 'move'] as const;
export type RegionOrder = (typeof regionOrders)[number] | { readonly vote: string };

/** What an address asks for; turnout where it asks for nothing that this election has. */
export function regionOrderOf(asked: string, pack: Pick<ElectionPack, 'earlierVotes'>): RegionOrder {
  const vote = pack.earlierVotes.find((each) => each.id === asked);
  if (vote !== undefined) return { vote: vote.id };
  return regionOrders.find((order) => order === asked) ?? 'turnout';
}
