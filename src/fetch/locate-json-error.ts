/** Where a text stops being JSON (RFC 8259), and what could have stood there. */
export interface JsonError {
  readonly offset: number;
  readonly expected: string;
}

type State = 'value' | 'item' | 'name' | 'member' | 'colon' | 'after member' | 'after item' | 'end';

interface Step {
  /** The offset behind the token; null where the token does not fit. */
  readonly next: number | null;
  readonly state: State;
}

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a value',
  item: "a value or ']'",
  name: "a name in double quotes or '}'",
  member: 'a name in double quotes',
  colon: "':'",
  'after member': "',' or '}'",
  'after item': "',' or ']'",
  end: 'the end of the text',
};

const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\n\r]*/y;
const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/**
 * Find the first error of a text that `JSON.parse` refused; null where there is none. The parser's own message would do,
 * but its words differ with the release of Node and often name no position. Takes no recursion, however deep the text.
 */
export function locateJsonError(text: string): JsonError | null {
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  let offset = skip(SPACE, text, 0);
  while (offset < text.length || state !== 'end') {
    const step: Step = take(text, offset, state, open);
    if (step.next === null) return errorAt(text, offset, state);
    state = step.state;
    offset = skip(SPACE, text, step.next);
  }
  return null;
}

function take(text: string, offset: number, state: State, open: ('{' | '[')[]): Step {
  const character = text[offset] ?? '';
  switch (state) {
    case 'value':
      return takeValue(text, offset, open);
    case 'item':
      return character === ']' ? close(offset, open) : takeValue(text, offset, open);
    case 'name':
      return character === '}'
        ? close(offset, open)
        : { next: endOfString(text, offset), state: 'colon' };
    case 'member':
      return { next: endOfString(text, offset), state: 'colon' };
    case 'colon':
      return { next: character === ':' ? offset + 1 : null, state: 'value' };
    case 'after member':
      return takeSeparator(character, offset, '}', open);
    case 'after item':
      return takeSeparator(character, offset, ']', open);
    case 'end':
      return { next: null, state };
  }
}

function takeValue(text: string, offset: number, open: ('{' | '[')[]): Step {
  const character = text[offset];
  if (character === '{' || character === '[') {
    open.push(character);
    return { next: offset + 1, state: character === '{' ? 'name' : 'item' };
  }
  const end = character === '"' ? endOfString(text, offset) : endOfScalar(text, offset);
  return { next: end, state: afterValue(open) };
}

function takeSeparator(
  character: string,
  offset: number,
  closing: string,
  open: ('{' | '[')[],
): Step {
  if (character === closing) return close(offset, open);
  return {
    next: character === ',' ? offset + 1 : null,
    state: closing === '}' ? 'member' : 'value',
  };
}

function close(offset: number, open: ('{' | '[')[]): Step {
  open.pop();
  return { next: offset + 1, state: afterValue(open) };
}

function afterValue(open: readonly ('{' | '[')[]): State {
  const innermost = open.at(-1);
  if (innermost === undefined) return 'end';
  return innermost === '{' ? 'after member' : 'after item';
}

function endOfScalar(text: string, offset: number): number | null {
  const end = skip(SCALAR, text, offset);
  return end > offset ? end : null;
}

function endOfString(text: string, offset: number): number | null {
  const end = text[offset] === '"' ? stringFault(text, offset) : offset;
  return text[end] === '"' && end > offset ? end + 1 : null;
}

/** The offset of the closing quotation mark, or of what cannot stand in a string. */
function stringFault(text: string, offset: number): number {
  let at = skip(PLAIN_CHARACTERS, text, offset + 1);
  while (text[at] === '\\') {
    const next = skip(ESCAPE, text, at);
    if (next === at) return at;
    at = skip(PLAIN_CHARACTERS, text, next);
  }
  return at;
}

function errorAt(text: string, offset: number, state: State): JsonError {
  if (
    text[offset] !== '"' ||
    !/value|item$|name|member$/.test(state) ||
    state.startsWith('after')
  ) {
    return { offset, expected: EXPECTED[state] };
  }
  const fault = stringFault(text, offset);
  const inside = fault < text.length;
  return {
    offset: fault,
    expected: inside ? 'a valid escape or character of a string' : "'\"' at the end of the string",
  };
}

function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  return match === null ? offset : offset + match[0].length;
}
