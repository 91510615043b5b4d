import { CalendarCheckIcon, DeskIcon, ListCalendarIcon } from '#/ui/icons'

/** The screens a member of staff may open, in the order of the rail. */
export const screens = [
  { to: '/', word: 'nav.today', Icon: CalendarCheckIcon },
  { to: '/book', word: 'nav.book', Icon: DeskIcon },
  { to: '/bookings', word: 'nav.bookings', Icon: ListCalendarIcon },
] as const
