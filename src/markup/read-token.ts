import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import {
  beginTag,
  addAttribute,
  endTag,
  flushText,
  gatherText,
  readEndTag,
  type Reader,
} from './reader.ts';

/** Elements whose content is not markup (HTML, section 13.2.5.1). */
export const RAW_TEXT: ReadonlySet<string> = new Set(
  'script style title textarea iframe noembed noframes xmp plaintext'.split(' '),
);

/** Reads whatever a page may hold, one token at a time. */
export interface TokenReader {
  /** The end of the tag, comment or declaration that follows here, with all text before it and, where it is raw, all text in it. */
  readFrom(start: number): number;
}

/** A reader of tokens by the rules of HTML (section 13.2.5). */
export function createTokenReader(reader: Reader): TokenReader {
  const { html } = reader;
  // The tokenizer sees the page from `start` on; `end` is where the page goes on after the token.
  const place = { start: 0, end: 0 };
  const stop = (end: number): void => {
    place.end = end;
    tokenizer.pause();
  };
  const options = { xmlMode: false, decodeEntities: true };
  const tokenizer: Tokenizer = new Tokenizer(options, callbacks(reader, place, stop));
  const readFrom = (start: number): number => {
    tokenizer.reset();
    Object.assign(place, { start, end: -1 });
    tokenizer.write(html.slice(start));
    if (place.end < 0) tokenizer.end();
    return place.end < 0 ? html.length : place.end;
  };
  return { readFrom };
}

function callbacks(
  reader: Reader,
  place: { readonly start: number },
  stop: (end: number) => void,
): TokenizerCallbacks {
  const { html } = reader;
  const afterMarkup = (_: number, end: number): void => {
    flushText(reader);
    stop(place.start + end + 1);
  };
  const afterTag = (end: number, selfClosing: boolean): void => {
    const isRaw = reader.svgDepth === 0 && RAW_TEXT.has(reader.name);
    endTag(reader, selfClosing);
    if (!isRaw || reader.builder.failures.length > 0) stop(place.start + end + 1);
  };
  return {
    ...textCallbacks(reader, place),
    ...attributeCallbacks(reader, place),
    onopentagname: (start, end) =>
      beginTag(reader, nameAt(reader, place.start + start, place.start + end), place.start + start),
    onopentagend: (end) => afterTag(end, false),
    onselfclosingtag: (end) => afterTag(end, true),
    onclosetag: (start, end) => {
      readEndTag(
        reader,
        nameAt(reader, place.start + start, place.start + end),
        place.start + start,
      );
      const close = html.indexOf('>', place.start + end);
      stop(close < 0 ? html.length : close + 1);
    },
    oncomment: afterMarkup,
    ondeclaration: afterMarkup,
    onprocessinginstruction: afterMarkup,
    onend: () => flushText(reader),
    isInForeignContext: () => reader.svgDepth > 0,
  };
}

function textCallbacks(
  reader: Reader,
  place: { readonly start: number },
): Pick<TokenizerCallbacks, 'ontext' | 'ontextentity' | 'oncdata'> {
  const gather = (start: number, end: number) =>
    gatherText(
      reader,
      reader.html.slice(place.start + start, place.start + end),
      place.start + start,
    );
  return {
    ontext: gather,
    ontextentity: (code, end) =>
      gatherText(reader, String.fromCodePoint(code), place.start + end - 1),
    oncdata: (start, end, offset) => gather(start, end - offset),
  };
}

function attributeCallbacks(
  reader: Reader,
  place: { readonly start: number },
): Pick<TokenizerCallbacks, 'onattribname' | 'onattribdata' | 'onattribentity' | 'onattribend'> {
  return {
    onattribname: (start, end) => {
      reader.attribute = attributeAt(reader, place.start + start, place.start + end);
      reader.value = '';
    },
    onattribdata: (start, end) => {
      reader.value += reader.html.slice(place.start + start, place.start + end);
    },
    onattribentity: (code) => {
      reader.value += String.fromCodePoint(code);
    },
    onattribend: () => addAttribute(reader, reader.attribute, reader.value),
  };
}

/** Names are written small, but those of pictures, where case tells. */
function nameAt({ names, svgDepth }: Reader, start: number, end: number): string {
  const name = names.nameAt(start, end);
  return svgDepth > 0 ? name : name.toLowerCase();
}

function attributeAt({ names, svgDepth, name }: Reader, start: number, end: number): string {
  const attribute = names.nameAt(start, end);
  return svgDepth > 0 || name === 'svg' ? attribute : attribute.toLowerCase();
}
