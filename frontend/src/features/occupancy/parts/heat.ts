/** Seven colours of the heat map, by the percent that is printed. */
export const HEAT_FROM = [0, 20, 40, 50, 60, 70, 80] as const

export function heatOf(share: number): number {
  const shown = Math.round(share * 100)
  return HEAT_FROM.filter((from) => from <= shown).length - 1
}
