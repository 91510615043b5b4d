import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']

/** What the reports of occupancy answer, by the names that every figure has everywhere. */
export type Scope = Schemas['ReportScope']
export type Source = Scope['source']
export type Figures = Schemas['OccupancyFigures']
export type Summary = Schemas['Summary']
export type Timeline = Schemas['Timeline']
export type TimelineRow = Schemas['TimelineRow']
export type By = Timeline['by']
export type HeatMap = Schemas['HeatMap']
export type HeatCell = Schemas['HeatCell']
export type FloorRow = Schemas['FloorRow']
export type AreaRow = Schemas['AreaRow']
export type DepartmentRow = Schemas['DepartmentRow']
export type DeskUse = Schemas['DesksReport']
export type DeskRow = Schemas['DeskRow']
export type FeatureRow = Schemas['FeatureRow']
