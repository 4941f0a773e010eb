/** A file of `.changeset`. */
export interface Changeset {
  /** `a-new-page.md` */
  readonly file: string;
  readonly text: string;
}

/** Packages that a changeset names in its front matter. */
export function packagesIn({ text }: Changeset): readonly string[] {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  return [...frontMatter.matchAll(/^["']?(@?[\w/-]+)["']?:/gm)].flatMap(([, name]) => name ?? []);
}

/** Packages whose API changed and that no changeset names. */
export const findUnannounced = (changed: readonly string[], changesets: readonly Changeset[]): readonly string[] => {
  const announced = new Set(changesets.flatMap(packagesIn));
  return [...new Set(changed)].filter((name) => !announced.has(name)).toSorted();
};
