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

/** In pixels: so wide are a number at a tick and the word at the line of desks, and so far they stay apart. */
const NUMBER_WIDE = 40
const WORD_WIDE = 76
const APART = 8

/** On a scale so many pixels wide, the ticks whose numbers stand in the way of no other and of the word at `value`. */
export function ticksClearOf(axis: Axis, value: number, pixels: number): readonly number[] {
  const word = middleOf(placeOn(axis, value), WORD_WIDE, pixels)
  const places = axis.ticks.map((tick) => middleOf(placeOn(axis, tick), NUMBER_WIDE, pixels))
  const close = places.some((place, n) => n > 0 && place - (places[n - 1] ?? 0) < NUMBER_WIDE + APART)
  return axis.ticks.filter((_, n) => {
    const clear = Math.abs((places[n] ?? 0) - word) > (NUMBER_WIDE + WORD_WIDE) / 2 + APART
    return clear && (!close || n % 2 === 0)
  })
}

/** At which end of a word its place is: words near the ends of the scale stay within it. */
export function anchorAt(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 6) return 'start'
  return percent > 94 ? 'end' : 'middle'
}

function middleOf(percent: number, wide: number, pixels: number): number {
  const aside = { start: wide / 2, middle: 0, end: -wide / 2 }[anchorAt(percent)]
  return (percent / 100) * pixels + aside
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = (STEPS.find((candidate) => candidate * power >= wanted) ?? 10) * power
  return Math.max(1, Math.round(step))
}
