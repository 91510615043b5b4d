/** One scale for every scenario that is compared: from, to, and where the ticks stand, in desks. */
export interface Axis {
  from: number
  to: number
  ticks: readonly number[]
}

const ROOM = 0.12
const TICKS = 4
const STEPS = [1, 2, 2.5, 5, 10]

/** A scale that holds all of `values` with some room at both ends, ticked at round numbers. */
export function axisFor(values: readonly number[]): Axis {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const spread = Math.max(most - least, most * 0.05, 4)
  const step = roundStep((spread * (1 + 2 * ROOM)) / TICKS)
  const from = Math.max(0, Math.floor((least - spread * ROOM) / step) * step)
  const to = Math.ceil((most + spread * ROOM) / step) * step
  const count = Math.round((to - from) / step)
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, place) => from + place * step) }
}

/** Where a value stands on the scale, in per cent of its length. */
export function placeOn(axis: Axis, value: number): number {
  return ((value - axis.from) / (axis.to - axis.from)) * 100
}

/** Ticks whose words do not stand in the way of the word at `value`. */
export function ticksClearOf(axis: Axis, value: number): readonly number[] {
  return axis.ticks.filter((tick) => Math.abs(placeOn(axis, tick) - placeOn(axis, value)) > 14)
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = (STEPS.find((candidate) => candidate * power >= wanted) ?? 10) * power
  return Math.max(1, Math.round(step))
}
