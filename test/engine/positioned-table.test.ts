import { expect, test } from 'vitest';
import { layOutPage } from './lay-out-page.ts';

const TABLE = `<table><thead><tr><th>Head</th></tr></thead><tfoot><tr><td>Foot</td></tr></tfoot>
  <tbody><tr><td>Body</td></tr></tbody></table>`;

test.each(['static', 'relative', 'absolute', 'fixed'])(
  'a table that is %s has its foot',
  (position) => {
    const { pages } = layOutPage(
      `<style>@page { size: 400px 400px; margin: 10px }</style>
     <div style="position: relative; height: 100px"><div style="position: ${position}">${TABLE}</div></div>`,
    );
    const words = pages.flatMap(({ items }) =>
      items.flatMap(({ mark }) => (mark.kind === 'text' ? [mark.text] : [])),
    );
    expect(words).toEqual(['Head', 'Body', 'Foot']);
  },
);
