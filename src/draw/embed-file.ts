import { createHash } from 'node:crypto';
import type { Attachment } from '../attachment.ts';
import { deflate } from './object-stream.ts';
import { dateString, nameText, textString } from './pdf-text.ts';
import { reference } from './resources.ts';
import type { PdfWriter } from './writer.ts';

/**
 * Write files into the file, each tied to the document as a whole (ISO 32000-1, sections 7.11.3 and 7.11.4; PDF/A-3,
 * section 6.8). Their dates are the document's.
 */
export function embedFiles(
  writer: PdfWriter,
  attachments: readonly Attachment[],
  date: Date,
): void {
  if (attachments.length === 0) return;
  const files = attachments.map((attachment) => ({
    name: attachment.name,
    id: specifyFile(writer, attachment, date),
  }));
  const named = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const names = named.map(({ name, id }) => `${textString(name)}${reference(id)}`);
  writer.setNames('EmbeddedFiles', `<</Names[${names.join('')}]>>`);
  writer.setCatalogue('AF', `[${files.map(({ id }) => reference(id)).join(' ')}]`);
}

function specifyFile(writer: PdfWriter, attachment: Attachment, date: Date): number {
  const { name, relationship, description } = attachment;
  const file = reference(embedFile(writer, attachment, date));
  const text = textString(name);
  return writer.add(
    `<</Type/Filespec/AFRelationship/${relationship}/F${text}/UF${text}/Desc${textString(description)}` +
      `/EF<</F ${file}/UF ${file}>>>>`,
  );
}

/** Readers check the bytes by their MD5 (ISO 32000-1, table 46); it proves nothing else. */
function embedFile(writer: PdfWriter, { mime, bytes }: Attachment, date: Date): number {
  const id = writer.reserve();
  const checksum = createHash('md5').update(bytes).digest('hex');
  const day = dateString(date);
  const entries =
    `/Type/EmbeddedFile/Subtype/${nameText(mime)}` +
    `/Params<</Size ${bytes.length}/CheckSum<${checksum}>/CreationDate${day}/ModDate${day}>>`;
  writer.putStream(id, `${entries}/Filter/FlateDecode`, deflate(bytes));
  return id;
}
