import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { isStrong, isSum, labelOf, opensPart } from '../bill.mjs';
import { fontFiles } from '../fonts.mjs';
import { contentWidth, sheet } from '../sheet.mjs';

const { colors, margin, padding, paper } = sheet;
const right = paper.width - margin.side;
const bottom = paper.height - margin.bottom;

/** pdfkit as its manual uses it: `text` with width and alignment, pages kept until their number is known. */
export async function open() {
  const fonts = [readFileSync(fontFiles.regular), readFileSync(fontFiles.bold)];
  return { render: (text) => print(JSON.parse(text), fonts) };
}

async function print(bill, [regular, bold]) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin.top, left: margin.side, right: margin.side, bottom: margin.bottom },
    bufferPages: true,
    font: null,
    info: { Title: bill.documentTitle },
  });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((done) => doc.once('end', done));
  doc.registerFont('regular', regular).registerFont('bold', bold);
  let y = drawHead(doc, bill);
  for (const table of bill.tables) y = drawTable(doc, { table, size: bill.textSize, from: y });
  drawNotes(doc, bill.notes, y);
  drawFeet(doc, bill);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawHead(doc, bill) {
  let y = margin.top;
  write(doc, bill.title, { y, ...sheet.title });
  write(doc, bill.brand, { y, ...sheet.head, font: 'bold', align: 'right' });
  write(doc, bill.number, { y: y + 28, color: colors.soft });
  y = drawParties(doc, bill.parties, y + 65);
  y = drawFacts(doc, bill.facts, y + 25);
  rule(doc, { y: y + 8, weight: 1.5, color: colors.accent });
  write(doc, bill.due, { y: y + 24, ...sheet.title });
  write(doc, bill.others, { y: y + 55, color: colors.soft });
  return y + 92;
}

function drawParties(doc, parties, y) {
  const width = contentWidth / 2;
  parties.forEach(({ label, name, lines }, index) => {
    const x = margin.side + index * width;
    write(doc, label, { x, y, width, ...sheet.label, color: colors.soft });
    write(doc, name, { x, y: y + 16, width, font: 'bold' });
    lines.forEach((line, at) => write(doc, line, { x, y: y + 29 + at * 13, width }));
  });
  return y + 29 + 13 * Math.max(...parties.map(({ lines }) => lines.length));
}

function drawFacts(doc, facts, top) {
  const width = contentWidth / 4;
  rule(doc, { y: top, weight: 0.5, color: colors.line });
  let [column, y] = [0, top + 8];
  for (const { label, value, wide } of facts) {
    const columns = wide ? 2 : 1;
    if (column + columns > 4) [column, y] = [0, y + 33];
    const x = margin.side + column * width;
    write(doc, label, { x, y, width: columns * width, ...sheet.label, color: colors.soft });
    write(doc, value, { x, y: y + 12, width: columns * width });
    column += columns;
  }
  return y + 33;
}

function drawTable(doc, { table, size, from }) {
  let y = from + 37 > bottom ? nextPage(doc) : from;
  y = drawTableHead(doc, table, y);
  for (const row of table.rows) {
    const height = measure(doc, row, { width: table.widths[0], size });
    if (y + height > bottom) y = drawTableHead(doc, table, nextPage(doc));
    drawRow(doc, row, { table, size, y });
    y += height;
  }
  return y + sheet.rowGap;
}

function drawTableHead(doc, { title, heads, widths }, y) {
  write(doc, title, { y, width: widths[0], ...sheet.head, font: 'bold' });
  eachFigure(heads, widths, (text, place) =>
    write(doc, text, { y: y + 2, ...place, ...sheet.label, color: colors.soft }),
  );
  rule(doc, { y: y + 17, weight: 0.75, color: colors.ink });
  return y + 17;
}

function measure(doc, row, { width, size }) {
  doc.font(isStrong(row) ? 'bold' : 'regular').fontSize(size);
  return doc.heightOfString(labelOf(row), { width, lineGap: lineGap(size, 13) }) + 2 * padding;
}

function drawRow(doc, row, { table, size, y }) {
  if (opensPart(row)) rule(doc, { y, weight: 0.5, color: colors.line });
  if (isSum(row))
    rule(doc, { x: margin.side + table.widths[0], y, weight: 0.5, color: colors.ink });
  const look = { y: y + padding, size, line: 13, font: isStrong(row) ? 'bold' : 'regular' };
  write(doc, labelOf(row), { ...look, width: table.widths[0] });
  eachFigure(row.cells, table.widths, (text, place) => write(doc, text, { ...look, ...place }));
}

function eachFigure(texts, widths, draw) {
  let x = margin.side + widths[0];
  texts.forEach((text, index) => {
    const width = widths[index + 1];
    if (text !== '') draw(text, { x, width, align: 'right' });
    x += width;
  });
}

function drawNotes(doc, notes, from) {
  const y = from + 36 > bottom ? nextPage(doc) : from;
  write(doc, notes, { y, width: 360, ...sheet.note, color: colors.soft });
}

function drawFeet(doc, { legal, number, foot }) {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0; // else writing in the foot adds a page
    const look = { y: bottom + sheet.foot, ...sheet.label, color: colors.soft };
    write(doc, legal.join('\n'), { ...look, width: 360 });
    const pageOf = `${foot.page} ${index + 1} ${foot.of} ${count}`;
    write(doc, `${number}\n${pageOf}`, { ...look, align: 'right' });
  }
}

function write(doc, text, options) {
  const { x = margin.side, y, width = contentWidth, align = 'left' } = options;
  const { size = 9, line = 13, font = 'regular', color = colors.ink } = options;
  doc.font(font).fontSize(size).fillColor(color);
  doc.text(text, x, y, { width, align, lineGap: lineGap(size, line) });
}

/** What Inter's own line height lacks. */
function lineGap(size, line) {
  return line - 1.21 * size;
}

function rule(doc, { x = margin.side, y, weight, color }) {
  doc.moveTo(x, y).lineTo(right, y).lineWidth(weight).stroke(color);
}

function nextPage(doc) {
  doc.addPage();
  return margin.top;
}
