import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isStrong, isSum, labelOf, opensPart } from '../bill.mjs';
import { fontFiles } from '../fonts.mjs';
import { contentWidth, sheet } from '../sheet.mjs';

const pdfmake = createRequire(import.meta.url)('pdfmake');
const { colors, margin, padding } = sheet;
const lineHeight = 13 / (1.21 * 9);

/** pdfmake: a document definition from the bill. */
export async function open() {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.virtualfs.writeFileSync('regular.ttf', readFileSync(fontFiles.regular));
  pdfmake.virtualfs.writeFileSync('bold.ttf', readFileSync(fontFiles.bold));
  pdfmake.addFonts({ Inter: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  pdfmake.addTableLayouts({ bill: layout });
  return { render: (text) => pdfmake.createPdf(definitionOf(JSON.parse(text))).getBuffer() };
}

const layout = {
  hLineWidth: (at, { table }) => (at === 1 ? 0.75 : rowsRule(table.body[at])),
  hLineColor: (at) => (at === 1 ? colors.ink : colors.line),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => padding,
  paddingBottom: () => padding,
};

function rowsRule(cells) {
  return cells?.[0].ruled === true ? 0.5 : 0;
}

function definitionOf(bill) {
  return {
    pageSize: 'A4',
    pageMargins: [margin.side, margin.top, margin.side, margin.bottom],
    info: { title: bill.documentTitle },
    defaultStyle: { font: 'Inter', fontSize: 9, color: colors.ink, lineHeight },
    footer: (page, pages) => footOf(bill, page, pages),
    content: [...headOf(bill), ...bill.tables.map((table) => tableOf(table, bill)), notesOf(bill)],
  };
}

function headOf({ title, brand, number, parties, facts, due, others }) {
  return [
    {
      columns: [
        { text: title, fontSize: 22 },
        { text: brand, bold: true, alignment: 'right' },
      ],
    },
    { text: number, color: colors.soft, margin: [0, 0, 0, 24] },
    { columns: parties.map(partyOf), margin: [0, 0, 0, 25] },
    line(0.5, colors.line),
    { columns: facts.map(factOf), margin: [0, 8, 0, 14] },
    line(1.5, colors.accent),
    { text: due, fontSize: 22, margin: [0, 8, 0, 0] },
    { text: others, color: colors.soft, margin: [0, 0, 0, 24] },
  ];
}

function line(lineWidth, lineColor) {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth, lineColor }],
  };
}

function partyOf({ label, name, lines }) {
  const words = { text: label, fontSize: 7.5, color: colors.soft, margin: [0, 0, 0, 4] };
  return { stack: [words, { text: name, bold: true }, ...lines] };
}

function factOf({ label, value, wide }) {
  const width = (contentWidth / 4) * (wide ? 2 : 1);
  return { width, stack: [{ text: label, fontSize: 7.5, color: colors.soft }, value] };
}

function tableOf({ title, heads, widths, rows }, { textSize }) {
  const first = { text: title, bold: true, fontSize: 10.5 };
  const head = heads.map((text) => figureOf(text, { fontSize: 7.5, color: colors.soft }));
  const inner = widths.map((width, column) => (column === 0 ? width : width - 8));
  const body = [[first, ...head], ...rows.map(rowOf)];
  return {
    margin: [0, 0, 0, sheet.rowGap],
    fontSize: textSize,
    layout: 'bill',
    table: { headerRows: 1, dontBreakRows: true, widths: inner, body },
  };
}

function rowOf(row) {
  const bold = isStrong(row);
  const ruled = opensPart(row) || isSum(row);
  return [
    { text: labelOf(row), bold, ruled },
    ...row.cells.map((text) => figureOf(text, { bold })),
  ];
}

function figureOf(text, style) {
  return { text, alignment: 'right', noWrap: true, ...style };
}

function notesOf({ notes }) {
  return { unbreakable: true, stack: [{ text: notes, fontSize: 8, color: colors.soft }] };
}

function footOf({ legal, number, foot }, page, pages) {
  const pageOf = `${foot.page} ${page} ${foot.of} ${pages}`;
  return {
    margin: [margin.side, sheet.foot, margin.side, 0],
    fontSize: 7.5,
    color: colors.soft,
    columns: [legal.join('\n'), { text: `${number}\n${pageOf}`, alignment: 'right' }],
  };
}
