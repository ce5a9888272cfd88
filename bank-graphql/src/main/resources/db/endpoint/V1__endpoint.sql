-- The endpoint's own view of the ledger, and who may log in. All of it but holder, session and attempt can be made again from
-- the topic balance_changed.

-- The id of the last transaction; one row. Who writes transactions locks it first, so ids become visible in their own order and
-- without a gap: whoever has seen an id has seen, or can read, all below it.
CREATE TABLE last_transaction (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    id     bigint  NOT NULL
);
INSERT INTO last_transaction (id) VALUES (0);

CREATE TABLE transaction_entry (
    id          bigint PRIMARY KEY,
    iban        text   COLLATE "C" NOT NULL,
    sequence    bigint NOT NULL,    -- of the account; below 0 where the event has none: its place in the topic
    new_balance bigint NOT NULL,    -- cents
    changed_by  bigint NOT NULL,    -- cents
    from_to     text   NOT NULL,
    descr       text   NOT NULL,
    UNIQUE (iban, sequence)         -- names the event, so that it is written once however often it is read
);
CREATE INDEX transaction_entry_of_account ON transaction_entry (iban, id);

-- Each account that ever had a transaction, with its last one.
CREATE TABLE account (
    iban    text   COLLATE "C" PRIMARY KEY,
    last_id bigint NOT NULL
) WITH (fillfactor = 70);

-- Who may log in to an account. The account is not opened yet while there is no IBAN.
CREATE TABLE holder (
    username    text PRIMARY KEY,
    password    text NOT NULL,      -- bcrypt
    creation_id uuid NOT NULL,      -- of the command that opens the account: sent again after a lost reply, it is the same command
    iban        text UNIQUE,
    token       text
);

-- Who is logged in. The secret that the client holds is not here, only its hash.
CREATE TABLE session (
    secret_hash bytea       PRIMARY KEY,
    username    text        NOT NULL,
    employee    boolean     NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

-- Attempts that count against a limit: of whom, since when, how many.
CREATE TABLE attempt (
    who      text        PRIMARY KEY,
    since    timestamptz NOT NULL,
    attempts integer     NOT NULL
);
CREATE INDEX attempt_age ON attempt (since);
