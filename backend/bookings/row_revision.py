"""The database numbers every change of a booking, on whatever path it comes."""

NUMBER_EVERY_CHANGE = """
CREATE SEQUENCE booking_revision;
CREATE FUNCTION number_booking_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := nextval('booking_revision');
    RETURN NEW;
END $$;
CREATE TRIGGER booking_change_is_numbered BEFORE INSERT OR UPDATE ON bookings_booking
    FOR EACH ROW EXECUTE FUNCTION number_booking_change();
"""

NUMBER_NO_MORE = """
DROP TRIGGER booking_change_is_numbered ON bookings_booking;
DROP FUNCTION number_booking_change();
DROP SEQUENCE booking_revision;
"""
