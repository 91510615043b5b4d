import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

export type ClosingDay = Schemas['ClosingDay']
export type CityEvent = Schemas['CityEvent']
export type CityCalendar = Schemas['CityCalendar']
export type Reading = Schemas['CityReading']
export type Holds = CityCalendar['holds']

/** What one calendar of the city holds. */
export const HOLDS = ['closing_days', 'events'] as const satisfies readonly Holds[]
