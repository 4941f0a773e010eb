import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/**
 * Takes Node's own modules by `process.getBuiltinModule`. An import statement makes Node evaluate every export of the module,
 * and so load what few programs use: all of its streams for `node:fs`, Web Crypto for `node:crypto`.
 */
export const lightenBuiltins: Plugin = {
  name: 'lighten-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || !isBuiltin(path)) return null;
      const name = path.startsWith('node:') ? path : `node:${path}`;
      if (kind === 'require-call') return { path: name, namespace: 'required-builtin' };
      if (name === 'node:child_process' && /\/commander\//.test(importer))
        return { path: name, namespace: 'no-programs' };
      // Each importer has its own, or all together would share a part of the bundle for each module.
      return { path: `${name} for ${importer}`, namespace: 'imported-builtin', pluginData: name, sideEffects: false };
    });
    onLoad({ filter: /.*/, namespace: 'required-builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
    onLoad({ filter: /.*/, namespace: 'imported-builtin' }, ({ pluginData }: { readonly pluginData: string }) => ({
      contents: toLightModule(pluginData),
    }));
    // commander starts programs for commands that are files of their own. We have none.
    onLoad({ filter: /.*/, namespace: 'no-programs' }, () => ({ contents: 'export default {};' }));
  },
};

/** Exports that are read where they are used; the others are dropped. */
function toLightModule(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter(
    (each) => /^[a-z]\w*$/i.test(each) && each !== 'default',
  );
  return [
    `const whole = /* @__PURE__ */ process.getBuiltinModule('${name}');`,
    'export default whole;',
    ...names.map((each) => `export const ${each} = /* @__PURE__ */ (() => whole.${each})();`),
  ].join('\n');
}
