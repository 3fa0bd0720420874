import { readFileSync } from 'node:fs';
import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import { isStrong, isSum, labelOf, opensPart } from '../bill.mjs';
import { fontFiles } from '../fonts.mjs';
import { contentWidth, sheet } from '../sheet.mjs';

const { colors, margin, padding, paper } = sheet;
const right = paper.width - margin.side;
const bottom = paper.height - margin.bottom;

/** jsPDF with its table plugin. */
export async function open() {
  const fonts = [
    ['normal', readFileSync(fontFiles.regular).toString('base64')],
    ['bold', readFileSync(fontFiles.bold).toString('base64')],
  ];
  return { render: (text) => print(JSON.parse(text), fonts) };
}

function print(bill, fonts) {
  const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
  for (const [style, data] of fonts) {
    doc.addFileToVFS(`${style}.ttf`, data);
    doc.addFont(`${style}.ttf`, 'Inter', style);
  }
  doc.setProperties({ title: bill.documentTitle });
  doc.setLineHeightFactor(13 / 9);
  let y = drawHead(doc, bill);
  for (const table of bill.tables) y = drawTable(doc, { table, size: bill.textSize, from: y });
  drawNotes(doc, bill.notes, y);
  drawFeet(doc, bill);
  return Buffer.from(doc.output('arraybuffer'));
}

function drawHead(doc, bill) {
  const top = margin.top;
  write(doc, bill.title, { y: top, size: 22 });
  write(doc, bill.brand, { x: right, y: top, size: 10.5, style: 'bold', align: 'right' });
  write(doc, bill.number, { y: top + 28, color: colors.soft });
  const facts = drawParties(doc, bill.parties, top + 65) + 25;
  const due = drawFacts(doc, bill.facts, facts) + 8;
  rule(doc, due, { weight: 1.5, color: colors.accent });
  write(doc, bill.due, { y: due + 16, size: 22 });
  write(doc, bill.others, { y: due + 47, color: colors.soft });
  return due + 84;
}

function drawParties(doc, parties, y) {
  parties.forEach(({ label, name, lines }, index) => {
    const x = margin.side + (index * contentWidth) / 2;
    write(doc, label, { x, y, size: 7.5, color: colors.soft });
    write(doc, name, { x, y: y + 16, style: 'bold' });
    write(doc, lines, { x, y: y + 29 });
  });
  return y + 29 + 13 * Math.max(...parties.map(({ lines }) => lines.length));
}

function drawFacts(doc, facts, top) {
  rule(doc, top, { weight: 0.5, color: colors.line });
  let [column, y] = [0, top + 8];
  for (const { label, value, wide } of facts) {
    const columns = wide ? 2 : 1;
    if (column + columns > 4) [column, y] = [0, y + 33];
    const x = margin.side + (column * contentWidth) / 4;
    write(doc, label, { x, y, size: 7.5, color: colors.soft });
    write(doc, value, { x, y: y + 12 });
    column += columns;
  }
  return y + 33;
}

function drawTable(doc, { table: { title, heads, widths, rows }, size, from }) {
  const headStyles = { fontSize: 7.5, textColor: colors.soft, valign: 'bottom' };
  const strong = { fontStyle: 'bold', fontSize: 10.5, textColor: colors.ink, halign: 'left' };
  autoTable(doc, {
    startY: from,
    margin: { left: margin.side, right: margin.side, top: margin.top, bottom: margin.bottom },
    theme: 'plain',
    rowPageBreak: 'avoid',
    showHead: 'everyPage',
    styles: {
      font: 'Inter',
      fontSize: size,
      textColor: colors.ink,
      cellPadding: { top: padding, bottom: padding, left: 0, right: 0 },
      overflow: 'linebreak',
      halign: 'right',
    },
    headStyles: {
      ...headStyles,
      fontStyle: 'normal',
      lineWidth: { bottom: 0.75 },
      lineColor: colors.ink,
    },
    columnStyles: Object.fromEntries(widths.map((cellWidth, at) => [at, { cellWidth }])),
    head: [[{ content: title, styles: strong }, ...heads]],
    body: rows.map(rowOf),
  });
  return doc.lastAutoTable.finalY + sheet.rowGap;
}

function rowOf(row) {
  const fontStyle = isStrong(row) ? 'bold' : 'normal';
  const ruled = opensPart(row) || isSum(row);
  const line = ruled ? { lineWidth: { top: 0.5 }, lineColor: colors.line } : {};
  const styles = { fontStyle, ...line };
  const label = { content: labelOf(row), styles: { ...styles, halign: 'left' } };
  return [label, ...row.cells.map((content) => ({ content, styles }))];
}

function drawNotes(doc, notes, from) {
  const lines = lookOf(doc, { size: 8, color: colors.soft }).splitTextToSize(notes, 360);
  const fits = from + 12 * lines.length <= bottom;
  if (!fits) doc.addPage();
  write(doc, lines, { y: fits ? from : margin.top, size: 8, color: colors.soft });
}

function drawFeet(doc, { legal, number, foot }) {
  const pages = doc.getNumberOfPages();
  for (let page = 1; page <= pages; page += 1) {
    doc.setPage(page);
    const look = { y: bottom + sheet.foot, size: 7.5, color: colors.soft };
    write(doc, legal, look);
    const words = [number, `${foot.page} ${page} ${foot.of} ${pages}`];
    write(doc, words, { ...look, x: right, align: 'right' });
  }
}

function write(doc, text, { x = margin.side, y, align = 'left', ...look }) {
  const { size = 9 } = look;
  lookOf(doc, look).text(text, x, y + size, { align });
}

function lookOf(doc, { size = 9, style = 'normal', color = colors.ink }) {
  return doc.setFont('Inter', style).setFontSize(size).setTextColor(color);
}

function rule(doc, y, { weight, color }) {
  doc.setLineWidth(weight).setDrawColor(color).line(margin.side, y, right, y);
}
