-- Accounts of customers, of the company, and of the outside world. Every transfer takes from one what it gives to another, so
-- all balances always add up to 0.
CREATE TABLE account (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    iban     text   NOT NULL UNIQUE,        -- or the name of an account of the outside world
    token    text,                          -- none for the outside world
    atype    text   NOT NULL CHECK (atype IN ('AUTO', 'MANUAL', 'OUTSIDE')),
    balance  bigint NOT NULL DEFAULT 0,     -- cents
    lowest   bigint NOT NULL DEFAULT -50000,-- cents; the balance is never below
    sequence bigint NOT NULL DEFAULT 0,     -- how often the balance changed
    CHECK (balance >= lowest)
) WITH (fillfactor = 70);

-- Ids in this order: rows are locked from the highest id to the lowest, so that those which most transfers touch come last, and
-- 'other banks', of which it shows last that it is needed, is the very last.
INSERT INTO account (iban, token, atype, balance, lowest) VALUES
    ('other banks', NULL, 'OUTSIDE', -100000000000000000, -9223372036854775808),
    ('cash', NULL, 'OUTSIDE', 0, -9223372036854775808),
    ('NL66OPEN0000000000', '00000000000000000000', 'AUTO', 100000000000000000, -50000);

-- One row for each command that was handled: what it asked (as a hash), what came of it, and where it was read last.
CREATE TABLE transfer (
    id               uuid     PRIMARY KEY,
    content          text     NOT NULL,     -- SHA-256 of all that the command says
    debited          bigint,                -- account.id; none where it failed
    credited         bigint,
    amount           bigint   NOT NULL,     -- cents
    reason           text,                  -- why it failed; none where the money moved
    source_partition integer  NOT NULL,
    source_offset    bigint   NOT NULL,
    source_time      bigint   NOT NULL,     -- the record's timestamp in milliseconds
    CHECK ((reason IS NULL) = (debited IS NOT NULL AND credited IS NOT NULL))
);

CREATE TABLE account_creation (
    id               uuid     PRIMARY KEY,
    iban             text,                  -- of the account that was opened; none where it failed
    reason           text,
    source_partition integer  NOT NULL,
    source_offset    bigint   NOT NULL,
    source_time      bigint   NOT NULL,
    CHECK ((reason IS NULL) = (iban IS NOT NULL))
);

-- What is still to be sent: one row for each transaction of a handler, with its events in order. A row's id is taken while the
-- rows of its accounts are locked, so ids have each account's events in order.
CREATE TABLE outbox (
    id      bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch   bigint,                         -- of the relay; none while it has not taken it up
    events  integer NOT NULL,
    content text    NOT NULL                -- JSON
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 2000);
ALTER TABLE outbox ALTER COLUMN content SET STORAGE EXTERNAL;

-- The relay's last batch number; one row.
CREATE TABLE relay (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    batch  bigint  NOT NULL
);
INSERT INTO relay (batch) VALUES (0);
