import type { SectionView } from './invoice-view.ts';

/** What stands behind the bill: every line where the bill shows the largest only, and usage by time. */
export interface AnnexView {
  /** Empty without an annex. */
  readonly title: string;
  /** Without rows where the bill shows every line. */
  readonly lines: SectionView;
  /** Items of which the source tells when they were used. */
  readonly items: readonly ItemAnnexView[];
  /** What the times mean. */
  readonly note: string;
}

/** An item in the annex: a chart, and its usage by day or hour and variant. */
export interface ItemAnnexView {
  readonly unit: string;
  readonly chart: ChartView;
  readonly section: SectionView;
}

/** A chart of thin columns, one for each day; without bars it is not printed. */
export interface ChartView {
  readonly title: string;
  /** The same numbers in words, for those who cannot see it. */
  readonly text: string;
  readonly viewBox: string;
  /** Path data of all columns, of the hairline that they stand on, and of the ticks of the axis. */
  readonly bars: string;
  readonly axis: string;
  /** Round numbers beside the axis; their places from the top, `25%`. */
  readonly ticks: readonly MarkView[];
  /** Days under their columns; their places from the left, `3.3%`. */
  readonly days: readonly MarkView[];
}

/** A label and its place along an axis. */
export interface MarkView {
  readonly label: string;
  readonly place: string;
}
