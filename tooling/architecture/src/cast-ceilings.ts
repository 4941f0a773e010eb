export const castCeilings: Readonly<Partial<Record<string, number>>> = {};
