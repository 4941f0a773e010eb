type Page = { readonly path: string; readonly body: Buffer };

/** Lists whose pages are kept; of the one that was asked for longest ago they are forgotten. */
const REMEMBERED_LISTS = 64;

/** The two newest pages of a list, as the vendor gave them: one of them is not the page that is being requested. */
export const createFormerPages = () => {
  const lists = new Map<string, readonly Page[]>();
  return Object.freeze({
    remember: (list: string, page: Page): void => {
      const others = (lists.get(list) ?? []).filter(({ path }) => path !== page.path);
      lists.delete(list);
      lists.set(list, [...others.slice(-1), page]);
      const [oldest] = lists.keys();
      if (lists.size > REMEMBERED_LISTS && oldest !== undefined) lists.delete(oldest);
    },
    /** The page that was served before the one at this path; null: there was none. */
    before: (list: string, path: string): Buffer | null =>
      lists.get(list)?.findLast((page) => page.path !== path)?.body ?? null,
    clear: (): void => lists.clear(),
  });
};

export type FormerPages = ReturnType<typeof createFormerPages>;
