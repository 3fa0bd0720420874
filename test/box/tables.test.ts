import { describe, expect, it } from 'vitest';
import { boxesOf, lines, treeOf } from './boxes-of.ts';

const css =
  '<style>.t { display: table } .g { display: table-row-group } .r { display: table-row } .c { display: table-cell } .f { display: table-footer-group } .h { display: table-header-group }</style>';

describe('tables', () => {
  it('have head, bodies and foot in this order, captions and columns apart', () => {
    const html =
      '<table><caption>C</caption><colgroup><col width="10"><col span="2"></colgroup><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody><thead><tr><th>h</th></tr></thead></table>';
    expect(boxesOf(html)).toBe(
      lines(`
        table Table
          column {"px":10,"percent":0}
          column "auto"
          column "auto"
          caption
            block Caption
              inline-flow Caption
                "C" Caption
          head THead
            row TR
              cell TH
                inline-flow TH
                  "h" TH
          body TBody
            row TR
              cell TD
                inline-flow TD
                  "b" TD
          foot TFoot
            row TR
              cell TD
                inline-flow TD
                  "f" TD
      `),
    );
  });

  it('take a second head for a body', () => {
    const html = `${css}<div class="t"><div class="h r2"><p class="r">a</p></div><div class="h"><p class="r">b</p></div></div>`;
    const groups = boxesOf(html)
      .split('\n')
      .filter((line) => /^ {2}\w/.test(line));
    expect(groups).toEqual(['  head Div', '  body Div']);
  });

  it('get the groups, rows and cells that they lack', () => {
    expect(
      boxesOf(
        `${css}<div class="t">a <b>b</b><div class="c">c</div><div class="r">d</div> <p>e</p></div>`,
      ),
    ).toBe(
      lines(`
        table Div
          body Div
            row Div
              cell Div
                inline-flow Div
                  "a " Div
                  span Div
                    "b" Div
              cell Div
                inline-flow Div
                  "c" Div
            row Div
              cell Div
                inline-flow Div
                  "d" Div
            row Div
              cell Div
                block P
                  inline-flow P
                    "e" P
      `),
    );
  });

  it('are made around parts that have none', () => {
    expect(boxesOf(`${css}<div>a<div class="c">b</div> <div class="c">c</div>d</div>`)).toBe(
      lines(`
        block Div
          inline-flow Div
            "a" Div
          table Div
            body Div
              row Div
                cell Div
                  inline-flow Div
                    "b" Div
                cell Div
                  inline-flow Div
                    "c" Div
          inline-flow Div
            "d" Div
      `),
    );
  });

  it('are inline in inline boxes', () => {
    expect(boxesOf(`${css}<p><b>a<i class="c">b</i></b></p>`)).toBe(
      lines(`
        block P
          inline-flow P
            span P
              "a" P
              atom
                table P
                  body P
                    row P
                      cell P
                        inline-flow P
                          "b" P
      `),
    );
  });

  it('keep no white space between their parts', () => {
    const spaced =
      '<table> <thead> <tr> <th>a</th> </tr> </thead> <tbody> <tr> <td>b</td> </tr> </tbody> </table>';
    expect(boxesOf(spaced)).toBe(boxesOf(spaced.replaceAll('> <', '><')));
  });

  it('keep spans within the table', () => {
    const cell = (attributes: string): unknown => {
      const tree = treeOf(
        `<table><tbody><tr><td ${attributes}>a</td></tr><tr></tr></tbody></table>`,
      );
      const [body] = tree.root.children;
      const [table] = body?.kind === 'block' ? body.children : [];
      const found = table?.kind === 'table' ? table.groups[0]?.rows[0]?.cells[0] : undefined;
      return [found?.columnSpan, found?.rowSpan];
    };
    expect(cell('')).toEqual([1, 1]);
    expect(cell('colspan="3" rowspan="2"')).toEqual([3, 2]);
    expect(cell('colspan="99999" rowspan="99999"')).toEqual([1000, 2]);
    expect(cell('colspan="0" rowspan="0"')).toEqual([1, 2]);
    expect(cell('colspan="-2" rowspan="x"')).toEqual([1, 1]);
  });
});
