/** A word that is part of every unreadable value that a simulator writes. */
const UNREADABLE = /^unreadable/;

/** Whether a record was planted with a value that cannot be read. */
const isUnreadable = (wish: object): boolean =>
  Object.values(wish).some((value) => typeof value === 'string' && UNREADABLE.test(value));

/** The records that a fleet plants, in their order. Without the oddities it plants only what the vendor really sends. */
export const plantedFrom = <Wish extends object>(
  wishes: readonly Wish[],
  isOdd: (wish: Wish) => boolean,
  { oddities = false }: { readonly oddities?: boolean | undefined },
): readonly Wish[] => (oddities ? wishes : wishes.filter((wish) => !isUnreadable(wish) && !isOdd(wish)));
