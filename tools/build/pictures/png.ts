import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FAMILY, FONTS } from './picturefonts';

let ready: Promise<void> | undefined;

/** Draws an SVG as PNG, the same bytes on every machine: the renderer is WebAssembly, and the fonts come with it. */
export async function toPng(svg: string): Promise<Uint8Array> {
  // It may be initialised once only.
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  await ready;
  const font = { fontBuffers: [...FONTS], defaultFontFamily: FONT_FAMILY };
  const drawing = new Resvg(svg, { font });
  const image = drawing.render();
  const bytes = image.asPng();
  image.free();
  drawing.free();
  return bytes;
}
