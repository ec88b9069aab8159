import { accessSync, constants, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/**
 * Loads a CommonJS file of the program, with what V8 compiled of it in an earlier run: for a few policies, compiling
 * the program takes longer than running it. That lies beside the file, as Python's `__pycache__` does, so that only who
 * may change the program may change it; where nothing can be written, or `NODE_DISABLE_COMPILE_CACHE` is set, there is
 * none. The file's name must change with its content (`program.ts` sees to it): V8 compares no more than lengths.
 *
 * `module.enableCompileCache` does the same from Node 22 on, but in a folder that all users of a machine share.
 */
export function loadCached(path: string): unknown {
  const cachePath = `${path}.${process.version}-${process.arch}`;
  const cachedData = intactContent(cachePath);
  const wrapped = `(function (module, exports, require, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(wrapped, { filename: path, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) {
    // At the end, since V8 compiles most functions when they are called.
    process.once('exit', () => {
      keep(cachePath, script);
    });
  }
  const module: LoadedModule = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(module, module.exports, createRequire(path), dirname(path));
  return module.exports;
}

/** What CommonJS gives a file, and the file may replace. */
interface LoadedModule {
  readonly exports: unknown;
}

/** Bytes before the compiled code, with its check sum; as many as V8 reads at once. */
const HEAD = 8;

/** undefined: there is none, it is damaged (V8 would crash on it), or not wanted. */
function intactContent(path: string): Buffer | undefined {
  try {
    if (process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) return undefined;
    const file = readFileSync(path);
    const content = file.subarray(HEAD);
    return checkSum(content).equals(file.subarray(0, HEAD)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Another run may read it now, or write it too. */
function keep(path: string, script: Script): void {
  try {
    if (process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) return;
    accessSync(dirname(path), constants.W_OK);
    const content = script.createCachedData();
    const written = `${path}.${process.pid}`;
    writeFileSync(written, Buffer.concat([checkSum(content), content]));
    renameSync(written, path);
  } catch {
    // The next run compiles it again.
  }
}

/**
 * V8 has none that it looks at.
 *
 * @throws TypeError before Node 20.15, which has no `crc32`
 */
function checkSum(content: Buffer): Buffer {
  const sum = Buffer.alloc(HEAD);
  sum.writeUInt32LE(crc32(content));
  return sum;
}
