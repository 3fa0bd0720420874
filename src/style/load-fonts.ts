import { failure, type Failure } from '../failure.ts';
import type { FontFaceRule } from '../font/font-book.ts';
import { place } from '../markup/element.ts';
import type { World } from '../world.ts';
import { loadResource, missingResource } from './load-resource.ts';
import type { FontFaceDescription } from './sheet.ts';

/** Load the files of `@font-face` rules: the first of each that is there. */
export function loadFonts(
  faces: readonly FontFaceDescription[],
  world: World,
  warnings: Failure[],
): readonly FontFaceRule[] {
  return faces.flatMap((face) => {
    const resource = firstResource(face.urls, world);
    if (!resource) warnings.push(missing(face, world));
    const { family, weight, slant } = face;
    return resource ? [{ family, weight, slant, bytes: resource.bytes }] : [];
  });
}

function firstResource(urls: readonly string[], world: World): ReturnType<typeof loadResource> {
  for (const url of urls) {
    const resource = loadResource(url, world);
    if (resource) return resource;
  }
  return null;
}

function missing(face: FontFaceDescription, world: World): Failure {
  const found = face.urls.map((url) => url.slice(0, 80)).join(', ');
  const large = face.urls.find((url) => world.isTooLarge(url));
  const message =
    large === undefined
      ? `there is no font file for "${face.family}"`
      : missingResource(large, 'font', world);
  return failure('style', place(face.source), message, {
    found,
    hint: 'fonts come from the folders of the template or page, or from data: URLs',
  });
}
