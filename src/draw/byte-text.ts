/** Latin-1 text that is put together piece by piece, as bytes: content streams and object streams have megabytes of it. */
export interface ByteText {
  bytes: Buffer;
  length: number;
}

/** An empty text with room for so many bytes before it has to grow. */
export function beginText(room = 16_384): ByteText {
  return { bytes: Buffer.allocUnsafe(room), length: 0 };
}

/** The bytes so far. They are overwritten when the text is begun anew. */
export function bytesOf({ bytes, length }: ByteText): Uint8Array {
  return bytes.subarray(0, length);
}

/** Make room for more bytes. */
export function makeRoom(text: ByteText, more: number): void {
  if (text.length + more <= text.bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(text.bytes.length * 2, text.length + more));
  larger.set(bytesOf(text));
  text.bytes = larger;
}

/** Longer pieces are copied by the engine's own routine, which costs a call into it. */
const LONG = 64;

/** Write a piece; one byte for each character. */
export function write(text: ByteText, piece: string): void {
  const { length } = piece;
  makeRoom(text, length);
  const { bytes } = text;
  const start = text.length;
  if (length > LONG) bytes.write(piece, start, 'latin1');
  else for (let index = 0; index < length; index++) bytes[start + index] = piece.charCodeAt(index);
  text.length = start + length;
}

/** Write bytes. */
export function writeBytes(text: ByteText, bytes: Uint8Array): void {
  makeRoom(text, bytes.length);
  text.bytes.set(bytes, text.length);
  text.length += bytes.length;
}

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;

/** Most characters of a number. */
const WIDEST = 32;

/** Write a whole number. */
export function writeWhole(text: ByteText, value: number): void {
  makeRoom(text, WIDEST);
  if (value < 0) text.bytes[text.length++] = MINUS;
  writeDigits(text, Math.abs(value));
}

/** Write four hexadecimal digits. */
export function writeHex4(text: ByteText, value: number): void {
  makeRoom(text, 4);
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (value >> shift) & 15;
    text.bytes[text.length++] = digit < 10 ? ZERO + digit : TEN + digit;
  }
}

/** The letter A, less the ten digits before it. */
const TEN = 0x41 - 10;

/** Write a reference to an object: `12 0 R`. */
export function writeReference(text: ByteText, id: number): void {
  writeWhole(text, id);
  write(text, ' 0 R');
}

/** Write thousandths of a number as its shortest decimal form, and the space that parts it from what follows. */
export function writeThousandths(text: ByteText, thousandths: number): void {
  makeRoom(text, WIDEST);
  if (thousandths < 0) text.bytes[text.length++] = MINUS;
  const value = Math.abs(thousandths);
  const whole = Math.floor(value / 1000);
  writeDigits(text, whole);
  const rest = value - whole * 1000;
  if (rest > 0) writeFraction(text, rest);
  text.bytes[text.length++] = SPACE;
}

function writeFraction(text: ByteText, rest: number): void {
  const { bytes } = text;
  let at = text.length;
  bytes[at++] = POINT;
  bytes[at++] = ZERO + ((rest / 100) | 0);
  if (rest % 100 !== 0) {
    bytes[at++] = ZERO + (((rest / 10) | 0) % 10);
    if (rest % 10 !== 0) bytes[at++] = ZERO + (rest % 10);
  }
  text.length = at;
}

/** Write a whole number below 2³¹, room for which is made. */
function writeDigits(text: ByteText, value: number): void {
  const { bytes, length } = text;
  let size = 1;
  for (let bound = 10; value >= bound; bound *= 10) size++;
  let left = value | 0;
  for (let at = length + size - 1; at >= length; at--) {
    const tens = (left / 10) | 0;
    bytes[at] = ZERO + left - tens * 10;
    left = tens;
  }
  text.length = length + size;
}
