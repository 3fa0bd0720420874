import { createHash } from 'node:crypto';
import type { Outcome } from '../failure.ts';
import type { Element } from '../markup/element.ts';
import { decodePicture } from '../picture/decode-picture.ts';
import type { Picture } from '../picture/picture.ts';
import { vectorOf } from '../picture/vector.ts';
import { loadResource, missingResource } from '../style/load-resource.ts';
import type { World } from '../world.ts';
import { placeOf, warn, type Build, type Frame } from './build.ts';

/** The picture of an `img` or `svg`; null, with a warning, where there is none to be had. */
export function pictureOf(frame: Frame, build: Build): Picture | null {
  const { element } = frame;
  const outcome = element.name === 'svg' ? inlineSvg(frame, build) : imageFile(element, build);
  if (!outcome) return null;
  const problems = outcome.ok ? outcome.warnings : [...outcome.failures, ...outcome.warnings];
  const at = placeOf(build, element.source);
  build.warnings.push(
    ...problems.map((problem) => ({ ...problem, place: placed(problem.place, at) })),
  );
  return outcome.ok ? outcome.value : null;
}

/** Messages about a picture name where it is used; those within an inline picture do so already. */
const placed = (inside: string, at: string): string => (/:\d+:\d+$/.test(inside) ? inside : at);

function inlineSvg(frame: Frame, build: Build): Outcome<Picture> {
  const { element, style, node } = frame;
  const { fontFamily, fontSize, fontWeight, fontStyle, letterSpacing, direction } = style;
  return vectorOf(element, placeOf(build, element.source), {
    lines: build.cascade.lines,
    color: style.color,
    fonts: build.fonts(),
    variables: node.variables,
    font: {
      families: fontFamily,
      size: fontSize,
      weight: fontWeight,
      slant: fontStyle,
      language: style.language,
      direction,
      letterSpacing,
      features: style.fontVariantNumeric,
      anchor: 'start',
      baseline: 'auto',
      preserve: style.whiteSpace.startsWith('pre') && style.whiteSpace !== 'pre-line',
    },
  });
}

function imageFile(element: Element, build: Build): Outcome<Picture> | null {
  const url = (element.attributes['src'] ?? '').trim();
  const resource = url === '' ? null : loadResource(url, build.world);
  if (resource === null) {
    warn(
      build,
      element.source,
      missingResource(url, 'picture', build.world),
      'pictures come from the declared folders or data: URLs',
    );
    return null;
  }
  const { bytes, name } = resource;
  if (url.startsWith('data:'))
    return decodePicture(bytes, placeOf(build, element.source), build.world.fonts);
  return decodedFile(bytes, name, build.world);
}

/** Files of the folders are decoded once for all documents; `data:` URLs may differ from document to document. */
function decodedFile(bytes: Uint8Array, name: string, world: World): Outcome<Picture> {
  const hash = createHash('sha256').update(bytes).digest('base64');
  return world.memo(`box:picture:${name}:${hash}`, () => decodePicture(bytes, name, world.fonts));
}

/** The words set instead of a picture that is not there. */
export function alternativeText(element: Element): string {
  return element.attributes['alt'] ?? element.attributes['aria-label'] ?? '';
}
