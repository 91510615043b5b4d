import { type Me, useMe } from '#/api/me'
import {
  ApproveIcon,
  ArrowRightIcon,
  BlocksIcon,
  CalendarCheckIcon,
  CalendarIcon,
  ChartIcon,
  DeskIcon,
  FlagIcon,
  ListCalendarIcon,
  ListIcon,
  LockIcon,
  MapIcon,
  PeopleIcon,
  PersonIcon,
  PersonSearchIcon,
  PlanIcon,
  RecordIcon,
  SwapIcon,
  TreeIcon,
} from '#/ui/icons'

const everybody = (_me: Me) => true
const onTheRoll = (me: Me) => me.person !== null
const approves = (me: Me) => me.approves
/** HR and crisis management order telework; whoever approves finds the orders there. */
const ordersOnly = (me: Me) => !me.approves && (me.roles.includes('hr') || me.roles.includes('crisis'))
const inSection = (me: Me) => me.person?.department != null || me.roles.includes('hr')
const readsRecords = (me: Me) => me.person !== null || me.roles.includes('hr')
const facilities = (me: Me) => me.roles.includes('facilities')

const answersForPeople = (me: Me) => me.roles.includes('crisis') || me.roles.includes('manager')

const drawsDesks = (me: Me) => me.roles.includes('manager') || me.roles.includes('facilities')
const runsTheDirectory = (me: Me) => me.roles.includes('it')
const setsClosingDays = (me: Me) =>
  ['facilities', 'hr', 'it'].some((role) => me.roles.some((own) => own === role))
const setsRules = (me: Me) => me.roles.includes('facilities') || me.roles.includes('it')

/**
 * Every screen in the order of the rail, and who may open it. The first five stand under the thumb: for who approves,
 * the bookings give way to the approvals.
 */
const screens = [
  { to: '/', word: 'nav.today', Icon: CalendarCheckIcon, opensFor: everybody },
  { to: '/plan', word: 'nav.plan', Icon: PlanIcon, opensFor: onTheRoll },
  { to: '/book', word: 'nav.book', Icon: DeskIcon, opensFor: everybody },
  { to: '/bookings', word: 'nav.bookings', Icon: ListCalendarIcon, opensFor: (me: Me) => !approves(me) },
  { to: '/section', word: 'nav.section', Icon: PeopleIcon, opensFor: inSection },
  { to: '/approvals', word: 'nav.approvals', Icon: ApproveIcon, opensFor: approves },
  { to: '/approvals/orders', word: 'nav.orders', Icon: ApproveIcon, opensFor: ordersOnly },
  { to: '/bookings', word: 'nav.bookings', Icon: ListCalendarIcon, opensFor: approves },
  { to: '/record', word: 'nav.record', Icon: RecordIcon, opensFor: readsRecords },
  { to: '/seats', word: 'nav.seats', Icon: SwapIcon, opensFor: drawsDesks },
  { to: '/people', word: 'nav.people', Icon: PersonSearchIcon, opensFor: everybody },
  { to: '/visitors', word: 'nav.visitors', Icon: PersonIcon, opensFor: facilities },
  { to: '/roster', word: 'nav.roster', Icon: FlagIcon, opensFor: answersForPeople },
  { to: '/occupancy', word: 'nav.occupancy', Icon: ChartIcon, opensFor: facilities },
  { to: '/planning', word: 'nav.planning', Icon: BlocksIcon, opensFor: facilities },
  { to: '/places', word: 'nav.places', Icon: MapIcon, opensFor: facilities },
  { to: '/directory', word: 'nav.directory', Icon: TreeIcon, opensFor: runsTheDirectory },
  { to: '/access', word: 'nav.access', Icon: LockIcon, opensFor: runsTheDirectory },
  { to: '/closing-days', word: 'nav.closingDays', Icon: CalendarIcon, opensFor: setsClosingDays },
  { to: '/webhooks', word: 'nav.webhooks', Icon: ArrowRightIcon, opensFor: runsTheDirectory },
  { to: '/rules', word: 'nav.rules', Icon: ListIcon, opensFor: setsRules },
] as const satisfies readonly { opensFor: (me: Me) => boolean; [more: string]: unknown }[]

/** How many screens stand at the foot of a phone; the menu has them all. */
export const UNDER_THE_THUMB = 5

/** The screens that whoever is signed in may open. */
export function useScreens() {
  const me = useMe()
  return screens.filter((screen) => screen.opensFor(me))
}
