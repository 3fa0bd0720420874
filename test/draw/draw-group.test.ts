import { expect, test } from 'vitest';
import type { PlacedGroup } from '../../src/paginate/page.ts';
import { pageContents, readPdf } from './read-pdf.ts';
import { at, BLUE, documentOf, drawn, makeTag, rectMark, RED, shaped, textMark } from './sample.ts';

const group = (changes: Partial<PlacedGroup>): PlacedGroup => ({
  opacity: 1,
  clip: null,
  transform: null,
  parent: null,
  ...changes,
});
const box = (color = RED) => rectMark({ background: color });
const draw = (...items: Parameters<typeof documentOf>[0]) => readPdf(drawn(documentOf(items)));

test('a group is entered once for all of its items: its transformation, then its clip', () => {
  const turned = group({
    transform: [0, 1, -1, 0, 50, 60],
    clip: { x: 1, y: 2, width: 3, height: 4 },
  });
  const [content = ''] = pageContents(
    draw(at(0, 0, box(), { group: turned }), at(9, 9, box(), { group: turned })),
  );
  expect(content.match(/^q$/gm)).toHaveLength(1);
  expect(content).toContain('q\n0 1 -1 0 50 60 cm\n1 2 3 4 re\nW n\n');
});

test('groups within groups are entered from the outside in', () => {
  const outer = group({ transform: [2, 0, 0, 2, 0, 0] });
  const inner = group({ transform: [1, 0, 0, 1, 5, 5], parent: outer });
  const [content = ''] = pageContents(draw(at(0, 0, box(), { group: inner })));
  expect(content).toContain('q\n2 0 0 2 0 0 cm\n1 0 0 1 5 5 cm\n');
});

test('what a group set does not hold after it', () => {
  const [content = ''] = pageContents(
    draw(
      at(0, 0, box()),
      at(0, 0, box(BLUE), { group: group({ transform: [1, 0, 0, 1, 1, 1] }) }),
      at(0, 0, box(BLUE)),
    ),
  );
  expect(content.match(/0 0 1 rg/g)).toHaveLength(2);
});

test('one translucent mark needs no group of its own', () => {
  const pdf = draw(at(0, 0, box(), { group: group({ opacity: 0.25 }) }));
  expect([...pdf.objects.values()].some(({ text }) => text.includes('/ca 0.25/CA 0.25'))).toBe(
    true,
  );
  expect([...pdf.objects.values()].some(({ text }) => text.includes('/S/Transparency'))).toBe(
    false,
  );
});

test('marks that overlap in a translucent group do not show through each other, and keep their tags', () => {
  const half = group({ opacity: 0.5 });
  const tag = makeTag('P', 1, makeTag('Document', 0, null));
  const text = at(0, 0, textMark(shaped('x'), { tag }), { group: half });
  const pdf = draw(at(0, 0, box(), { group: half }), text);
  const objects = [...pdf.objects.values()];
  const form = objects.find((object) => object.text.includes('/S/Transparency'));
  expect(form?.stream?.toString('latin1')).toContain('/P<</MCID 0>>BDC');
  expect(form?.text).toContain('/StructParents 0');
  expect(objects.some((object) => /\/MCR\/Pg \d+ 0 R\/Stm \d+ 0 R\/MCID 0/.test(object.text))).toBe(
    true,
  );
});

test('hundreds of groups within each other are drawn without running out of anything', () => {
  let deepest = group({ opacity: 0.99 });
  for (let depth = 0; depth < 500; depth++) deepest = group({ opacity: 0.99, parent: deepest });
  const [content = ''] = pageContents(
    draw(at(0, 0, box(), { group: deepest }), at(0, 0, box(BLUE), { group: deepest })),
  );
  expect(content.match(/^q$/gm)?.length).toBe(content.match(/^Q$/gm)?.length);
});
