import type { components } from '#/api/generated/schema'

/** What planning asks and answers, as the API says it. */
type Schemas = components['schemas']

export interface Named {
  id: number
  code: string
  name: string
}

/** The conditions of a scenario. Shares and rates are fractions; days are `YYYY-MM-DD`. */
export type Supposed = Schemas['Supposed']
export type Basis = Schemas['SuppositionBasis']
export type Source = Schemas['NeedSource']
/** What a scenario came to. */
export type Answer = Schemas['DesksNeed']
export type Changed = Schemas['NeedChanged']
export type Scenario = Schemas['Scenario']
/** From when to when a source has records; the last eight weeks of them begin at `usual_first`. */
export type RecordedDays = Schemas['RecordedDays']
/** Low and high. */
export type Interval = readonly number[]

export type PlacementState = Schemas['PlacementState']
export type PlacedSection = Schemas['PlacedSection']
export type PlacedFloor = Schemas['FilledFloor']
export type PlacementResult = Schemas['PlacementResult']
export type PlacementBrief = Schemas['PlacementBrief']
export type Placement = Schemas['Placement']
export type Proposal = Schemas['PlacementProposal']
export type Wish = Schemas['NewPlacement']

export type Forecast = Schemas['Forecast']
export type FloorExpected = Schemas['FloorExpected']

/** The answer for the percentile the scenario plans by. */
export function planned(scenario: Scenario, answer: Answer): { needed: number; interval: Interval | null } {
  const { percentile } = scenario.supposed
  const key = Object.keys(answer.needed).find((one) => Math.abs(Number(one) - percentile) < 1e-9) ?? ''
  return { needed: answer.needed[key] ?? 0, interval: answer.interval?.[key] ?? null }
}
