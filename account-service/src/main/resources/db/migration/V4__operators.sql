create table operator (
    id            bigint       not null auto_increment primary key,
    name          varchar(32)  not null,
    password_hash varchar(120) not null,
    role          varchar(16)  not null,
    status        varchar(16)  not null,
    failures      int          not null,
    locked_until  datetime(3),
    created_at    datetime(3)  not null,
    updated_at    datetime(3)  not null,
    unique key uk_operator_name (name)
);

-- Every attempt to log in, whether or not the name exists.
create table operator_login (
    id           bigint      not null auto_increment primary key,
    name         varchar(32) not null,
    outcome      varchar(16) not null,
    address      varchar(64) not null,
    attempted_at datetime(3) not null,
    key ix_operator_login_name (name, attempted_at),
    key ix_operator_login_time (attempted_at)
);
