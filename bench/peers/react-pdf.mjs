import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer';
import { createElement } from 'react';
import { isStrong, isSum, opensPart } from '../bill.mjs';
import { fontFiles } from '../fonts.mjs';
import { sheet } from '../sheet.mjs';

const { colors, margin, padding } = sheet;
const lineHeight = 13 / 9;

const styles = StyleSheet.create({
  page: {
    paddingTop: margin.top,
    paddingHorizontal: margin.side,
    paddingBottom: margin.bottom,
    fontFamily: 'Inter',
    fontSize: 9,
    lineHeight,
    color: colors.ink,
  },
  strong: { fontWeight: 600 },
  title: { fontSize: 22, lineHeight: 28 / 22 },
  apart: { flexDirection: 'row', justifyContent: 'space-between' },
  soft: { color: colors.soft },
  label: { fontSize: 7.5, color: colors.soft },
  facts: { flexDirection: 'row', flexWrap: 'wrap', borderTop: `0.5pt solid ${colors.line}` },
  due: { borderTop: `1.5pt solid ${colors.accent}`, paddingTop: 14, marginBottom: 24 },
  row: { flexDirection: 'row', paddingVertical: padding },
  ruled: { borderTop: `0.5pt solid ${colors.line}` },
  head: { flexDirection: 'row', paddingBottom: 5, borderBottom: `0.75pt solid ${colors.ink}` },
  foot: {
    position: 'absolute',
    left: margin.side,
    right: margin.side,
    top: sheet.paper.height - margin.bottom + sheet.foot,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 7.5,
    color: colors.soft,
  },
});

/** react-pdf: elements of React from the bill. */
export async function open() {
  const fonts = [
    { src: fontFiles.regular, fontWeight: 400 },
    { src: fontFiles.bold, fontWeight: 600 },
  ];
  Font.register({ family: 'Inter', fonts });
  Font.registerHyphenationCallback((word) => [word]);
  return { render: (text) => renderToBuffer(documentOf(JSON.parse(text))) };
}

const text = (style, ...words) => createElement(Text, { style }, ...words);
const view = (style, ...parts) => createElement(View, { style }, ...parts);

function documentOf(bill) {
  const parts = [...headOf(bill), ...bill.tables.map((table) => tableOf(table, bill))];
  const notes = view({ width: 360 }, text({ ...styles.soft, fontSize: 8 }, bill.notes));
  const page = createElement(
    Page,
    { size: 'A4', style: styles.page },
    ...parts,
    notes,
    footOf(bill),
  );
  return createElement(Document, { title: bill.documentTitle }, page);
}

function headOf({ title, brand, number, parties, facts, due, others }) {
  return [
    view(styles.apart, text(styles.title, title), text(styles.strong, brand)),
    view({ marginBottom: 24 }, text(styles.soft, number)),
    view({ flexDirection: 'row', marginBottom: 25 }, ...parties.map(partyOf)),
    view(styles.facts, ...facts.map(factOf)),
    view(styles.due, text(styles.title, due), text(styles.soft, others)),
  ];
}

function partyOf({ label, name, lines }) {
  const texts = lines.map((line) => text({}, line));
  return view({ width: '50%' }, text(styles.label, label), text(styles.strong, name), ...texts);
}

function factOf({ label, value, wide }) {
  const style = { width: wide ? '50%' : '25%', marginTop: 8, marginBottom: 8 };
  return view(style, text(styles.label, label), text({}, value));
}

function tableOf({ title, heads, widths, rows }, { textSize }) {
  const cells = heads.map((words, at) => text({ ...figure(widths, at), ...styles.label }, words));
  const first = text({ width: widths[0], fontSize: 10.5, fontWeight: 600 }, title);
  const head = createElement(View, { style: styles.head, fixed: true }, first, ...cells);
  const style = { fontSize: textSize, marginBottom: sheet.rowGap };
  return view(style, head, ...rows.map((row) => rowOf(row, widths)));
}

function rowOf(row, widths) {
  const rule = opensPart(row) || isSum(row) ? styles.ruled : {};
  const weight = isStrong(row) ? styles.strong : {};
  const cells = row.cells.map((words, at) => cellOf([words], figure(widths, at)));
  const style = { ...styles.row, ...rule, ...weight };
  const label = cellOf([row.label, ...row.notes], { width: widths[0] });
  return createElement(View, { style, wrap: false }, label, ...cells);
}

/** A line break or an empty text would bring another font into the file. */
function cellOf(lines, style) {
  const words = lines.filter((line) => line !== '');
  return words.length === 1
    ? text(style, ...words)
    : view(style, ...words.map((line) => text({}, line)));
}

function figure(widths, at) {
  return { width: widths[at + 1], textAlign: 'right' };
}

/** Of words that come with the page, only one line is set; so the number has an element of its own. */
function footOf({ legal, number, foot }) {
  const words = ({ pageNumber, totalPages }) =>
    `${foot.page} ${pageNumber} ${foot.of} ${totalPages}`;
  const page = createElement(Text, { render: words });
  const right = view({ textAlign: 'right' }, text({}, number), page);
  const style = { style: styles.foot, fixed: true };
  return createElement(View, style, cellOf(legal, {}), right);
}
