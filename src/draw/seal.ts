import { dateString, textString } from './pdf-text.ts';
import { reference } from './resources.ts';
import type { PdfWriter } from './writer.ts';

/** A signature that will be put into the file: what it says of itself, and how long it can become. */
export interface Seal {
  /** Who signs; empty where the certificate says it. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  /** Most bytes of the signature. */
  readonly size: number;
}

/** Ten digits for each number of the byte range, which is known when the file is complete. */
const RANGE = '[0 0000000000 0000000000 0000000000]';

/** Where a seal lies in the file. */
export interface SealPlace {
  readonly range: number;
  readonly start: number;
  readonly end: number;
}

/** Write the signature's field with a widget that takes no room on the page (ISO 32000-1, section 12.7.4.5). */
export function writeSealField(writer: PdfWriter, widget: number, page: number): number {
  const signature = writer.reserve();
  writer.put(
    widget,
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Seal)/TU(Electronic seal)/V ${reference(signature)}` +
      `/Rect[0 0 0 0]/F ${PRINT_LOCKED}/P ${reference(page)}>>`,
  );
  const form = writer.add(`<</SigFlags ${SIGNED_APPEND_ONLY}/Fields[${reference(widget)}]>>`);
  writer.setCatalogue('AcroForm', reference(form));
  return signature;
}

const PRINT_LOCKED = 4 + 128;
const SIGNED_APPEND_ONLY = 3;

/**
 * Write the signature's dictionary with room for what comes later (ISO 32000-1, table 252). It stands outside of the
 * object streams, so that its bytes can be left out of what is signed.
 */
export function writeSeal(writer: PdfWriter, id: number, seal: Seal, date: Date): SealPlace {
  const { name, reason, location, size } = seal;
  const said = [
    name === '' ? '' : `/Name${textString(name)}`,
    reason === '' ? '' : `/Reason${textString(reason)}`,
    location === '' ? '' : `/Location${textString(location)}`,
  ].join('');
  const head = '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange';
  const before = `${head}${RANGE}${said}/M${dateString(date)}/Contents`;
  const contents = `<${'0'.repeat(2 * size)}>`;
  const offset = writer.putOutside(id, `${before}${contents}>>`);
  const start = offset + before.length;
  return { range: offset + head.length, start, end: start + contents.length };
}

/** Fill in which bytes are signed: all but the room of the signature (ISO 32000-1, section 12.8.1). */
export function fillByteRange(file: Uint8Array, { range, start, end }: SealPlace): void {
  const numbers = `[0 ${start} ${end} ${file.length - end}]`.padEnd(RANGE.length);
  file.set(Buffer.from(numbers, 'latin1'), range);
}
