-- An order's trace ends where the door's next command begins.
alter table door_session
    add key ix_door_session_fence (sn, door, fence, command_issued_at);
