import { length, number } from './css-values.ts';
import type { Random } from './random.ts';

/** A PNG of 2 by 2 pixels and a JPEG's beginning. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGP4z8DwHwyBNJgGAEn2B/n2Xm4BAAAAAElFTkSuQmCC';
const JPEG = '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////';

const COMMANDS = ['M', 'l', 'H', 'v', 'C', 's', 'Q', 't', 'A', 'a', 'Z', 'z', 'm', 'X', ','];

function path(random: Random): string {
  const steps = random.some(8, () => {
    const numbers = random.some(7, () => number(random)).join(random.pick([' ', ',', '-']));
    return random.pick(COMMANDS) + numbers;
  });
  return (random.percent(80) ? 'M0 0' : '') + steps.join('');
}

const PAINTS = ['red', 'none', 'url(#g)', 'url(#nosuch)', 'currentColor', '#12', 'rgb(1,2)', ''];
const TRANSFORMS = ['rotate(45)', 'scale(0)', 'matrix(1 0 0 1e308 NaN 0)', 'skewX(90)', 'foo(', ''];

function shape(random: Random): string {
  const n = (): string => number(random);
  const look = `fill="${random.pick(PAINTS)}" stroke="${random.pick(PAINTS)}" stroke-width="${n()}" transform="${random.pick(TRANSFORMS)}"`;
  return random.pick([
    `<path d="${path(random)}" ${look}/>`,
    `<rect x="${n()}" width="${n()}" height="${n()}" rx="${n()}" ${look}/>`,
    `<circle cx="${n()}" r="${n()}" ${look}/>`,
    `<ellipse rx="${n()}" ry="${n()}" ${look}/>`,
    `<line x2="${n()}" ${look} stroke-dasharray="${n()} ${n()}"/>`,
    `<polygon points="${n()} ${n()},${n()}" ${look}/>`,
    `<text x="${n()}" ${look}>T<tspan>e</tspan></text>`,
    `<text x="${n()} ${n()}" dy="${n()}em" rotate="${n()}" font-size="${n()}" text-anchor="end" letter-spacing="${n()}">a\u05d0 <tspan dx="${n()}" direction="rtl">\u{1f600}e\u0301</tspan></text>`,
    `<rect width="${n()}" height="${n()}" clip-path="url(#u)"/>`,
    `<use href="#u"/>`,
    `<image href="x.png"/>`,
    `<style>rect { fill: var(--a) }</style>`,
    `<linearGradient id="g" href="#g"><stop offset="${n()}" stop-color="red"/><stop/></linearGradient>`,
    `<radialGradient id="g" r="${n()}"><stop offset="${n()}%"/></radialGradient>`,
    `<clipPath id="u"><use href="#u"/></clipPath>`,
  ]);
}

function group(random: Random, depth: number): string {
  const inside = random.some(3, () =>
    depth > 0 && random.percent(30) ? group(random, depth - 1) : shape(random),
  );
  const name = random.pick(['g', 'g', 'defs', 'svg', 'symbol', 'nosuch']);
  return `<${name} id="u" opacity="${number(random)}">${inside.join('')}${random.percent(95) ? `</${name}>` : ''}`;
}

/** An `svg` element, often broken. */
export function svg(random: Random): string {
  const box = random.some(5, () => number(random)).join(' ');
  const size = random.percent(60) ? `width="${length(random)}" height="${length(random)}"` : '';
  return `<svg viewBox="${random.percent(40) ? '0 0 100 50' : box}" ${size}>${group(random, 3)}${random.percent(95) ? '</svg>' : ''}`;
}

/** Base64 with some of it lost or changed. */
function damaged(random: Random, data: string): string {
  const at = random.below(data.length);
  const cut = data.slice(0, at);
  return random.percent(50)
    ? cut
    : cut + random.pick(['A', '/', 'zzzz', '=', '*']) + data.slice(at + 1);
}

function dataUrl(random: Random): string {
  return random.pick([
    () => `data:image/png;base64,${PNG}`,
    () => `data:image/png;base64,${damaged(random, PNG)}`,
    () => `data:image/jpeg;base64,${damaged(random, JPEG)}`,
    () => `data:image/svg+xml,${encodeURIComponent(svg(random))}`,
    () => `data:image/svg+xml;base64,${Buffer.from(svg(random)).toString('base64')}`,
    () => 'data:,',
    () => 'data:%%%;base64,====',
    () => '../../../etc/passwd',
    () => 'http://localhost/x.png',
    () => '\u0000',
  ])();
}

/** An `img` element. */
export function image(random: Random): string {
  const size = random.percent(40) ? `width="${number(random)}" height="${number(random)}"` : '';
  return `<img src="${dataUrl(random)}" alt="a" ${size}>`;
}
