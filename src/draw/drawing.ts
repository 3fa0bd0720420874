import type { Failure } from '../failure.ts';
import type { NamedObject, ResourceNames } from './content.ts';
import type { ByteText } from './byte-text.ts';
import { coordinate } from './format-number.ts';
import type { UsedFonts } from './used-fonts.ts';
import type { StructureTree } from './structure.ts';
import type { PdfWriter } from './writer.ts';

/** What the pages of one document share while they are drawn. */
export interface Drawing {
  readonly writer: PdfWriter;
  readonly fonts: UsedFonts;
  /** Where the operators of each page are put together. */
  readonly page: ByteText;
  readonly structure: StructureTree;
  readonly names: ResourceNames;
  /** Pictures already in the file, by their key. */
  readonly pictures: Map<string, NamedObject>;
  readonly warnings: Failure[];
  /** The document's, for all that is dated in the file. */
  readonly date: Date;
}

/** Names for transparency settings, each written once. */
export function shareResources(writer: PdfWriter): ResourceNames {
  const alphas = new Map<number, NamedObject>();
  return {
    alpha: (value) => {
      const known = alphas.get(value);
      if (known !== undefined) return known;
      const text = coordinate(value);
      const id = writer.add(`<</Type/ExtGState/ca ${text}/CA ${text}>>`);
      const named = { name: `A${alphas.size + 1}`, id };
      alphas.set(value, named);
      return named;
    },
  };
}
