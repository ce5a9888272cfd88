-- What the handler's own role may do, where the tables belong to another. Nothing that was booked can be taken back with it.
GRANT USAGE ON SCHEMA ledger TO "${app}";
GRANT SELECT, INSERT, UPDATE (balance, sequence) ON account TO "${app}";
GRANT SELECT, INSERT, UPDATE (source_partition, source_offset, source_time) ON transfer, account_creation TO "${app}";
GRANT SELECT, INSERT, DELETE, UPDATE (batch) ON outbox TO "${app}";
GRANT SELECT, UPDATE (batch) ON relay TO "${app}";
