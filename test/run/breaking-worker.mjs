/** A rendering process that renders nothing: over one customer it ends, over another it never answers. */
process.on('message', ({ kind, tasks }) => {
  if (kind !== 'render') return;
  const customers = tasks.map(({ customer }) => customer);
  if (customers.includes('ends')) process.exit(3);
  if (customers.includes('sleeps')) return;
  const answers = customers.map((customer) => ({ kind: 'skipped', reason: said(customer, tasks) }));
  process.send({ kind: 'answers', answers });
});

/** The answer says who was beside it. */
function said(customer, tasks) {
  return `${customer} of ${tasks.length}`;
}
