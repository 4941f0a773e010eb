import {
  DeclarationReflection,
  makeRecursiveVisitor,
  ParameterReflection,
  type ProjectReflection,
  type ReferenceType,
  type Reflection,
  SignatureReflection,
  type SomeType,
  TypeParameterReflection,
} from 'typedoc';

/**
 * The types of our packages that a documented export names and that no documented entry point exports: a caller could not
 * write them down. A constant that an exported type is made of (`typeof statuses`, a zod schema) is none: the caller names the type.
 *
 * TypeDoc has a check of its own, which knows one package only and does not tell constants from types.
 */
export function findUnexportedTypes(project: ProjectReflection, packageNames: ReadonlySet<string>): readonly string[] {
  const found = new Map<string, string>();
  const constants = new Set<ReferenceType>();
  for (const reflection of Object.values(project.reflections)) {
    const visitor = makeRecursiveVisitor({
      query: ({ queryType }) => void constants.add(queryType),
      reference: (type) => {
        const { symbolId } = type;
        if (symbolId === undefined || type.reflection !== undefined || type.isIntentionallyBroken()) return;
        if (constants.has(type) || !packageNames.has(symbolId.packageName)) return;
        const key = symbolId.getStableKey();
        if (found.has(key)) return;
        const place = `${symbolId.packageName}/${symbolId.packagePath}`;
        found.set(
          key,
          `${type.qualifiedName} of ${place} is named by ${reflection.getFriendlyFullName()} and not exported`,
        );
      },
    });
    for (const type of typesOf(reflection)) type.visit(visitor);
  }
  return [...found.values()];
}

/** What a reflection is written with. Inherited members are reflections of their own, so a base is not looked at. */
function typesOf(reflection: Reflection): readonly SomeType[] {
  if (reflection instanceof TypeParameterReflection) return [reflection.type, reflection.default].filter(isPresent);
  if (
    reflection instanceof DeclarationReflection ||
    reflection instanceof SignatureReflection ||
    reflection instanceof ParameterReflection
  ) {
    return [reflection.type].filter(isPresent);
  }
  return [];
}

const isPresent = (type: SomeType | undefined): type is SomeType => type !== undefined;
