import { type Me, useMe } from '#/api/me'
import {
  CalendarCheckIcon,
  DeskIcon,
  FlagIcon,
  ListCalendarIcon,
  ListIcon,
  MapIcon,
  PeopleIcon,
  PersonIcon,
  SwapIcon,
} from '#/ui/icons'

const everybody = (_me: Me) => true
const facilities = (me: Me) => me.roles.includes('facilities')

const answersForPeople = (me: Me) => me.roles.includes('crisis') || me.roles.includes('manager')

const drawsDesks = (me: Me) => me.roles.includes('manager') || me.roles.includes('facilities')
const setsRules = (me: Me) => me.roles.includes('facilities') || me.roles.includes('it')

/** Every screen in the order of the rail, and who may open it. */
const screens = [
  { to: '/', word: 'nav.today', Icon: CalendarCheckIcon, opensFor: everybody },
  { to: '/book', word: 'nav.book', Icon: DeskIcon, opensFor: everybody },
  { to: '/bookings', word: 'nav.bookings', Icon: ListCalendarIcon, opensFor: everybody },
  { to: '/seats', word: 'nav.seats', Icon: SwapIcon, opensFor: drawsDesks },
  { to: '/people', word: 'nav.people', Icon: PeopleIcon, opensFor: everybody },
  { to: '/visitors', word: 'nav.visitors', Icon: PersonIcon, opensFor: facilities },
  { to: '/roster', word: 'nav.roster', Icon: FlagIcon, opensFor: answersForPeople },
  { to: '/places', word: 'nav.places', Icon: MapIcon, opensFor: facilities },
  { to: '/rules', word: 'nav.rules', Icon: ListIcon, opensFor: setsRules },
] as const satisfies readonly { opensFor: (me: Me) => boolean; [more: string]: unknown }[]

/** How many screens stand at the foot of a phone; the menu has them all. */
export const UNDER_THE_THUMB = 5

/** The screens that whoever is signed in may open. */
export function useScreens() {
  const me = useMe()
  return screens.filter((screen) => screen.opensFor(me))
}
