/**
 * Who bills whom in the benchmark: few words, so that a bill of twelve rows is one page of the standard template. The
 * customer is the one of every bill that `make-invoice.mjs` makes.
 */
export const account = {
  locale: 'en-GB',
  texts: { 'interval.month.one': '' },
  seller: {
    name: 'Halcyon Cloud GmbH',
    address: { lines: ['Hafenstraße 12'], postalCode: '20457', city: 'Hamburg', country: 'DE' },
    registration: ['Halcyon Cloud GmbH · Hafenstraße 12 · 20457 Hamburg · Germany'],
  },
  customers: {
    'cus-halden-robotics': {
      name: 'Halden Robotics AB',
      address: {
        lines: ['Verkstadsgatan 8'],
        postalCode: '411 04',
        city: 'Göteborg',
        country: 'SE',
      },
    },
  },
};
