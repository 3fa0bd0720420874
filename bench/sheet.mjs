/** Measures of the standard template in points, for renderers without a style sheet. */
export const sheet = {
  paper: { width: 595.28, height: 841.89 },
  margin: { top: 52, side: 56, bottom: 72 },
  foot: 20,
  padding: 4,
  rowGap: 20,
  colors: { ink: '#16202c', soft: '#566271', line: '#cdd3da', accent: '#0b5c7d' },
  title: { size: 22, line: 28 },
  head: { size: 10.5, line: 12 },
  text: { size: 9, line: 13 },
  note: { size: 8, line: 11 },
  label: { size: 7.5, line: 10 },
};

/** Width between the margins. */
export const contentWidth = sheet.paper.width - 2 * sheet.margin.side;

/** Width of a column of so many figures; in bills with long numbers they are set smaller. */
export function figureWidth(size, dense) {
  return Number(size) * (dense ? 5.4 : 6) + 8;
}
