import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { keepComments } from './comments';
import { patched } from './patches.cjs';

/**
 * An esbuild plugin that turns each file into ES5 before esbuild bundles it; esbuild cannot lower ES2015 itself, and
 * with target es5 it then refuses whatever is left.
 *
 * Own sources keep their comments and lower for-of to index loops (lib ES5 guarantees that they run over arrays only);
 * packages get the full iteration protocol.
 */
export function toES5(): Plugin {
  return {
    name: 'to-es5',
    setup(build) {
      build.onLoad({ filter: /\.([cm]?js|ts)$/ }, ({ path }) =>
        isHelperLibrary(path) ? undefined : { contents: lower(path), loader: 'js' },
      );
    },
  };
}

/** tslib is ES5 already. */
function isHelperLibrary(path: string): boolean {
  return /[\\/]node_modules[\\/]tslib[\\/]/.test(path);
}

const cache = new Map<string, string>();

function lower(path: string): string {
  const source = patched(path, readFileSync(path, 'utf8'));
  const key = path + '\0' + source;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const lowered = isOwn(path) ? lowerOwn(path, source) : lowerPackage(path, source);
  cache.set(key, lowered);
  return lowered;
}

function isOwn(path: string): boolean {
  return !/[\\/]node_modules[\\/]/.test(path);
}

const ES5: ts.CompilerOptions = { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ES2015, allowJs: true };

function lowerOwn(path: string, source: string): string {
  return transpile(path, keepComments(path, source), { ...ES5, importHelpers: true });
}

/** A CommonJS file cannot import the helpers, so it carries its own. */
function lowerPackage(path: string, source: string): string {
  const isModule = path.endsWith('.mjs') || /^\s*(import|export)[\s{*]/m.test(source);
  return transpile(path, source, { ...ES5, importHelpers: isModule, downlevelIteration: true });
}

function transpile(path: string, source: string, compilerOptions: ts.CompilerOptions): string {
  // TypeScript keeps the module format of .cjs and .mjs, whatever the options say.
  const fileName = path.replace(/\.[cm]js$/, '.js');
  const { outputText } = ts.transpileModule(source, { fileName, compilerOptions });
  // In esbuild's notation, so that it drops classes that nothing uses.
  return outputText.replace(/\/\*\* @class \*\//g, '/* @__PURE__ */');
}
