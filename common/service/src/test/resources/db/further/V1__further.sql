-- A service's first table, for MigrationOrderIT.
create table further (id int primary key);
