import type { Color } from '../color.ts';
import type { Aspect, Matrix, PathStep } from '../geometry.ts';

export type { PathStep } from '../geometry.ts';

/** A picture, decoded as far as layout and drawing need it. Sizes are its natural size in CSS px. */
export type Picture = Bitmap | Vector;

/** How stored rows and columns are shown, as Exif numbers it: 1 as they are, 6 turned to the right, 5 to 8 with the sides swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A raster image, taken apart so far that a file can hold it as it is; width and height are as shown. `key` is a hash of the bytes: equal pictures are embedded once. */
export interface Bitmap {
  readonly kind: 'bitmap';
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly samples: Samples;
  readonly orientation: Orientation;
  /** Deflated rows of one byte per pixel, 0 transparent to 255 opaque; null where every pixel is opaque. */
  readonly alpha: Uint8Array | null;
}

/** The colour values of a bitmap, compressed. */
export interface Samples {
  readonly colors: 'grey' | 'rgb' | 'cmyk' | 'palette';
  /** Bits of one colour value: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  readonly bytes: Uint8Array;
  /** `deflate`: plain rows; `png`: deflated rows, each led by its PNG filter type; `jpeg`: a whole JPEG file. */
  readonly coding: 'deflate' | 'png' | 'jpeg';
  /** Red, green and blue of each palette entry; null where `colors` is not `palette`. */
  readonly palette: Uint8Array | null;
  /** Whether 0 stands for full ink, as Adobe writes CMYK files. */
  readonly inverted: boolean;
}

/** SVG, reduced to filled and stroked paths. */
export interface Vector {
  readonly kind: 'vector';
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly viewBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly aspect: Aspect;
  readonly shapes: readonly Shape[];
}

/** An outline with its paint, in the vector's user units. */
export interface Shape {
  readonly steps: readonly PathStep[];
  readonly transform: Matrix;
  readonly fill: Paint | null;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | null;
  readonly opacity: number;
  /** Outlines that the shape is seen through, all of them, in the vector's outermost units. */
  readonly clips: readonly Clip[];
}

/** An outline that cuts off what is outside of it. */
export interface Clip {
  readonly steps: readonly PathStep[];
  readonly rule: 'nonzero' | 'evenodd';
}

/** A colour or a gradient; gradient coordinates are the shape's user units, after `transform`. */
export type Paint =
  | { readonly kind: 'color'; readonly color: Color }
  | {
      readonly kind: 'gradient';
      readonly shape: 'linear' | 'radial';
      /** Linear: x1 y1 x2 y2. Radial: fx fy cx cy r. */
      readonly points: readonly number[];
      readonly transform: Matrix;
      readonly stops: readonly { readonly offset: number; readonly color: Color }[];
    };

/** How an outline is stroked, in user units. */
export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
}
