"""How the database keeps the event log append-only: what happened is never changed and never erased."""

EVENTS_ARE_APPEND_ONLY = "events_are_append_only"
"""The name under which the refusal is reported (as a constraint's name), and of the function that refuses."""

REFUSE_CHANGE = f"""
CREATE FUNCTION {EVENTS_ARE_APPEND_ONLY}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_event is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = '{EVENTS_ARE_APPEND_ONLY}',
              HINT = 'What happened stays on record; write a new event instead.';
END $$;
CREATE TRIGGER event_row_is_kept BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION {EVENTS_ARE_APPEND_ONLY}();
CREATE TRIGGER event_table_is_kept BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION {EVENTS_ARE_APPEND_ONLY}();
"""

ALLOW_CHANGE = f"""
DROP TRIGGER event_table_is_kept ON audit_event;
DROP TRIGGER event_row_is_kept ON audit_event;
DROP FUNCTION {EVENTS_ARE_APPEND_ONLY}();
"""
