/** The ledger's own tables, one entry for each version; an entry that was published never changes. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE platen.run (
    run text PRIMARY KEY,
    period text NOT NULL,
    fetched boolean NOT NULL DEFAULT false,
    created timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE platen.body (
    sha256 text PRIMARY KEY,
    bytes bytea NOT NULL
  );
  CREATE TABLE platen.customer (
    run text NOT NULL REFERENCES platen.run,
    customer text NOT NULL,
    state text NOT NULL CHECK (state IN ('planned', 'fetched', 'failed')),
    test boolean NOT NULL DEFAULT false,
    facts jsonb NOT NULL DEFAULT '{}',
    failures jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (run, customer)
  );
  CREATE TABLE platen.fetch (
    run text NOT NULL,
    customer text NOT NULL,
    record jsonb NOT NULL,
    fetched timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX fetch_customer ON platen.fetch (run, customer);
  CREATE TABLE platen.invoice (
    run text NOT NULL REFERENCES platen.run,
    invoice text NOT NULL,
    uri text NOT NULL,
    revision integer NOT NULL,
    replaces text,
    customer text NOT NULL,
    state text NOT NULL CHECK (state IN ('fetched', 'rendered', 'archived', 'skipped', 'failed')),
    reason text,
    failures jsonb NOT NULL DEFAULT '[]',
    body text NOT NULL REFERENCES platen.body,
    content text NOT NULL,
    facts jsonb,
    sha256 text,
    bytes integer,
    archive_key text,
    retention jsonb,
    attempts integer NOT NULL DEFAULT 0,
    fetched timestamptz NOT NULL DEFAULT now(),
    rendered timestamptz,
    archived timestamptz,
    PRIMARY KEY (run, invoice),
    UNIQUE (uri, revision)
  );
  CREATE INDEX invoice_state ON platen.invoice (run, state);
  CREATE INDEX invoice_customer ON platen.invoice (run, customer);
  CREATE TABLE platen.mail (
    run text NOT NULL,
    invoice text NOT NULL,
    recipient text NOT NULL,
    state text NOT NULL
      CHECK (state IN ('planned', 'sending', 'sent', 'uncertain', 'bounced', 'failed', 'skipped')),
    reason text,
    message_id text,
    sha256 text,
    attempts integer NOT NULL DEFAULT 0,
    uncertain integer NOT NULL DEFAULT 0,
    response text,
    changed timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run, invoice, recipient),
    FOREIGN KEY (run, invoice) REFERENCES platen.invoice
  );
  CREATE TABLE platen.letter (
    run text NOT NULL,
    invoice text NOT NULL,
    letter jsonb NOT NULL,
    PRIMARY KEY (run, invoice),
    FOREIGN KEY (run, invoice) REFERENCES platen.invoice
  );
  CREATE INDEX mail_state ON platen.mail (run, state);
  CREATE INDEX mail_message ON platen.mail (message_id);
  CREATE TABLE platen.suppression (
    address text PRIMARY KEY,
    reason text NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE platen.sequence (
    name text PRIMARY KEY,
    last integer NOT NULL
  );
  CREATE TABLE platen.issued_number (
    name text NOT NULL REFERENCES platen.sequence,
    value integer NOT NULL,
    run text NOT NULL,
    invoice text NOT NULL,
    PRIMARY KEY (name, value),
    UNIQUE (run, invoice)
  );
  `,
  `
  CREATE TABLE platen.turn (
    name text PRIMARY KEY,
    next timestamptz NOT NULL
  );
  `,
];
