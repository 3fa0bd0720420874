import type { Bitmap, Samples } from '../picture/picture.ts';
import type { PdfWriter } from './writer.ts';
import { reference } from './resources.ts';

/** Write a bitmap as an image XObject (ISO 32000-1, section 8.9.5); the answer is its object number. */
export function embedBitmap(writer: PdfWriter, bitmap: Bitmap): number {
  const { samples, alpha } = bitmap;
  const { columns, rows } = stored(bitmap);
  const size = `/Type/XObject/Subtype/Image/Width ${columns}/Height ${rows}`;
  const mask = alpha === null ? '' : `/SMask ${reference(embedAlpha(writer, size, alpha))}`;
  const id = writer.reserve();
  const space = colorSpace(writer, samples);
  const entries = `${size}/ColorSpace${space}/BitsPerComponent ${samples.bits}${decode(samples)}${mask}`;
  writer.putStream(id, `${entries}${filter(bitmap)}`, samples.bytes);
  return id;
}

function embedAlpha(writer: PdfWriter, size: string, alpha: Uint8Array): number {
  const id = writer.reserve();
  const entries = `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
  writer.putStream(id, entries, alpha);
  return id;
}

const COMPONENTS = { grey: 1, rgb: 3, cmyk: 4, palette: 1 } as const;

/** Columns and rows of the samples: sides are swapped where the picture is shown on its side. */
function stored({ width, height, orientation }: Bitmap): { columns: number; rows: number } {
  return orientation > 4 ? { columns: height, rows: width } : { columns: width, rows: height };
}

function filter(bitmap: Bitmap): string {
  const { samples } = bitmap;
  if (samples.coding === 'jpeg') return '/Filter/DCTDecode';
  if (samples.coding === 'deflate') return '/Filter/FlateDecode';
  const { colors, bits } = samples;
  return `/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${COMPONENTS[colors]}/BitsPerComponent ${bits}/Columns ${stored(bitmap).columns}>>`;
}

function decode({ inverted }: Samples): string {
  return inverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
}

function colorSpace(writer: PdfWriter, { colors, palette }: Samples): string {
  switch (colors) {
    case 'grey':
      return '/DeviceGray';
    case 'rgb':
      return '/DeviceRGB';
    case 'palette':
      return `[/Indexed/DeviceRGB ${(palette?.length ?? 3) / 3 - 1}<${Buffer.from(palette ?? []).toString('hex')}>]`;
    case 'cmyk':
      return `[/DeviceN[/Cyan/Magenta/Yellow/Black]/DeviceRGB ${reference(embedTint(writer))}]`;
  }
}

/**
 * Red = (1 - cyan)(1 - black), and so on. With 1 - black put beneath, each turn takes the top ink, leaves its light
 * below the other two, and after three turns what is left of black comes off.
 */
const TURN = '1 exch sub 3 index mul 3 1 roll ';
const TINT = `{1 exch sub 4 1 roll ${TURN}${TURN}${TURN}4 -1 roll pop}`;

/** PDF/A (section 6.2.4.3) has no place for device CMYK beside an RGB output intent; its inks are mapped to RGB. */
function embedTint(writer: PdfWriter): number {
  const id = writer.reserve();
  const entries = '/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]';
  writer.putDeflated(id, entries, Buffer.from(TINT, 'latin1'));
  return id;
}
