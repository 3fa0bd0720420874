import type { StatementView } from '../view/statement-view.ts';
import { VIEW_SHAPE, type ShapeOf } from './view-shape.ts';

const {
  locale,
  direction,
  second,
  paper,
  letter,
  documentTitle,
  title,
  number,
  isoDate,
  brand,
  seller,
  customer,
  facts,
  due,
  payment,
  messages,
} = VIEW_SHAPE.record;

const entry = {
  record: {
    number: 'text',
    date: 'text',
    due: 'text',
    status: 'text',
    amount: 'text',
    open: 'text',
  },
} as const;

/** The shape of everything that the template of a statement can name. */
export const STATEMENT_SHAPE: ShapeOf<StatementView> = {
  record: {
    locale,
    direction,
    second,
    paper,
    letter,
    documentTitle,
    title,
    number,
    isoDate,
    brand,
    seller,
    customer,
    facts,
    due,
    payment,
    messages,
    accounts: {
      list: {
        record: { currency: 'text', entries: { list: entry }, open: 'text', ageing: facts },
      },
    },
  },
};
