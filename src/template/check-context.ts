import type { Failure } from '../failure.ts';
import type { Shape } from './view-shape.ts';

/** A word that a template asks for, and where. */
export interface MessageUse {
  readonly key: string;
  readonly place: string;
}

/** What checking a template gathers. */
export interface Findings {
  readonly failures: Failure[];
  readonly messages: MessageUse[];
  /** Files of the partials in use, each once. */
  readonly partials: Set<string>;
}

/** Where a check stands: the file, and what names mean there. */
export interface Scope {
  readonly file: string;
  /** Contexts from the outermost to the current one. */
  readonly contexts: readonly Shape[];
  readonly blockParameters: ReadonlyMap<string, Shape>;
  readonly root: Shape;
  /** Partials being checked around this one, outermost first. */
  readonly within: readonly string[];
}

/** `sections/fees.hbs:12:5`, counted from 1. */
export function placeOf(
  { file }: Scope,
  { loc }: { readonly loc: hbs.AST.SourceLocation },
): string {
  return `${file}:${loc.start.line}:${loc.start.column + 1}`;
}

/** Words for a shape in messages. */
export function nameShape(shape: Shape): string {
  if (shape === 'text') return 'a text';
  if (shape === 'flag') return 'a flag';
  if (shape === 'words') return 'a table of words';
  return 'list' in shape ? 'a list' : 'a record';
}
