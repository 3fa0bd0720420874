import { isStrong, isSum, opensPart } from './bill.mjs';
import { pathToFileURL } from 'node:url';
import { fontFiles } from './fonts.mjs';
import { sheet } from './sheet.mjs';

const { colors } = sheet;

const STYLE = `
@font-face { font-family: Inter; font-weight: 400; src: url("${pathToFileURL(fontFiles.regular).href}"); }
@font-face { font-family: Inter; font-weight: 600; src: url("${pathToFileURL(fontFiles.bold).href}"); }
html { font: 9pt/13pt Inter; color: ${colors.ink}; }
body, h1, p { margin: 0; }
h1, .due { font-size: 22pt; line-height: 28pt; font-weight: 400; }
strong, .strong, .title { font-weight: 600; }
.soft, .label, .note { color: ${colors.soft}; }
.label { font-size: 7.5pt; line-height: 12pt; }
.note { font-size: 8pt; line-height: 11pt; display: block; }
.brand { float: right; font-weight: 600; font-size: 10.5pt; }
.parties, .facts { width: 100%; table-layout: fixed; border-spacing: 0; }
.parties td, .facts td { vertical-align: top; padding: 0 16pt 8pt 0; }
.parties { margin: 24pt 0 12pt; }
.facts { border-top: 0.5pt solid ${colors.line}; padding-top: 7.5pt; }
.sum { border-top: 1.5pt solid ${colors.accent}; padding-top: 14.5pt; margin: 8pt 0 24pt; }
.bill { table-layout: fixed; width: 100%; border-collapse: separate; border-spacing: 0; margin-bottom: 20pt; }
.bill td, .bill th { padding: 4pt 0; vertical-align: top; text-align: right; font-weight: inherit; }
.bill tr > :first-child { text-align: left; }
.bill td + td, .bill th + th { padding-left: 8pt; }
.bill tr { break-inside: avoid; }
.bill thead th { border-bottom: 0.75pt solid ${colors.ink}; font-size: 7.5pt; color: ${colors.soft}; }
.bill thead .title { font-size: 10.5pt; color: ${colors.ink}; }
.opens td { border-top: 0.5pt solid ${colors.line}; }
.figures td + td { border-top: 0.5pt solid ${colors.ink}; }
.notes { width: 360pt; font-size: 8pt; line-height: 12pt; color: ${colors.soft}; break-inside: avoid; }
`;

/** The bill as a page of plain HTML, for renderers whose CSS ends before that of the standard template. */
export function plainPage(bill) {
  return `<!DOCTYPE html>
<html lang="${escaped(bill.locale)}"><head><meta charset="utf-8"><title>${escaped(bill.documentTitle)}</title>
<style>${STYLE}${footOf(bill)}</style></head><body>
<p class="brand">${escaped(bill.brand)}</p><h1>${escaped(bill.title)}</h1><p class="soft">${escaped(bill.number)}</p>
<table class="parties"><tr>${bill.parties.map(partyOf).join('')}</tr></table>
<table class="facts"><tr>${bill.facts.map(factOf).join('')}</tr></table>
<div class="sum"><p class="due">${escaped(bill.due)}</p><p class="soft">${escaped(bill.others)}</p></div>
${bill.tables.map((table) => tableOf(table, bill)).join('\n')}
<p class="notes">${escaped(bill.notes)}</p>
</body></html>`;
}

function footOf({ legal, number, foot }) {
  const { margin } = sheet;
  const look = `font: 7.5pt/10pt Inter; color: ${colors.soft}; vertical-align: top; padding-top: 20pt; white-space: pre-line;`;
  const words = (text) => JSON.stringify(text).replaceAll('\\n', '\\a ');
  return `@page { size: A4; margin: ${margin.top}pt ${margin.side}pt ${margin.bottom}pt;
@bottom-left { ${look} width: 70%; content: ${words(legal.join('\n'))}; }
@bottom-right { ${look} text-align: right; content: ${words(`${number}\n${foot.page} `)} counter(page) ${words(` ${foot.of} `)} counter(pages); } }`;
}

function partyOf({ label, name, lines }) {
  const rest = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<td><p class="label">${escaped(label)}</p><p class="strong">${escaped(name)}</p>${rest}</td>`;
}

function factOf({ label, value, wide }) {
  return `<td${wide ? ' colspan="2"' : ''}><p class="label">${escaped(label)}</p><p>${escaped(value)}</p></td>`;
}

function tableOf({ title, heads, widths, rows }, { textSize }) {
  const columns = widths.map((width) => `<col style="width:${width}pt">`).join('');
  const head = heads.map((words) => `<th>${escaped(words)}</th>`).join('');
  return `<table class="bill" style="font-size:${textSize}pt"><colgroup>${columns}</colgroup>
<thead><tr><th class="title">${escaped(title)}</th>${head}</tr></thead>
<tbody>${rows.map(rowOf).join('\n')}</tbody></table>`;
}

function rowOf(row) {
  const names = [opensPart(row) && 'opens', isSum(row) && 'figures', isStrong(row) && 'strong'];
  const notes = row.notes.map((note) => `<span class="note">${escaped(note)}</span>`).join('');
  const cells = row.cells.map((text) => `<td>${escaped(text)}</td>`).join('');
  return `<tr class="${names.filter(Boolean).join(' ')}"><td>${escaped(row.label)}${notes}</td>${cells}</tr>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
