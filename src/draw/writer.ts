import PDFDocument from 'pdfkit';
import type { Metadata } from './metadata.ts';
import { informationText, xmpOf } from './metadata.ts';
import type { ObjectBatch, ObjectPlace } from './object-stream.ts';
import { addBytes, addText, beginFile, digestOf, joined, type FileBytes } from './file-bytes.ts';
import { ObjectCount, type PdfkitReference } from './pdfkit-objects.ts';
import { putOutputIntent } from './output-intent.ts';
import { noNumbers, setAt, type Numbers } from './numbers.ts';
import { raw, reference } from './resources.ts';
import { pageText, type PageParts } from './page-text.ts';
import { write, type ByteText } from './byte-text.ts';
import {
  beginObject,
  deflate,
  emptyBatch,
  endObject,
  takeBatch,
  notePlaces,
  packPlaces,
  PLACES_ENTRIES,
} from './object-stream.ts';

/**
 * pdfkit as the writer of catalogue, pages, metadata, output intent and numbers of objects. It never sees text or
 * graphics. Dictionaries go into object streams and the cross-reference table is a stream (PDF 1.5), which pdfkit does
 * not know; nothing goes through its Readable. test/draw/pdfkit-surface.test.ts guards every private name used here.
 */
export class PdfWriter extends PDFDocument {
  declare _offset: number;
  declare _offsets: ObjectCount;
  declare _id: Uint8Array;
  declare _root: PdfkitReference;
  // Fields are declared without a value: pdfkit's constructor writes before initialisers of a subclass would run.
  declare private fileBytes: FileBytes | undefined;
  declare private unended: (string | Uint8Array)[] | undefined;
  declare private places: Numbers | undefined;
  declare private batch: ObjectBatch | undefined;
  declare private pages: number[] | undefined;
  declare private metadataOf: Metadata;
  declare private information: number;

  constructor(metadata: Metadata) {
    super({
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      lang: metadata.language,
      autoFirstPage: false,
      // pdfkit looks for a font of its own unless told that there is none.
      ...({ font: null } as object),
    });
    this.metadataOf = metadata;
    this._offsets = new ObjectCount(this._offsets.length);
    this.flushUnended();
  }

  /** A number for an object that comes later. */
  reserve(): number {
    return this._offsets.push();
  }

  /** Write an object that is not a stream. */
  put(id: number, body: string): void {
    write(this.begin(id), body);
    this.endObject();
  }

  /** Begin an object that is not a stream: it is written to the text, up to `endObject`. */
  begin(id: number): ByteText {
    return beginObject((this.batch ??= emptyBatch()), id);
  }

  /** End the object that was begun. */
  endObject(): void {
    if (this.batch !== undefined && endObject(this.batch)) this.flushBatch();
  }

  /** Write an object that is not a stream under a new number. */
  add(body: string): number {
    const id = this.reserve();
    this.put(id, body);
    return id;
  }

  /** Write an object outside of the object streams; the answer is the byte that its body starts at. */
  putOutside(id: number, body: string): number {
    this.place(id, this._offset);
    this.emitText(`${id} 0 obj\n`);
    const start = this._offset;
    this.emitText(`${body}\nendobj\n`);
    return start;
  }

  /** Write a stream; `entries` are its dictionary's, without length. */
  putStream(id: number, entries: string, bytes: Uint8Array): void {
    this.place(id, this._offset);
    this.emitText(`${id} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
    this.push(bytes);
    this._offset += bytes.length;
    this.emitText('\nendstream\nendobj\n');
  }

  /** Deflate and write a stream. */
  putDeflated(id: number, entries: string, bytes: Uint8Array): void {
    this.putStream(id, `${entries}/Filter/FlateDecode`, deflate(bytes));
  }

  /** Write a page under a number that was reserved for it. */
  putPage(id: number, page: PageParts): void {
    const contents = this.reserve();
    this.putDeflated(contents, '', page.content);
    this.put(id, pageText(page, this.pagesRoot().id, contents));
    (this.pages ??= []).push(id);
  }

  /** Set entries of the structure tree's root; values are PDF text. */
  setStructureRoot(entries: Readonly<Record<string, string>>): void {
    const root = this._root.data['StructTreeRoot'] as PdfkitReference;
    root.data = { Type: 'StructTreeRoot' };
    for (const [name, value] of Object.entries(entries)) root.data[name] = raw(value);
  }

  /** Set an entry of the catalogue; the value is PDF text. */
  setCatalogue(entry: string, value: string): void {
    this._root.data[entry] = raw(value);
  }

  /** Set a name tree of the catalogue; the value is PDF text. */
  setNames(entry: string, value: string): void {
    (this._root.data['Names'] as PdfkitReference).data[entry] = raw(value);
  }

  /** The object number of the structure tree's root. */
  structureRoot(): number {
    return (this._root.data['StructTreeRoot'] as PdfkitReference).id;
  }

  /** Write the rest and answer the file. */
  finish(): Uint8Array {
    const { pages = [] } = this;
    const kids = raw(`[${pages.map(reference).join(' ')}]`);
    this.pagesRoot().data = { Type: 'Pages', Count: pages.length, Kids: kids };
    // pdfkit would write each entry as an object of its own.
    this.info = {};
    this.information = this.add(informationText(this.metadataOf));
    this.end();
    if (this.batch !== undefined)
      throw new Error('pdfkit did not finish the file: an object was never ended');
    return joined(this.fileSoFar());
  }

  /** pdfkit's sink: bytes are kept, not streamed. */
  override push(chunk: Uint8Array | null): boolean {
    if (chunk !== null) addBytes(this.fileSoFar(), chunk);
    return true;
  }

  /** pdfkit writes an object in pieces; they are held until it ends, to be packed if there is no stream among them. */
  _write(data: string | Uint8Array): void {
    const piece = typeof data === 'string' ? `${data}\n` : data;
    (this.unended ??= []).push(piece);
    this._offset += piece.length;
  }

  /** pdfkit's end of an object. */
  _refEnd(ref: PdfkitReference): void {
    const [begin, body, end, ...more] = this.unended ?? [];
    if (
      typeof begin === 'string' &&
      typeof body === 'string' &&
      end === 'endobj\n' &&
      more.length === 0
    ) {
      this.unended = [];
      this._offset = ref.offset;
      this.put(ref.id, body.trimEnd());
    } else {
      this.place(ref.id, ref.offset);
      this.flushUnended();
    }
    REF_END.call(this, ref);
  }

  /** pdfkit's writer of XMP, which does not escape. */
  _addInfo(): void {
    (this as unknown as { appendXML(xml: string): void }).appendXML(xmpOf(this.metadataOf));
  }

  /** pdfkit puts the writers of a kind of PDF on the object itself; that of the colour space deflates it anew each time. */
  _importSubset(subset: object): void {
    Object.assign(this, subset, { _addColorOutputIntent: () => putOutputIntent(this) });
  }

  /** pdfkit's writer of forms: it expects fields of its own making. */
  override endAcroForm(): this {
    return this;
  }

  /** pdfkit's writer of the cross-reference table and the trailer. */
  _finalize(): void {
    this.flushBatch();
    this.batch = undefined;
    const id = this.reserve();
    const start = this._offset;
    this.place(id, start);
    const digest = digestOf(this.fileSoFar());
    const entries = `${PLACES_ENTRIES}/Size ${id + 1}/Root ${reference(this._root.id)}/Info ${reference(this.information)}/ID[<${digest}><${digest}>]`;
    this.putDeflated(id, entries, packPlaces((this.places ??= noNumbers())));
    this.emitText(`startxref\n${start}\n%%EOF\n`);
  }

  private place(id: number, place: ObjectPlace): void {
    setAt((this.places ??= noNumbers()), id, place);
  }

  private flushBatch(): void {
    const { batch } = this;
    if (batch === undefined || batch.ids.length === 0) return;
    const stream = this.reserve();
    notePlaces(batch, stream, (this.places ??= noNumbers()));
    const { entries, bytes } = takeBatch(batch);
    this.putDeflated(stream, entries, bytes);
  }

  private flushUnended(): void {
    for (const piece of this.unended ?? [])
      this.push(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    this.unended = [];
  }

  private fileSoFar(): FileBytes {
    return (this.fileBytes ??= beginFile());
  }

  private emitText(text: string): void {
    addText(this.fileSoFar(), text);
    this._offset += text.length;
  }

  private pagesRoot(): PdfkitReference {
    return this._root.data['Pages'] as PdfkitReference;
  }
}

const REF_END = (PDFDocument as unknown as { prototype: { _refEnd(ref: PdfkitReference): void } })
  .prototype._refEnd;
