import * as z from 'zod';
import { failed, failure, success, type Outcome } from '../failure.ts';

const catalogueFace = z.strictObject({
  weight: z.int().min(1).max(1000),
  slant: z.enum(['normal', 'italic']),
  /** Path of the file within the package. */
  file: z.string().min(1),
});

const catalogueFamily = z.strictObject({
  family: z.string().min(1),
  /** The npm package that has the files. */
  package: z.string().min(1),
  /** Whether the package is left for the user to add. */
  optional: z.boolean(),
  /** SPDX identifier of the files' licence. */
  licence: z.string().min(1),
  /** ISO 15924 tags of the scripts that the family is meant for. */
  scripts: z.array(z.string().regex(/^[A-Z][a-z]{3}$/)),
  faces: z.array(catalogueFace).min(1),
});

const catalogue = z.strictObject({
  families: z.array(catalogueFamily).min(1),
  /** Families to try, in order, for what the families asked for do not have. */
  fallback: z.array(z.string()),
  /** Families to try first for a language (BCP 47, longest prefix). */
  languages: z.record(z.string(), z.array(z.string())),
  /** What generic family names stand for. */
  generic: z.record(z.string(), z.string()),
});

/** A family of the catalogue and where its files lie. */
export type CatalogueFamily = Readonly<z.infer<typeof catalogueFamily>>;

/** The families that come with Platen or can be added, their order of fallback and the generic names (fonts/README.md). */
export type Catalogue = Readonly<z.infer<typeof catalogue>>;

/** Read `fonts/catalogue.json`, parsed. Every family named in it must be there. */
export function readCatalogue(json: unknown): Outcome<Catalogue> {
  // Read once in a process: functions compiled for it would cost more than they save.
  const parsed = catalogue.safeParse(json, { jitless: true });
  if (!parsed.success) {
    return failed(
      parsed.error.issues.map((issue) => broken(issue.path.map(String).join('.'), issue.message)),
    );
  }
  const unknown = findUnknownFamilies(parsed.data);
  return unknown.length > 0 ? failed(unknown) : success(parsed.data);
}

function findUnknownFamilies(read: Catalogue): ReturnType<typeof broken>[] {
  const known = new Set(read.families.map(({ family }) => family));
  const named: (readonly [string, string])[] = [
    ...read.fallback.map((family) => ['fallback', family] as const),
    ...Object.values(read.languages).flatMap((families) =>
      families.map((family) => ['languages', family] as const),
    ),
    ...Object.values(read.generic).map((family) => ['generic', family] as const),
  ];
  return named
    .filter(([, family]) => !known.has(family))
    .map(([place, family]) => broken(place, `no family "${family}" in "families"`));
}

function broken(place: string, message: string): ReturnType<typeof failure> {
  return failure(
    'style',
    `fonts/catalogue.json: ${place}`,
    `The font catalogue is wrong: ${message}.`,
  );
}
