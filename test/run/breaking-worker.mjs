/** A rendering process that renders nothing: over one customer it ends, over another it never answers. */
process.on('message', ({ kind, task }) => {
  if (kind !== 'render') return;
  if (task.customer === 'ends') process.exit(3);
  if (task.customer === 'sleeps') return;
  process.send({ kind: 'answer', answer: { kind: 'failed', failures: [] } });
});
