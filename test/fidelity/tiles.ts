import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TILE = 16;

/** A page, coarsely: the mean of each colour in each tile of 16 × 16 pixels. */
interface Tiles {
  readonly across: number;
  readonly means: readonly number[];
}

/** The first page of a PDF file at 96 dots per inch, by poppler. */
function tilesOf(pdf: Uint8Array): Tiles {
  const folder = mkdtempSync(join(tmpdir(), 'platen-tiles-'));
  writeFileSync(join(folder, 'page.pdf'), pdf);
  const options = ['-r', '96', '-f', '1', '-l', '1', '-singlefile'];
  execFileSync('pdftoppm', [...options, join(folder, 'page.pdf'), join(folder, 'page')]);
  return meansOf(readFileSync(join(folder, 'page.ppm')));
}

/** `P6 width height 255` and the pixels. */
function meansOf(file: Buffer): Tiles {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40));
  const [width, height] = [Number(header?.[1]), Number(header?.[2])];
  const start = header?.[0].length ?? 0;
  const across = Math.ceil(width / TILE);
  const means = new Array<number>(across * Math.ceil(height / TILE) * 3).fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const tile = 3 * (Math.floor(y / TILE) * across + Math.floor(x / TILE));
      for (let color = 0; color < 3; color++)
        means[tile + color] = (means[tile + color] ?? 0) + (file[start + 3 * (y * width + x) + color] ?? 0) / TILE ** 2;
    }
  }
  return { across, means };
}

/** The largest difference of a tile between the first pages of two files, 0 to 255, and where it is. */
export function worstTile(one: Uint8Array, other: Uint8Array): { difference: number; place: string } {
  const [left, right] = [tilesOf(one), tilesOf(other)];
  if (left.means.length !== right.means.length) return { difference: 255, place: 'pages of other sizes' };
  let worst = { difference: 0, place: '' };
  left.means.forEach((mean, index) => {
    const difference = Math.abs(mean - (right.means[index] ?? 0));
    const tile = Math.floor(index / 3);
    const place = `${(tile % left.across) * TILE},${Math.floor(tile / left.across) * TILE}`;
    if (difference > worst.difference) worst = { difference, place };
  });
  return worst;
}
